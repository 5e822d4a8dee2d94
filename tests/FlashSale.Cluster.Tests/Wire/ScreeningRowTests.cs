using static FlashSale.Cluster.Tests.GoldenRow;

namespace FlashSale.Cluster.Tests;

// LST-2: rows as the first version that screens wrote them.
public sealed class ScreeningRowTests
{
    [Fact]
    public void Publications_brands_and_review_days_are_read()
    {
        IsRead("publication", WireSamples.Publication);
        IsRead("brand", new BrandState(
            new CatalogueBrand(true, Money.FromFen(300)), [new KeyedRequest(new RequestId(7), 9)]));
        IsRead("listing-review-day", new ListingReviewDay(17_846, [3, int.MaxValue]));
    }
}
