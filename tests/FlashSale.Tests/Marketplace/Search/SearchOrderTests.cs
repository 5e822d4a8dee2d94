namespace FlashSale.Tests.Search;

public sealed class SearchOrderTests
{
    private static readonly SearchedListing Plain = Shelf.Listing(1);

    public static TheoryData<string, SearchedListing> Better => new()
    {
        { "sales", Shelf.Listing(2, sales: 3) },
        { "rating", Shelf.Listing(2, rating: Shelf.Stars(5)) },
        { "level", Shelf.Listing(2, points: 300) },
        { "newness", Shelf.Listing(2, ageDays: 1) },
        { "price", Shelf.Listing(2, yuan: 80) },
    };

    [Theory] // SRC-1, REP-5
    [MemberData(nameof(Better))]
    public void What_is_better_in_one_thing_comes_first_and_its_score_says_why(
        string part, SearchedListing better)
    {
        var usual = Shelf.Listing(3, rating: Shelf.Stars(4), yuan: 100);
        var hits = Shelf.Index(Plain, better, usual).All(new SearchQuery());

        Assert.Equal(2, hits.First(hit => hit.Listing.Id != usual.Id).Listing.Id.Value);
        var of = hits.Single(hit => hit.Listing == better);
        var plain = hits.Single(hit => hit.Listing == Plain);
        Assert.True(PartOf(of, part) > PartOf(plain, part), part);
        Assert.Equal(of.Score!.Value.Total, Parts(of).Sum(), 12);
    }

    [Fact] // SRC-2
    public void What_is_demoted_comes_behind_all_others_and_what_is_screened_is_not_found()
    {
        SearchedListing[] crowd =
        [
            .. Enumerable.Range(10, 80).Select(id => Shelf.Listing(id)),
            Shelf.Listing(1, sales: 900) with { Standing = SearchStanding.Demoted },
            Shelf.Listing(2, sales: 900) with { Standing = SearchStanding.Screened },
            Shelf.Listing(3, sales: 900),
        ];
        var index = Shelf.Index(crowd);
        SearchQuery[] queries =
        [
            new(), new() { Words = "kettle" }, new() { Taste = crowd[0].Taste },
            new() { Sort = SearchSort.Sales }, new() { Sort = SearchSort.New },
        ];

        Assert.All(queries, query => Assert.Equal(1, index.Ids(query)[^1])); // behind page 3, and all pages
        Assert.All(queries, query => Assert.DoesNotContain(2, index.Ids(query)));
        Assert.Equal(3, index.Ids(new SearchQuery())[0]);
        Assert.Equal([3, 1, 2], Shelf.Index(Shelf.BeforeJuly2010, [
            Shelf.Listing(1, ageDays: 2) with { Standing = SearchStanding.Demoted },
            Shelf.Listing(2, ageDays: 1) with { Standing = SearchStanding.Screened },
            Shelf.Listing(3, ageDays: 3),
        ]).Ids()); // nobody was punished then
    }

    [Fact] // SRC-1
    public void A_weight_of_nothing_makes_a_part_count_nothing()
    {
        var policy = Shelf.Usual with { SalesWeight = 0 };

        Assert.Equal([1, 2], Shelf.Index(policy, Plain, Shelf.Listing(2, sales: 1_000)).Ids());
    }

    [Fact] // SRC-1
    public void Before_July_2010_what_ends_first_comes_first_and_then_the_credit()
    {
        var index = Shelf.Index(
            Shelf.BeforeJuly2010,
            Shelf.Listing(1, ageDays: 1, sales: 900), // ends in six days
            Shelf.Listing(2, ageDays: 13), // ends tomorrow
            Shelf.Listing(3, ageDays: 6, points: 500), // so does this, of a better store
            Shelf.Listing(4, ageDays: 7)); // was just put up again

        var hits = index.All(new SearchQuery());

        Assert.Equal([3, 2, 1, 4], hits.Select(hit => hit.Listing.Id.Value));
        Assert.Equal(Shelf.Now.AddDays(1), hits[0].EndsAt);
        Assert.Equal(Shelf.Now.AddDays(7), hits[3].EndsAt);
        Assert.All(hits, hit => Assert.Null(hit.Score));
    }

    [Fact] // SRC-1
    public void Without_a_ranking_listings_come_by_their_ids() => Assert.Equal(
        [1, 2, 3],
        Shelf.Index(
            Shelf.Usual with { Mode = SearchMode.None },
            Shelf.Listing(3, sales: 9), Shelf.Listing(1), Shelf.Listing(2, yuan: 1)).Ids());

    [Theory] // SRC-1
    [InlineData(SearchSort.Sales, new[] { 2, 1, 3 })]
    [InlineData(SearchSort.Price, new[] { 3, 1, 2 })]
    [InlineData(SearchSort.Reliability, new[] { 3, 1, 2 })]
    [InlineData(SearchSort.New, new[] { 1, 2, 3 })]
    public void A_buyer_can_have_another_order(SearchSort sort, int[] expected)
    {
        var index = Shelf.Index(
            Shelf.Listing(1, yuan: 50, sales: 2, points: 4, rating: Shelf.Stars(5), ageDays: 1),
            Shelf.Listing(2, yuan: 90, sales: 3, points: 4, rating: Shelf.Stars(4), ageDays: 2),
            Shelf.Listing(3, yuan: 20, sales: 1, points: 11, rating: Shelf.Stars(1), ageDays: 3));

        var hits = index.All(new SearchQuery { Sort = sort });

        Assert.Equal(expected, hits.Select(hit => hit.Listing.Id.Value));
        Assert.All(hits, hit => Assert.Null(hit.Score)); // scores decide nothing here
    }

    [Fact] // SRC-1
    public void Equal_listings_come_by_their_ids() => Assert.Equal(
        Enumerable.Range(0, 50),
        Shelf.Index([.. Enumerable.Range(0, 50).Reverse().Select(id => Shelf.Listing(id))]).Ids());

    [Fact] // SRC-1
    public void Taste_brings_what_is_like_it_to_the_front()
    {
        var (kettle, shoe) = (Shelf.Listing(1, "Copper kettle"), Shelf.Listing(2, "Running shoe"));
        var index = Shelf.Index(kettle, shoe);

        Assert.Equal([1, 2], index.Ids(new SearchQuery { Taste = kettle.Taste }));
        Assert.Equal([2, 1], index.Ids(new SearchQuery { Taste = shoe.Taste }));
        var first = index.Find(new SearchQuery { Taste = shoe.Taste }, isSimplified: false).Hits[0];
        Assert.Equal(1, first.Score!.Value.Taste, 1); // its own taste, and the weight is one
    }

    [Fact] // SRC-1
    public void A_title_that_is_all_that_was_looked_for_is_more_relevant_than_one_stuffed_with_words()
    {
        var index = Shelf.Index(
            Shelf.Listing(1, "kettle shoe phone dress toy lamp"), Shelf.Listing(2, "copper kettle"));

        var hits = index.All(new SearchQuery { Words = "Kettle" });

        Assert.Equal([2, 1], hits.Select(hit => hit.Listing.Id.Value));
        Assert.Equal(1.0, hits[0].Score!.Value.Relevance, 12); // half of the title, and the weight is two
    }

    [Fact] // CAP-2
    public void A_simplified_search_goes_by_sales_and_tells_no_scores()
    {
        var (kettle, shoe) = (
            Shelf.Listing(1, "Copper kettle", ageDays: 0), Shelf.Listing(2, "Running shoe", sales: 1));
        var index = Shelf.Index(kettle, shoe);
        var query = new SearchQuery { Taste = kettle.Taste };

        Assert.Equal([1, 2], index.Ids(query));
        Assert.Equal([2, 1], index.Ids(query, isSimplified: true));
        Assert.Equal([1, 2], index.Ids(new SearchQuery { Sort = SearchSort.New }, isSimplified: true));
        Assert.All(index.All(query, isSimplified: true), hit => Assert.Null(hit.Score));
        Assert.True(index.Find(query, isSimplified: true).IsSimplified);
    }

    [Fact] // SRC-1
    public void Of_more_listings_than_an_index_holds_those_that_sold_most_and_the_newest_are_found()
    {
        var policy = Shelf.Usual with { ListingsMax = 2 };
        SearchedListing[] listings =
        [
            Shelf.Listing(1, ageDays: 9), Shelf.Listing(2, sales: 1), Shelf.Listing(3, ageDays: 2),
            Shelf.Listing(4, ageDays: 3),
        ];

        Assert.Equal([2, 3], Shelf.Index(policy, listings).Ids().Order());
        Assert.Equal([2, 3], Shelf.Index(policy, [.. listings.Reverse()]).Ids().Order());
    }

    private static double PartOf(SearchHit hit, string part) => part switch
    {
        "sales" => hit.Score!.Value.Sales,
        "rating" => hit.Score!.Value.Rating,
        "level" => hit.Score!.Value.Level,
        "newness" => hit.Score!.Value.Newness,
        _ => hit.Score!.Value.Price,
    };

    private static double[] Parts(SearchHit hit)
    {
        var score = hit.Score!.Value;
        return
        [
            score.Relevance, score.Taste, score.Sales, score.Rating, score.Level, score.Newness, score.Price,
        ];
    }
}
