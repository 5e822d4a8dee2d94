using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Plan(
    Storage Storage,
    Popularity? Popularity,
    int Clients,
    int Seconds,
    int WarmUp,
    int Runs,
    string? Connection,
    bool IsMix,
    string? Measurements);

/// <summary>Runs the measurements that were asked for and prints them.</summary>
internal static class Session
{
    private const int AuditFailed = 1;

    /// <summary>Runs all; the exit code is 1 if an audit found something.</summary>
    public static async Task<int> Run(Plan plan, TextWriter output, TimeProvider clock)
    {
        var exit = 0;
        var measured = new List<LoadMeasurement>();
        var numbers = new int[Shape.Buyers];
        Popularity[] kinds = plan.Popularity is { } one ? [one] : Enum.GetValues<Popularity>();
        foreach (var popularity in kinds)
        {
            var shape = new Shape(
                plan.Storage, popularity, plan.Clients, TimeSpan.FromSeconds(plan.WarmUp),
                TimeSpan.FromSeconds(plan.Seconds));
            await output.WriteLineAsync($"{shape}{(plan.IsMix ? ", marketplace mix" : "")}");
            for (var run = 1; run <= plan.Runs; run++)
            {
                if (plan.Storage != Storage.Postgres)
                {
                    Array.Clear(numbers); // each run has a market of its own
                }

                exit |= await RunOnce(plan, shape, run, numbers, measured, output, clock) ? 0 : AuditFailed;
            }
        }

        if (plan.Measurements is { } file && measured.Count > 0)
        {
            await File.WriteAllTextAsync(file, LoadResults.OfThisMachine(
                plan.Storage == Storage.Postgres, measured).ToJson());
        }

        return exit;
    }

    private static async Task<bool> RunOnce(
        Plan plan, Shape shape, int run, int[] numbers, List<LoadMeasurement> measured, TextWriter output,
        TimeProvider clock)
    {
        await using var silo = await TestSilo.Start(plan.Storage, plan.Connection, clock);
        await silo.Fill();
        if (plan.IsMix)
        {
            var mix = await new MarketplaceMix(shape, silo, clock, run).Run();
            await output.WriteLineAsync(Say(
                $"  run {run}: {mix.PerSecond:#,0} transactions/s, ")
                + Say($"{mix.CheckoutsPerSecond:#,0} checkouts/s, {mix.Failed} errors, ")
                + Say($"audit {Passed(mix.AuditPassed)}"));
            return mix.AuditPassed;
        }

        var figures = await new Measurement(shape, silo, clock, (ulong)run, numbers).Run();
        measured.Add(Peak(plan, figures));
        var database = figures.DatabaseUsPerOrder is { } us ? Say($" + database {us:0} µs") : "";
        var rows = figures.RowsPerOrder is { } some ? Say($", {some:0.0} rows") : "";
        await output.WriteLineAsync(
            Say($"  run {run}: {figures.OrdersPerSecond:#,0} orders/s, p50 {figures.MsP50:0.00} ms, ")
            + Say($"p99 {figures.MsP99:0.00} ms, p99.9 {figures.MsP999:0.0} ms, ")
            + Say($"longest {figures.MsLongest:#,0} ms, ")
            + Say($"an order: silo {figures.SiloUsPerOrder:0} µs{database}{rows}, ")
            + Say($"{figures.BytesPerOrder / 1_000:0.0} kB, pauses {figures.PauseShare * 100:0} %, ")
            + Say(
                $"{figures.Refused} refused, {figures.Failed} errors, audit {Passed(figures.AuditPassed)}"));
        return figures.AuditPassed;
    }

    private static LoadMeasurement Peak(Plan plan, MeasuredLoad figures)
    {
        var orders = figures.OrdersPerSecond * plan.Seconds;
        return new LoadMeasurement
        {
            Kind = LoadKind.Peak,
            Silos = 1,
            Seconds = plan.Seconds,
            Orders = orders,
            SiloCpuSeconds = figures.SiloUsPerOrder * orders / 1e6,
            DatabaseCpuSeconds = (figures.DatabaseUsPerOrder ?? 0) * orders / 1e6,
            RowsWritten = figures.RowsPerOrder * orders,
        };
    }

    private static string Passed(bool passed) => passed ? "passed" : "FAILED";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
