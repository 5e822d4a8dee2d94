using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Follows what the market has done to stores and listings: who was hidden, suspended or closed sells no
/// more, and who was let free sells again (rules TRU-5, TRU-6, TRU-8).
/// </summary>
internal sealed class StoreStandings(
    SeasonRun run, HiddenTruth truth, CheatingSellers sellers, StoreWorth worth,
    StoreTurnover turnover) : ISeasonPart
{
    private const double PreventedWeeks = 4; // that a fake would have gone on (assumed)

    /// <summary>Measures that ended or came by time are seen before anybody else acts.</summary>
    public void Begin(in SeasonDay day) => Follow(day.Number);

    /// <summary>Brings the season up to what the market says.</summary>
    public void Follow(int day)
    {
        for (var store = 0; store < run.Stores.Count; store++)
        {
            var real = run.Market.View.Store(new StoreId(store))!.Value;
            ref var row = ref run.Stores[store];
            if (real.Status == StoreStatus.Closed && row.IsOpen)
            {
                Close(store, day);
            }
            else if (real.Status != StoreStatus.Closed && !row.IsOpen)
            {
                run.Stores.Reopen(store);
                run.Recorder.Count(SeasonMeasures.Reopened);
            }

            row.IsHeld = real.Status is not (StoreStatus.Hidden or StoreStatus.Suspended) ? 0
                : real.SuspendedFor == SuspensionCause.Certificate ? SeasonStore.HeldForCertificate
                : Math.Max(1, row.IsHeld);
            FollowListings(
                store, row.IsHeld != SeasonStore.HeldForCertificate
                    && (row.IsOpen || real.SuspendedFor == SuspensionCause.Penalty), day);
        }
    }

    /// <summary>Counts fakes on sale, and stores without a fake that may not sell: truth.</summary>
    public void Count()
    {
        var (fakes, victims) = (0, 0);
        for (var listing = 0; listing < truth.Count; listing++)
        {
            fakes += truth.IsFakeOnSale(listing) ? 1 : 0;
        }

        for (var store = 0; store < run.Stores.Count; store++)
        {
            victims += run.Stores[store].IsOpen && run.Stores[store].IsHeld == 1 && !HasFake(store) ? 1 : 0;
        }

        run.Recorder.Count(SeasonMeasures.FakesOnSale, fakes);
        run.Recorder.Count(SeasonMeasures.WrongDaysOff, victims);
    }

    public void Save(StateWriter writer) => writer.WriteMark("stan"); // it is in the stores

    public void Load(StateReader reader) => reader.ReadMark("stan");

    private void Close(int store, int day)
    {
        turnover.EndByPlatform(store, day);
        run.Recorder.Count(SeasonMeasures.ClosedForFakes);
        run.Recorder.Count(SeasonMeasures.WrongClosures, HasFake(store) ? 0 : 1);
        sellers.HearOfClosure(store, day);
    }

    private void FollowListings(int store, bool isByPlatform, int day)
    {
        var sells = run.Stores[store].Sells;
        for (var rank = 0; rank < run.Stores[store].Listings; rank++)
        {
            var listing = run.Stores[store].FirstListing + rank;
            if (truth.IsFake(listing))
            {
                var goods = run.Market.View.Listing(new ListingId(listing));
                var isOnSale = sells && goods is { IsWithdrawn: false };
                if (!isOnSale && isByPlatform && truth.IsFakeOnSale(listing))
                {
                    var orders = Math.Round(PreventedWeeks * worth.OrdersAWeek(listing));
                    run.Recorder.Count(SeasonMeasures.Prevented, (long)orders);
                }

                truth.SetOnSale(listing, isOnSale, day);
            }
        }
    }

    private bool HasFake(int store) => Enumerable.Range(
        run.Stores[store].FirstListing, run.Stores[store].Listings).Any(truth.IsFake);
}
