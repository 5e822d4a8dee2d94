using FlashSale.Driver;
using FlashSale.LoadTests;
using FlashSale.Simulator;

namespace FlashSale.Cluster.Tests;

public sealed class LoadSessionTests : IDisposable
{
    private const int PerSecond = 40;
    private const int Seconds = 2;
    private const int Planned = PerSecond * Seconds;

    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Rules ORD-4, ESC-3: what the driver counted is what the market has, by its own count of its rows.
    [Fact]
    [Trait("cluster", "ORD-4"), Trait("cluster", "ESC-3")]
    public async Task A_load_over_Orleans_calls_is_counted_exactly_and_its_figures_are_the_markets_own()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var options = OptionsOf(LoadScenarios.Usual) with { WarmUp = 1 };

        var exit = await new LoadVerb(new LoadTerminal(output, errors, ErrorIsScreen: false), Clock)
            .Run(options, null, CancellationToken.None);

        var summary = new DriveFolder(_folder).Read()!.Summary;
        Assert.Equal((LoadVerb.Done, ""), (exit, Failures(summary)));
        Assert.Equal((Planned, Planned, 0L), (summary.All.Planned, summary.All.Done, summary.All.Errors));
        var done = summary.Phases.Sum(phase => phase.Done);
        var rated = summary.Phases.SelectMany(phase => phase.Ends).Where(end => end.Step == "rate")
            .Sum(end => end.Count);
        Assert.Equal((done, rated), (summary.Streams!.Paid, summary.Streams.Verdicts));
        Assert.True(summary.Streams.AreEmpty && rated > 0);
        Assert.Contains(
            FormattableString.Invariant($"{done:#,0} payments told once each"), Findings(summary),
            StringComparison.Ordinal);
        Assert.True(
            summary.Cost is { GrainCalls: >= 2, Activations: > 0, Rows: null, AllocatedBytes: > 0 },
            $"{summary.Cost}"); // a checkout and a payment; rows in memory are not made durable
        var table = output.ToString();
        Assert.Contains($"{Planned} planned, {Planned} done, 0 refused", table, StringComparison.Ordinal);
        Assert.Contains($"repeat        {options.CommandLine}", table, StringComparison.Ordinal);
        Assert.Contains("live pages: http://127.0.0.1:", errors.ToString(), StringComparison.Ordinal);
    }

    // Every host has what a seller looks at, and takes the verdict of a buyer.
    [Fact]
    public async Task A_load_on_the_api_of_a_silo_makes_no_call_that_a_silo_does_not_offer()
    {
        await using var silo = await LoadSilo.Start(Storage.Memory, null, Clock, CancellationToken.None);
        foreach (var name in new[] { "online-marketplace-mix", "marketplace-day", LoadScenarios.Usual })
        {
            var options = OptionsOf(name) with { Url = silo.Pages.GetLeftPart(UriPartial.Authority) };

            await new LoadVerb(new LoadTerminal(TextWriter.Null, TextWriter.Null, false), Clock)
                .Run(options with { Storage = null }, null, CancellationToken.None);

            var summary = new DriveFolder(_folder).Read()!.Summary;
            Assert.Equal((Planned, 0L), (summary.All.Planned, summary.All.Errors));
            Assert.Equal(Planned, summary.All.Done);
            Assert.True(summary.Audit!.Passed);
        }
    }

    [Fact]
    public async Task A_load_that_is_stopped_is_audited_and_says_that_it_is_partial()
    {
        using var stop = new CancellationTokenSource();
        var errors = new StoppingWriter(stop);
        var options = OptionsOf(LoadScenarios.Usual) with { Seconds = 600, WarmUp = 0 };

        var exit = await new LoadVerb(new LoadTerminal(TextWriter.Null, errors, false), Clock)
            .Run(options, null, stop.Token);

        var summary = new DriveFolder(_folder).Read()!.Summary;
        Assert.True(summary is { IsPartial: true, Audit.Passed: true });
        Assert.True(exit is LoadVerb.Done or LoadVerb.Failed);
        Assert.Equal(summary.All.Issued, summary.All.Done);
    }

    // Rule IDN-4: a store and the person behind it have numbers of their own.
    [Fact]
    [Trait("cluster", "IDN-4")]
    public async Task The_seller_of_a_listing_is_the_owner_of_its_store()
    {
        await using var silo = await LoadSilo.Start(Storage.Memory, null, Clock, CancellationToken.None);
        var market = new ClusterMarketplace(silo.Grains, Clock);
        await market.OpenStore(new StoreApplication(
            new StoreId(3), new SellerId(41), MarketKind.Brand, DepositTier.Low, "A store",
            Money.FromYuan(1_000_000)));
        await market.Publish(new ListingId(5), new ListingTerms
        {
            Store = new StoreId(3),
            Title = "Goods",
            Category = new CategoryId(0),
            Price = Money.FromYuan(100),
            Stock = 1,
        });
        var load = new ClusterMarket("a test", silo.Grains, Clock, silo);

        Assert.Equal(new SellerId(41), await load.SellerOf(new ListingId(5)));
        Assert.Equal(LoadAnswer.Done, await load.LookAtSales(new ListingId(5)));
        Assert.Equal(LoadOutcome.Error, (await load.LookAtSales(new ListingId(6))).Outcome);
    }

    private static TimeProvider Clock => RealClock.Instance;

    private static string Findings(DriveSummary summary) =>
        string.Join("; ", summary.Audit!.Checks.Select(check => check.Finding));

    private static string Failures(DriveSummary summary) => string.Join("; ", [
        .. summary.Gates.Where(gate => !gate.Passed).Select(gate => $"{gate}"),
        .. summary.Audit!.Checks.Where(check => !check.Passed).Select(check => $"{check}"),
    ]);

    private LoadOptions OptionsOf(string name) => new()
    {
        Scenario = LoadScenarios.All.Single(one => one.Name == name),
        Storage = Storage.Memory,
        Peak = PerSecond,
        File = FileOf(name),
        Seconds = Seconds,
        WarmUp = 0,
        Out = _folder,
    };

    // The same people and goods at a constant rate, without a gate of latency: nothing timed is asserted.
    private string FileOf(string name)
    {
        var text = File.ReadAllText(ScenarioFiles.Find(name)!);
        var file = Path.Combine(_folder, $"{name}.yaml");
        File.WriteAllText(file, text[..text.IndexOf("\nload:", StringComparison.Ordinal)]
            + "\nload:\n  shape: constant\n  driverLateMsP99Max: 60000\n  gates:\n    errorShareMax: 0\n");
        return file;
    }

    // Asks the load to stop when it tells how far it is.
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains("/s  p99", StringComparison.Ordinal) == true)
            {
                stop.Cancel();
            }
        }
    }
}
