namespace FlashSale.Simulator;

/// <summary>
/// Opens the stores of a world and puts its listings on sale (rules STO-1, STO-3, LST-1, LST-3), and
/// has stores give coupons (CRT-2).
/// </summary>
internal static class StoreOpener
{
    /// <summary>An empty market that has stores and goods.</summary>
    public static void Open(Run run)
    {
        var opening = new OpeningMarket(run.World);
        run.Market.AdvanceTo(run.Now);
        foreach (var store in opening.Stores())
        {
            var result = run.Market.Do(new OpenStore(store));
            Invariant.Holds(result == OpenStoreResult.Opened, "a simulated store can be opened");
        }

        foreach (var command in opening.Coupons())
        {
            var result = run.Market.Do(command);
            Invariant.Holds(result == StoreResult.Done, "a simulated store can give a coupon");
        }

        foreach (var (listing, terms) in opening.Listings())
        {
            var result = run.Market.Do(new Publish(listing, terms));
            Invariant.Holds(result == ListingResult.Published, "a simulated listing can be published");
        }
    }
}
