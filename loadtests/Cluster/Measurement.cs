using System.Diagnostics;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>What was measured.</summary>
/// <param name="OrdersPerSecond">Orders placed and paid.</param>
/// <param name="MsP50">Half of them took no longer than this, checkout and payment together.</param>
/// <param name="MsP99">99 of 100 took no longer.</param>
/// <param name="SiloUsPerOrder">
/// CPU time of this process for each, in microseconds, the driver's included.
/// </param>
/// <param name="DatabaseUsPerOrder">CPU time of the database's processes; null if there are none.</param>
/// <param name="RowsPerOrder">Rows that became durable for each; null if the store counts none.</param>
/// <param name="Refused">Answers other than placed and paid.</param>
/// <param name="Failed">Requests that ended in an error.</param>
/// <param name="AuditPassed">Whether the audit afterwards found nothing.</param>
internal sealed record MeasuredLoad(
    double OrdersPerSecond,
    double MsP50,
    double MsP99,
    double SiloUsPerOrder,
    double? DatabaseUsPerOrder,
    double? RowsPerOrder,
    long Refused,
    long Failed,
    bool AuditPassed);

/// <summary>Closed-loop buyers that check out one item and pay it, as fast as they are answered.</summary>
/// <param name="shape">What is measured.</param>
/// <param name="silo">The market.</param>
/// <param name="clock">Tells how long.</param>
/// <param name="seed">The seed of all draws.</param>
/// <param name="numbers">The number of each buyer's next checkout, before and after.</param>
internal sealed class Measurement(Shape shape, TestSilo silo, TimeProvider clock, ulong seed, int[] numbers)
{
    private readonly List<long>[] _ticks =
        [.. Enumerable.Range(0, shape.Clients).Select(_ => new List<long>())];
    private long _refused;
    private long _failed;

    /// <summary>Runs the load and then the audit.</summary>
    public async Task<MeasuredLoad> Run()
    {
        var popularity = new AliasTable(shape.Weights);
        using var stop = new CancellationTokenSource();
        using var written = new SiloMeter(shape.Storage);
        var isMeasured = false;
        var clients = Enumerable.Range(0, shape.Clients)
            .Select(client => Task.Run(() => Buy(client, popularity, () => isMeasured, stop.Token)))
            .ToArray();
        await Task.Delay(shape.WarmUp, clock);
        (isMeasured, var cpu, var database, var rows) =
            (true, Cpu(), DatabaseCpu.Read(), written.Rows);
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(shape.Measured, clock);
        isMeasured = false;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (cpu, database, rows) =
            (Cpu() - cpu, DatabaseCpu.Read() - database, written.Rows - rows);
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        long[] all = [.. _ticks.SelectMany(ticks => ticks).Order()];
        var audit = await silo.Market.Audit();
        return new MeasuredLoad(
            all.Length / seconds, Ms(all, 0.5), Ms(all, 0.99), cpu.TotalMicroseconds / all.Length,
            shape.Storage == Storage.Postgres ? database.TotalMicroseconds / all.Length : null,
            (double?)rows / all.Length, _refused, _failed, audit.Passed);
    }

    private static TimeSpan Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static double Ms(long[] sorted, double share) => sorted.Length == 0
        ? 0
        : sorted[(int)(share * (sorted.Length - 1))] * 1_000.0 / Stopwatch.Frequency;

    private async Task Buy(int client, AliasTable popularity, Func<bool> isMeasured, CancellationToken stop)
    {
        var draws = Draws.For(seed, client, stream: 1);
        while (!stop.IsCancellationRequested)
        {
            // Each client has buyers of its own, so that their checkout numbers rise without gaps.
            var buyer = (draws.Below(Shape.Buyers / shape.Clients) * shape.Clients) + client;
            var listing = new ListingId(popularity.Draw(ref draws));
            var began = Stopwatch.GetTimestamp();
            var isDone = await Order(new CheckoutId(new BuyerId(buyer), numbers[buyer]++), listing);
            if (isDone && isMeasured())
            {
                _ticks[client].Add(Stopwatch.GetTimestamp() - began);
            }
        }
    }

    private async Task<bool> Order(CheckoutId id, ListingId listing)
    {
        try
        {
            var placed = await silo.Market.Checkout(
                id, new[] { new CartLine(listing, 1, Money.FromYuan(100)) });
            var paid = placed.Result == CheckoutResult.Placed
                ? await silo.Market.Pay(id, PaymentChannel.QuickPay)
                : default;
            if (paid.Result == PayResult.Paid)
            {
                return true;
            }

            Interlocked.Increment(ref _refused);
        }
        catch (Exception failure) when (Faults.IsOne(failure))
        {
            Interlocked.Increment(ref _failed);
        }

        return false;
    }
}
