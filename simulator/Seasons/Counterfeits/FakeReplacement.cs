namespace FlashSale.Simulator;

/// <summary>
/// Sellers of fakes whose listings were taken down put the goods up again, under new text and pictures, as
/// long as their store may have more listings (rules TRU-2, TRU-14).
/// </summary>
internal sealed class FakeReplacement(SeasonRun run, StoreTurnover turnover)
{
    /// <summary>
    /// A week begins: a store that means to sell fakes puts one more listing on sale if the platform has left
    /// it fewer than it began with.
    /// </summary>
    public void Follow(int store, StorePlan plan)
    {
        if (plan != StorePlan.Fakes || !run.Stores[store].Sells)
        {
            return;
        }

        var (onSale, takenDown) = (0, 0);
        ref readonly var row = ref run.Stores[store];
        for (var rank = 0; rank < row.Listings; rank++)
        {
            var goods = run.Market.View.Listing(new ListingId(row.FirstListing + rank));
            onSale += goods is { IsWithdrawn: false } ? 1 : 0;
            takenDown += goods is { IsTakenDown: true } ? 1 : 0;
        }

        if (takenDown > 0 && onSale < run.World.Terms.ListingsPerStore)
        {
            turnover.PutUpAnother(store);
        }
    }
}
