using System.Collections.Concurrent;

namespace FlashSale.Drill;

/// <summary>
/// Buyers who check out and pay, one request after the other, and send a request again until it is answered.
/// </summary>
internal sealed class Load(IMarketplace market, Records records, TimeProvider clock)
{
    private const int Buyers = 64;
    private const int FollowEvery = 4;

    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PauseBeforeAgain = TimeSpan.FromMilliseconds(200);

    private static readonly Rating Good = Rating.Of(CreditRating.Good, 5, 4, 5, 4)!.Value;

    private readonly ConcurrentDictionary<string, long> _refused = [];
    private readonly Lock _lock = new();
    private long _placed;
    private long _paid;
    private long _sentAgain;
    private long _unknown;
    private long _lastAt;
    private TimeSpan _longestSilence;

    /// <summary>Offers goods, then lets buyers buy for so many seconds.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(int seconds)
    {
        await Goods.Offer(market);
        await using var acknowledged = records.Append();
        acknowledged.AutoFlush = true;
        Console.WriteLine("buying"); // cluster.sh waits for this
        _lastAt = clock.GetTimestamp();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), clock);
        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(buyer =>
            Buy(new BuyerId(buyer), acknowledged, end.Token)));
        records.Write(new LoadSeen(
            _placed, _paid, new SortedDictionary<string, long>(_refused), _sentAgain, _unknown,
            (long)_longestSilence.TotalMilliseconds));
        Console.WriteLine(
            $"{_placed} checkouts placed, {_paid} paid, {_sentAgain} requests sent again, "
                + $"{_unknown} never answered, longest silence {_longestSilence.TotalSeconds:0.0} s");
        return _placed > 0 ? 0 : 1;
    }

    private async Task Buy(BuyerId buyer, StreamWriter acknowledged, CancellationToken end)
    {
        for (var number = 0; !end.IsCancellationRequested && number <= CheckoutId.NumberMax; number++)
        {
            var id = new CheckoutId(buyer, number);
            var lines = Goods.Wanted(id);
            if (await UntilAnswered(() => market.Checkout(id, lines)) is not { } answer)
            {
                continue;
            }

            if (answer.Result != CheckoutResult.Placed)
            {
                _refused.AddOrUpdate(answer.Result.ToString(), 1, (_, count) => count + 1);
                continue;
            }

            Acknowledge(acknowledged, ref _placed, $"placed {id.Packed} {answer.Orders} {answer.Total.Fen}");
            var paid = await UntilAnswered(() => market.Pay(id, PaymentChannel.QuickPay));
            if (paid is { Result: PayResult.Paid })
            {
                Acknowledge(acknowledged, ref _paid, $"paid {id.Packed} {paid.Value.Amount.Fen}");
                await Follow(id.Order(0));
            }
        }
    }

    // What follows a payment, for some: goods arrive and are rated, or the money goes back.
    private async Task Follow(OrderId order)
    {
        switch (order.Checkout.Number % FollowEvery)
        {
            case 0:
                foreach (var step in (OrderStep[])[OrderStep.Ship, OrderStep.Deliver, OrderStep.Confirm])
                {
                    await UntilAnswered(() => market.StepOrder(order, step));
                }

                await UntilAnswered(() => market.Rate(order, Good));
                break;
            case 1:
                await UntilAnswered(() => market.Refund(order, line: 0, unitsInTotal: 1));
                break;
        }
    }

    private void Acknowledge(StreamWriter file, ref long counter, string line)
    {
        lock (_lock)
        {
            counter++;
            var silence = clock.GetElapsedTime(_lastAt);
            _longestSilence = silence > _longestSilence ? silence : _longestSilence;
            _lastAt = clock.GetTimestamp();
            file.WriteLine(line);
        }
    }

    private async Task<T?> UntilAnswered<T>(Func<ValueTask<T>> send)
        where T : struct
    {
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < GiveUpAfter)
        {
            try
            {
                return await send();
            }
            catch (Exception fault) when (
                fault is MarketHaltedException or MarketBusyException or TimeoutException)
            {
                Interlocked.Increment(ref _sentAgain);
                await Task.Delay(PauseBeforeAgain, clock);
            }
        }

        Interlocked.Increment(ref _unknown);
        return null;
    }
}
