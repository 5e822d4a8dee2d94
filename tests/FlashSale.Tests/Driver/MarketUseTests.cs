using FlashSale.Driver;
using FlashSale.Simulator;
using FlashSale.Tests.Dashboard;

namespace FlashSale.Tests.Driver;

// What the processes of a market use, from their metrics to the measurements of a capacity plan (CAP-5).
public sealed class MarketUseTests
{
    private const string Metrics = """
        # TYPE dotnet_process_cpu_count gauge
        dotnet_process_cpu_count{} 4
        dotnet_process_cpu_time_seconds_total{cpu_mode="user"} 1.5 1764470000000
        dotnet_process_cpu_time_seconds_total{cpu_mode="system"} 0.25
        flashsale_storage_commit_rows_bucket{store="sqlite",le="1"} 7
        flashsale_storage_commit_rows_sum{store="sqlite"} 4321
        """;

    [Fact]
    public void What_Prometheus_is_told_is_read() =>
        Assert.Equal(new ProcessReading(4, 1.75, 4_321, HasDatabase: false), ProcessReading.Of(Metrics));

    [Fact]
    public void Rows_in_PostgreSQL_are_a_database_that_works_beside_the_silo() => Assert.True(
        ProcessReading.Of(Metrics.Replace("sqlite", "postgres", StringComparison.Ordinal))!.HasDatabase);

    [Theory]
    [InlineData("")]
    [InlineData("dotnet_process_cpu_count{} 4\n")]
    [InlineData("dotnet_process_cpu_count{} many\ndotnet_process_cpu_time_seconds_total{} 1\n")]
    [InlineData("<html>404</html>")]
    public void What_tells_no_CPU_time_is_no_reading(string text) => Assert.Null(ProcessReading.Of(text));

    [Fact]
    public async Task A_market_without_metrics_ends_no_load()
    {
        await using var host = await ApiHost.StartShop(1); // an API alone
        var plan = PlannedLoad.Constant(10, seconds: 5, warmUpSeconds: 2);
        using var meter = new MarketMeter([PlayedLoad.AddressOf(host)], plan);
        meter.Look(TimeSpan.FromSeconds(2));
        meter.Look(TimeSpan.FromSeconds(7));

        Assert.Null(await meter.Used());
    }

    [Fact]
    public void A_load_at_one_rate_is_a_steady_measurement()
    {
        var results = LoadMeasurements.Of(Run()).Results!;

        Assert.Equal((2, 0), (results.CoresPerSilo, results.DatabaseCores));
        var one = Assert.Single(results.Measurements);
        Assert.Equal((LoadKind.Steady, 3, 10.0, 1_000.0), (one.Kind, one.Silos, one.Seconds, one.Orders));
        Assert.Equal((4.5, 0.0, 12_000.0), (one.SiloCpuSeconds, one.DatabaseCpuSeconds, one.RowsWritten));
        Assert.Equal(Figures().LatencyMs.P99, one.LatencyMsP99);
        Assert.Empty(results.Notes);
    }

    [Fact]
    public void What_weakens_a_measurement_is_noted()
    {
        var own = LoadMeasurements.Of(Run() with { Use = Use() with { HoldsDriver = true } });
        var apart = LoadMeasurements.Of(Run() with { Use = Use() with { HasDatabase = true } });
        var known = LoadMeasurements.Of(
            Run() with { Use = Use() with { HasDatabase = true, DatabaseCpuSeconds = 1 } });

        Assert.StartsWith("the driver's work", Assert.Single(own.Results!.Notes), StringComparison.Ordinal);
        Assert.Contains("database was not", Assert.Single(apart.Results!.Notes), StringComparison.Ordinal);
        Assert.Equal(2, known.Results!.DatabaseCores);
        Assert.Equal(1, known.Results.Measurements[0].DatabaseCpuSeconds);
    }

    [Fact]
    public void A_load_that_measures_no_steady_rate_is_refused_with_why()
    {
        var run = Run();
        (string Wrong, DriveSummary Run)[] refused =
        [
            ("driver-saturated", run with { Verdict = LoadVerdict.DriverSaturated }),
            ("its audit failed", run with { Audit = new AuditSummary(false, []) }),
            ("500 of 1,000", run with { All = run.All with { Done = 500, RateReached = 0.5 } }),
            ("up to 300/s", run with { PeakPlanned = 300 }),
            ("what the market used is not known", run with { Use = null }),
        ];

        foreach (var (wrong, one) in refused)
        {
            var measured = LoadMeasurements.Of(one);
            Assert.Null(measured.Results);
            Assert.Contains(wrong, measured.Problem!.Wrong, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_search_is_its_peaks_and_the_rates_that_held_below()
    {
        var results = LoadMeasurements.Of(Search()).Results!;

        Assert.Equal(
            [LoadKind.Steady, LoadKind.Steady, LoadKind.Peak, LoadKind.Peak],
            results.Measurements.Select(one => one.Kind));
        Assert.All(results.Measurements, one => Assert.Equal(3, one.Silos));
    }

    [Fact]
    public void A_search_that_did_not_break_the_market_is_no_peak()
    {
        foreach (var search in new[]
        {
            Search() with { IsPartial = true }, Search() with { IsBound = true },
            Search() with { Peak = null },
        })
        {
            Assert.NotNull(LoadMeasurements.Of(search).Problem);
        }
    }

    [Fact]
    public void A_search_tells_of_the_try_that_failed_where_two_held()
    {
        var search = Search();
        Assert.Equal("200 orders/s held in two tries, p99 up to 2.0 ms", PeakWords.Finding(search));

        var third = new PeakTry(200, false, Figures(200) with { Goodput = 150 });
        Assert.Equal(
            "200 orders/s held in two of three tries, p99 up to 2.0 ms; the other one, p99 2.0 ms, "
                + "150 done/s",
            PeakWords.Finding(search with { Tries = [.. search.Tries, third] }));
    }

    [Fact]
    public void The_folder_of_a_search_keeps_every_try_and_is_read_again()
    {
        var path = Directory.CreateTempSubdirectory("flashsale-");
        try
        {
            var folder = new PeakFolder(path.FullName);
            folder.Write(Search());

            Assert.Equal(PeakFolder.TextOf(Search()), PeakFolder.TextOf(folder.Read()!));
            Assert.Equal(1 + Search().Tries.Count, File.ReadAllLines(folder.TriesPath).Length);
            var page = File.ReadAllText(folder.ReportPath);
            Assert.Contains("<svg", page, StringComparison.Ordinal);
            Assert.Contains("4,500 µs", page, StringComparison.Ordinal); // of an order
        }
        finally
        {
            path.Delete(recursive: true);
        }
    }

    /// <summary>A search on three silos of two cores that ended at 200 orders a second.</summary>
    internal static PeakSummary Search() => new()
    {
        Scenario = "quick",
        Way = "single",
        Mix = "buy",
        Gates = new LoadGates { RateReachedMin = 0.99, LatencyMsP99Max = 100, ErrorShareMax = 0 },
        Peak = 200,
        PeakFigures = Figures(200),
        Tries =
        [
            .. from rate in new[] { 100.0, 200, 400 }
               from _ in Enumerable.Range(0, 2)
               select new PeakTry(rate, rate < 400, Figures(rate)) { Use = Use(rate) },
        ],
    };

    /// <summary>A steady load of 100 orders a second on the same silos.</summary>
    internal static DriveSummary Run() => new()
    {
        Scenario = "quick",
        Way = "single",
        Mix = "buy",
        PeakPlanned = 100,
        Verdict = LoadVerdict.Sound,
        All = Figures(),
        Phases = [],
        Use = Use(),
    };

    // 4.5 ms for each order of ten seconds.
    private static MarketUse Use(double rate = 100) =>
        new() { Processes = 3, CoresEach = 2, CpuSeconds = rate * 0.045, Rows = (long)(rate * 120) };

    private static PhaseFigures Figures(double rate = 100)
    {
        var load = new VirtualLoad(ArrivalCurve.Constant(rate, 10));
        load.Play();
        return PhaseFigures.OfAll(load.Tally).Figures;
    }
}
