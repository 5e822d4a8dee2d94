using System.Diagnostics;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>What was measured.</summary>
/// <param name="OrdersPerSecond">Orders placed and paid.</param>
/// <param name="MsP50">Half of them took no longer than this, checkout and payment together.</param>
/// <param name="MsP99">99 of 100 took no longer.</param>
/// <param name="MsP999">999 of 1,000 took no longer.</param>
/// <param name="MsLongest">The longest that a buyer waited, also who still waited at the end.</param>
/// <param name="SiloUsPerOrder">
/// CPU time of this process for each, in microseconds, the driver's included.
/// </param>
/// <param name="BytesPerOrder">Bytes that this process allocated for each, the driver's included.</param>
/// <param name="PauseShare">The share of the time in which all threads stood still for the collector.</param>
/// <param name="DatabaseUsPerOrder">CPU time of the database's processes; null if there are none.</param>
/// <param name="RowsPerOrder">Rows that became durable for each; null if the store counts none.</param>
/// <param name="Refused">Answers other than placed and paid.</param>
/// <param name="Failed">Requests that ended in an error.</param>
/// <param name="AuditPassed">Whether the audit afterwards found nothing.</param>
internal sealed record MeasuredLoad(
    double OrdersPerSecond,
    double MsP50,
    double MsP99,
    double MsP999,
    double MsLongest,
    double SiloUsPerOrder,
    double BytesPerOrder,
    double PauseShare,
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
    private readonly long[] _longest = new long[shape.Clients];
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
        (isMeasured, var cpu, var database, var rows, var memory) =
            (true, Cpu(), DatabaseCpu.Read(), written.Rows, ProcessCost.Now);
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(shape.Measured, clock);
        isMeasured = false;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (cpu, database, rows, memory) =
            (Cpu() - cpu, DatabaseCpu.Read() - database, written.Rows - rows, ProcessCost.Now - memory);
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        long[] all = [.. _ticks.SelectMany(ticks => ticks).Order()];
        var audit = await silo.Market.Audit();
        return new MeasuredLoad(
            all.Length / seconds, Ms(all, 0.5), Ms(all, 0.99), Ms(all, 0.999), Ms(_longest.Max()),
            cpu.TotalMicroseconds / all.Length, (double)memory.Bytes / all.Length,
            memory.Pauses.TotalSeconds / seconds,
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
        : Ms(sorted[(int)(share * (sorted.Length - 1))]);

    private static double Ms(long ticks) => ticks * 1_000.0 / Stopwatch.Frequency;

    private async Task Buy(int client, AliasTable popularity, Func<bool> isMeasured, CancellationToken stop)
    {
        var draws = Draws.For(seed, client, stream: 1);
        while (!stop.IsCancellationRequested)
        {
            // Each client has buyers of its own, so that their checkout numbers rise without gaps.
            var buyer = (draws.Below(Shape.Buyers / shape.Clients) * shape.Clients) + client;
            var listing = new ListingId(popularity.Draw(ref draws));
            var (began, wasMeasured) = (Stopwatch.GetTimestamp(), isMeasured());
            var isDone = await Order(new CheckoutId(new BuyerId(buyer), numbers[buyer]++), listing);
            var ticks = Stopwatch.GetTimestamp() - began;
            if (isDone && isMeasured())
            {
                _ticks[client].Add(ticks);
            }

            _longest[client] = wasMeasured ? Math.Max(_longest[client], ticks) : _longest[client];
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
