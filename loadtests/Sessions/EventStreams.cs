using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>The events of a market on their way to sellers, reputation and telemetry.</summary>
internal sealed class EventStreams(MarketAddresses grains, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until nothing is on its way, and counts what has arrived.</summary>
    /// <param name="stores">The stores whose credit is added up.</param>
    /// <param name="within">How long to wait at most.</param>
    public async Task<StreamFigures> Empty(IEnumerable<StoreId> stores, TimeSpan within)
    {
        var began = clock.GetTimestamp();
        var areEmpty = await AreEmpty();
        while (!areEmpty && clock.GetElapsedTime(began) < within)
        {
            await Task.Delay(LookEvery, clock);
            areEmpty = await AreEmpty();
        }

        var seconds = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 1);
        var figures = (await grains.Telemetry.Sales()).Figures;
        var standings = await Task.WhenAll(
            stores.Select(store => grains.Reputation(OwnerKey.Of(store)).Standing()));
        return new StreamFigures(
            areEmpty, seconds, figures.Counts.Sum(), figures.Totals.OrdersPaid,
            figures.Totals.CountOf(MarketEventKind.StoreRated)
                + figures.Totals.CountOf(MarketEventKind.BuyerRated),
            standings.Sum(one => (long)one.Credit.Points));
    }

    // A partition answers that nothing is left when it has looked and found no event.
    private async Task<bool> AreEmpty()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, OrderFeed.Partitions).Select(partition => grains.Outbox(partition).Pump()));
        return answers.All(isEmpty => isEmpty);
    }
}
