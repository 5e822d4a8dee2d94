using System.Globalization;
using FlashSale.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>What searches find in a market, whatever keeps it, in words.</summary>
internal static class SearchPictures
{
    private static readonly RatingComponent[] Components = Enum.GetValues<RatingComponent>();

    private static readonly SearchQuery[] Queries =
    [
        new() { ListingsMax = 100 }, new() { Category = new CategoryId(0) },
        new() { Category = new CategoryId(1), ListingsMax = 2 }, new() { Words = "listing" },
        new() { Attributes = ListingAttributes.Parse("size:M")!.Value },
        new() { Sort = SearchSort.Sales }, new() { Sort = SearchSort.Price, ListingsMax = 3 },
        new() { Sort = SearchSort.Reliability }, new() { Sort = SearchSort.New },
        new() { Taste = TasteVector.Of([1, 0, -1, 0, 0.5, 0, 0, 0]) },
        new() { PriceTo = Money.FromYuan(120), Market = MarketKind.Brand },
    ];

    /// <summary>What is found in an engine's market at a moment.</summary>
    public static Task<string> Of(Market market, DateTimeOffset now)
    {
        var search = new MarketSearch(
            (today, days) => ValueTask.FromResult(market.View.Sales(today, days)),
            reader => ValueTask.FromResult(reader.Read(market.View)));
        return Of(query => search.Find(
            query, now, market.View.Policies.At(now),
            market.View.Switches.IsOn(Switch.SearchSimplified, now)));
    }

    /// <summary>What is found in a cluster's market.</summary>
    public static Task<string> Of(ClusterMarketplace port) => Of(port.Search);

    private static async Task<string> Of(Func<SearchQuery, ValueTask<SearchPage>> search)
    {
        const int pagesMax = 100;
        var lines = new List<string>();
        foreach (var query in Queries)
        {
            SearchPlace? from = null;
            for (var pages = 0; pages < pagesMax; pages++)
            {
                var page = await search(query with { From = from });
                lines.AddRange(page.Hits.Select(Say));
                from = page.Next;
                if (from is null)
                {
                    break;
                }
            }

            lines.Add("end");
        }

        return string.Join('\n', lines);
    }

    private static string Say(SearchHit hit)
    {
        var one = hit.Listing;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hit.Position} {one.Id} {one.Title} {one.Store} {one.StoreName} {one.Market} {one.Price} ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Sales} {one.CreditPoints} {one.Rating.Orders} {one.PublishedAt:O} {hit.Score} ")
            + string.Create(
                CultureInfo.InvariantCulture, $"{hit.EndsAt:O} {one.Attributes} {one.Level.Rank} ")
            + string.Join(' ', Components.Select(component => one.Rating.MeanThousandths(component)));
    }
}
