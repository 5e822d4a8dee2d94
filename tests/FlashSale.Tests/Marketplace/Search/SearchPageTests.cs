namespace FlashSale.Tests.Search;

public sealed class SearchPageTests
{
    private const int Many = 6_000;

    private static readonly SearchedListing[] Crowd =
    [
        .. Enumerable.Range(0, Many).Select(id => Shelf.Listing(
            id, id % 3 == 0 ? "Copper kettle" : "Running shoe", yuan: 10 + (id * 7 % 90), sales: id * 13 % 40,
            points: id % 5 == 0 ? 300 : 0, ageDays: id % 50,
            market: id % 2 == 0 ? MarketKind.Brand : MarketKind.Consumer)),
    ];

    private static readonly SearchIndex Crowded = Shelf.Index(Crowd);

    [Theory] // SRC-1
    [InlineData("", SearchSort.Default)]
    [InlineData("", SearchSort.Price)]
    [InlineData("kettle", SearchSort.Default)]
    [InlineData("kettle", SearchSort.Sales)]
    public void Pages_together_are_the_whole_order_and_nothing_twice(string words, SearchSort sort)
    {
        var query = new SearchQuery { Words = words, Sort = sort, PriceTo = Money.FromYuan(40) };

        var small = Crowded.All(query with { ListingsMax = 7 });
        var large = Crowded.All(query with { ListingsMax = SearchQuery.PageMax });

        Assert.Equal(large.Select(hit => hit.Listing.Id), small.Select(hit => hit.Listing.Id));
        Assert.Equal(Enumerable.Range(1, small.Count), small.Select(hit => hit.Position));
        Assert.Distinct(small.Select(hit => hit.Listing.Id));
        Assert.All(small, hit => Assert.True(hit.Listing.Price <= Money.FromYuan(40)));
        var matching = Crowd.Count(one => one.Price <= Money.FromYuan(40)
            && one.Title.Contains(words, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Math.Min(matching, SearchPlace.GivenMax), small.Count);
        Assert.Equal(small.Select(hit => hit.Listing.Id), Crowded.Order(query, isSimplified: false));
    }

    [Fact] // SRC-1
    public void A_query_that_matches_little_looks_at_so_many_and_says_where_to_go_on()
    {
        var rare = Crowd.Append(Shelf.Listing(Many, yuan: 1_000_000, ageDays: 999)).ToArray();
        var query = new SearchQuery { PriceFrom = Money.FromYuan(900_000) };
        var index = Shelf.Index(rare);

        var first = index.Find(query, isSimplified: false);

        Assert.Empty(first.Hits);
        Assert.NotNull(first.Next);
        Assert.Equal([Many], index.Ids(query));
    }

    [Fact] // SRC-1
    public void No_search_goes_deeper_than_it_may()
    {
        var hits = Crowded.All(new SearchQuery { ListingsMax = 90 });

        Assert.Equal(SearchPlace.GivenMax, hits.Count);
    }

    [Fact] // SRC-1
    public void A_page_goes_on_where_the_one_before_ended_though_the_index_was_made_again()
    {
        var before = Shelf.Index([.. Crowd.Take(100)]);
        var first = before.Find(new SearchQuery { ListingsMax = 30 }, isSimplified: false);
        var best = Shelf.Listing(Many + 1, sales: 1_000_000); // comes before all that was seen
        var after = Shelf.Index([.. Crowd.Take(100).Select(one => one with { Title = one.Title }), best]);

        var rest = after.All(new SearchQuery { ListingsMax = 30, From = first.Next });

        Assert.Equal(70, rest.Count);
        Assert.Empty(rest.Select(hit => hit.Listing.Id).Intersect(first.Hits.Select(hit => hit.Listing.Id)));
        Assert.Equal(31, rest[0].Position);
    }

    [Fact] // SRC-1
    public void Filters_leave_out_what_does_not_pass()
    {
        var index = Shelf.Index(
            Shelf.Listing(1, yuan: 50), Shelf.Listing(2, yuan: 100, points: 300),
            Shelf.Listing(3, yuan: 150, market: MarketKind.Brand));

        Assert.Equal([2, 3], Sorted(new SearchQuery { PriceFrom = Money.FromYuan(100) }));
        Assert.Equal([1, 2], Sorted(new SearchQuery { PriceTo = Money.FromYuan(100) }));
        Assert.Equal([2], Sorted(new SearchQuery { LevelFrom = new CreditLevel(6) }));
        Assert.Equal([3], Sorted(new SearchQuery { Market = MarketKind.Brand }));

        List<int> Sorted(SearchQuery query) => [.. index.Ids(query).Order()];
    }

    [Fact] // SRC-1
    public void A_category_is_searched_by_itself_and_the_whole_market_together()
    {
        var market = new MarketIndex(
            [Shelf.Listing(1, category: 0), Shelf.Listing(2, category: 3)], Shelf.Usual, Shelf.Now);

        Assert.Equal(2, market.Find(new SearchQuery(), isSimplified: false).Hits.Count);
        var found = market.Find(new SearchQuery { Category = new CategoryId(3) }, isSimplified: false);
        Assert.Equal(2, Assert.Single(found.Hits).Listing.Id.Value);
        Assert.Empty(market.Find(new SearchQuery { Category = new CategoryId(5) }, isSimplified: false).Hits);
    }

    [Fact] // SRC-1
    public void All_words_have_to_be_in_the_title_and_a_Chinese_character_is_one()
    {
        var index = Shelf.Index(
            Shelf.Listing(1, "红色 连衣裙 Dress-2"), Shelf.Listing(2, "蓝色连衣裙"), Shelf.Listing(3, "dress"));

        Assert.Equal([1, 2], Sorted("裙"));
        Assert.Equal([1], Sorted("红裙"));
        Assert.Equal([1, 3], Sorted("DRESS"));
        Assert.Equal([1], Sorted("2 dress"));
        Assert.Equal([], Sorted("dres"));
        Assert.Equal([1, 2, 3], Sorted(" - "));

        List<int> Sorted(string words) => [.. index.Ids(new SearchQuery { Words = words }).Order()];
    }

    [Theory] // SRC-1
    [InlineData("a b c d e f g h i", "words: at most 8")]
    [InlineData("", null)]
    public void A_query_with_too_many_words_is_refused(string words, string? problem)
    {
        var query = new SearchQuery { Words = words };

        Assert.Equal(problem, query.Problem());
        Assert.Equal(
            problem is null ? SearchResult.Found : SearchResult.BadQuery,
            Crowded.Find(query, isSimplified: false).Result);
    }

    [Fact] // SRC-1
    public void A_query_that_cannot_be_meant_is_refused()
    {
        SearchQuery[] wrong =
        [
            new() { ListingsMax = 0 }, new() { ListingsMax = 101 }, new() { Sort = 0 },
            new() { Words = new string('a', 101) }, new() { Category = new CategoryId(64) },
            new() { PriceFrom = Money.FromYuan(2), PriceTo = Money.FromYuan(1) },
            new() { LevelFrom = new CreditLevel(21) }, new() { Market = (MarketKind)9 },
            new() { Taste = default(TasteVector), Sort = SearchSort.Price },
            new() { From = new SearchPlace(-1, 0, default) },
        ];

        Assert.All(wrong, query =>
        {
            Assert.NotNull(query.Problem());
            Assert.Empty(Crowded.Find(query, isSimplified: false).Hits);
        });
    }

    [Fact] // SRC-1
    public void A_place_is_read_back_and_nothing_else_is_one()
    {
        var place = new SearchPlace(20, -1_234_567_890_123, new ListingId(5));

        Assert.Equal(place, SearchPlace.Parse(place.ToString()));
        Assert.All(
            (string[])["", "1", "1_2", "1_2_3_4", "-1_2_3", "1_x_3", "1_2_l3", new string('1', 60) + "_1_1"],
            text => Assert.Null(SearchPlace.Parse(text)));
    }
}
