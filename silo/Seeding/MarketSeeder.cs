using FlashSale.Simulator;

namespace FlashSale.Silo;

/// <summary>Fills a market with what a scenario begins with; what is there already stays as it is.</summary>
/// <remarks>
/// Every request has the same id whenever it is sent, so that a market can be filled again after a failure.
/// A store or listing that exists on other terms is left alone and counted.
/// </remarks>
internal sealed class MarketSeeder(
    IMarketplace market, OpeningMarket opening, TimeProvider clock, Serilog.ILogger log)
{
    // Top-ups of a seeding have numbers that no client of the API uses: their highest bit but one is set.
    private const long FirstTransfer = 1L << 62;

    private const int AtATime = 64;
    private const int TriesMax = 20;

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);

    private long _done;
    private long _refused;

    /// <summary>How far it is: «892 of 22,678 stores, listings and balances are there».</summary>
    public string Progress => FormattableString.Invariant(
        $"{Interlocked.Read(ref _done):#,0} of {Total:#,0} stores, listings and balances are there");

    private long Total =>
        opening.StoreCount + opening.Coupons().Count() + opening.ListingCount + opening.BuyerCount;

    /// <summary>Fills the market; ends when all of it is durable.</summary>
    public async Task Fill(CancellationToken stop)
    {
        log.Information(
            "Filling the market: {Stores} stores, {Listings} listings, {Buyers} buyers",
            opening.StoreCount, opening.ListingCount, opening.BuyerCount);
        using var telling = clock.CreateTimer(_ => Tell(), null, TellEvery, TellEvery);
        await ForEach(opening.Stores(), Open, stop);
        await ForEach(opening.Coupons(), Give, stop);
        await ForEach(opening.Listings(), Publish, stop);
        await ForEach(opening.Balances(), TopUp, stop);
        log.Information("The market is filled: {Done} there, {Refused} refused", _done, _refused);
    }

    private void Tell() => log.Information("{Progress:l}", Progress);

    private async Task ForEach<T>(
        IEnumerable<T> all, Func<T, ValueTask<bool>> send, CancellationToken stop) =>
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop },
            async (one, cancel) =>
            {
                var isThere = await UntilAnswered(() => send(one), cancel);
                Interlocked.Increment(ref isThere ? ref _done : ref _refused);
            });

    // The market may be busy, or a silo may just have died: the same request is sent again.
    private async Task<bool> UntilAnswered(Func<ValueTask<bool>> send, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await send();
            }
            catch (Exception fault) when (tries < TriesMax && IsPassing(fault))
            {
                await Task.Delay(PauseBetweenTries, clock, stop);
            }
        }
    }

    /// <summary>Whether the same request may be answered a little later.</summary>
    public static bool IsPassing(Exception fault) =>
        fault is MarketBusyException or MarketHaltedException or TimeoutException;

    private async ValueTask<bool> Open(StoreApplication store) =>
        await market.OpenStore(store) == OpenStoreResult.Opened;

    private async ValueTask<bool> Give(SetCoupon command) =>
        await market.Do<SetCoupon, StoreResult>(command) == StoreResult.Done;

    private async ValueTask<bool> Publish((ListingId Id, ListingTerms Terms) listing) =>
        await market.Publish(listing.Id, listing.Terms) == ListingResult.Published;

    private async ValueTask<bool> TopUp((BuyerId Buyer, Money Balance) one) => await market.Move(new Transfer(
        FirstTransfer + one.Buyer.Value, MovementKind.BuyerTopUp, default, one.Buyer, one.Balance))
        == TransferResult.Moved;
}
