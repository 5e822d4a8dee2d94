using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;
using FlashSale.Tests.Driver;

namespace FlashSale.Tests.Client;

/// <summary>«flashsale plan» (rule CAP-5).</summary>
public sealed class PlanTests : IDisposable
{
    private static readonly double[] Misses = [0.99, 1.01];

    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-").FullName;
    private readonly TestTerminal _terminal = new();

    public void Dispose()
    {
        _terminal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_plan_names_silos_database_cores_and_what_breaks_first()
    {
        Assert.Equal(ExitCode.Done, Plan(Measurements(1, 2, 4), "--orders-per-second", "20000"));

        Assert.StartsWith(
            "3 silos and 2 database cores carry 20,000 orders/s at p99 ≤ 500 ms. What breaks first: ",
            _terminal.Out, StringComparison.Ordinal);
        Assert.Empty(_terminal.Error);
    }

    [Fact]
    public void For_a_machine_it_is_one_document()
    {
        Assert.Equal(
            ExitCode.Done, Plan(Measurements(1, 2, 4), "--json", "--silos", "5", "--orders-per-second", "9"));

        using var plan = JsonDocument.Parse(_terminal.Out);
        Assert.Equal("carries", plan.RootElement.GetProperty("answer").GetProperty("result").GetString());
        Assert.Equal(5, plan.RootElement.GetProperty("answer").GetProperty("silos").GetInt32());
    }

    [Fact]
    public void What_cannot_be_carried_fails()
    {
        Assert.Equal(
            ExitCode.Failed, Plan(Measurements(1, 2, 4), "--silos", "2", "--orders-per-second", "90000"));

        Assert.StartsWith("2 silos do not carry 90,000 orders/s", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_measurements_are_refused_with_what_is_lacking()
    {
        Assert.Equal(ExitCode.BadInput, Plan(Measurements(1, 2)));

        Assert.Contains(
            "peaks of 2 sizes of the cluster, 3 are needed", _terminal.Error, StringComparison.Ordinal);
        Assert.Empty(_terminal.Out);
    }

    [Fact]
    public void A_wrong_field_is_named_with_its_line()
    {
        var file = Write(
            "bad.json", "{ \"coresPerSilo\": 2,\n\"measurements\": [ { \"kind\": \"pek\" } ] }");

        Assert.Equal(ExitCode.BadInput, Plan(file));

        Assert.Contains(
            ":2:29: measurements[0].kind: «pek» is not known (did you mean «peak»?); allowed: peak, steady",
            _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_of_searches_and_of_a_load_are_measurements() // B7
    {
        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        var load = Path.Combine(_folder, "steady");
        new PeakFolder(first).Write(MarketUseTests.Search());
        new PeakFolder(second).Write(MarketUseTests.Search());
        new DriveFolder(load).Write(new DriveResult(MarketUseTests.Run(), []));

        var code = Plan(
            [first, second, load], "--contention", "0.02", "--coherency", "0", "--orders-per-second", "300");

        Assert.Equal(("", ExitCode.Done), (_terminal.Error, code));
        Assert.Contains(
            " silos and 0 database cores carry 300 orders/s", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_measured_nothing_for_a_plan_is_refused_with_why()
    {
        new DriveFolder(_folder).Write(new DriveResult(MarketUseTests.Run() with { Use = null }, []));

        Assert.Equal(ExitCode.BadInput, Plan(_folder));
        Assert.Equal(ExitCode.BadInput, Plan(Path.GetTempPath()));

        Assert.Contains("what the market used is not known", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains(
            "there is no load test in it; allowed: a folder", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_read_as_a_file_of_the_same_names()
    {
        const string names = "kind,silos,seconds,orders,siloCpuSeconds,latencyMsP99,coresPerSilo,"
            + "databaseCores\n";
        var rows = Enumerable.Range(0, 6).Select(at => 1 << (at / 2)).Select(silos =>
            FormattableString.Invariant($"peak,{silos},10,{100_000 * silos},{15 * silos},,2,0\n"));
        var table = Write("all.csv", "# of a test\n" + names + string.Concat(rows)
            + "steady,1,10,10000,1.5,6,2,0\n");

        Assert.Equal(ExitCode.Done, Plan(table, "--orders-per-second", "20000"));

        Assert.StartsWith("3 silos and 0 database cores", _terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind,silos\npeak\n", "2:1: 1 cells under 2 columns")]
    [InlineData("kind,coresPerSilo\npeak,2\npeak,4\n", "3:6: coresPerSilo: machines of another size")]
    [InlineData("kind,kind\npeak,peak\n", "2:6: kind: the column is there twice")]
    [InlineData("kind,silo\npeak,1\n", "measurements[0].silo: the key is not known (did you mean «silos»?)")]
    [InlineData("kind,silos\npeak,many\n", "2:6: measurements[0].silos: «many» is no number")]
    [InlineData("kind,silos\n", "there are no rows")]
    public void A_table_that_is_wrong_is_named_with_its_place(string text, string problem)
    {
        Assert.Equal(ExitCode.BadInput, Plan(Write("bad.csv", text)));

        Assert.Contains(problem, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--contention", "0.1")]
    [InlineData("--out", "capacity.yaml")]
    public void What_belongs_together_must_be_given_together(params string[] args)
    {
        Assert.Equal(ExitCode.BadInput, Plan(Measurements(1, 2, 4), args));

        Assert.Contains("allowed: ", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("template")]
    public void The_planned_capacity_can_be_simulated(string name)
    {
        var (file, block) = (Path.Combine(_folder, "planned.yaml"), Path.Combine(_folder, "capacity.yaml"));

        Plan(Measurements(
            1, 2, 4), "--silos", "8", "--scenario", name, "--scenario-out", file, "--out", block);

        var before = ScenarioReader.Read(File.ReadAllText(ScenarioFiles.Find(name)!), name).Value!;
        var planned = ScenarioReader.Read(File.ReadAllText(file), file).Value!;
        Assert.Equal($"{before.Name}-on-8-silos", planned.Name);
        Assert.InRange(
            planned.Capacity.GatewayShareOfPeak * planned.Festival.PeakOrdersPerSecond, 60_000, 65_000);
        Assert.Equal(
            before.Hash,
            (planned with { Name = before.Name, Capacity = before.Capacity }).Hash);
        Assert.Contains("  gatewayShareOfPeak: 0.", File.ReadAllText(block), StringComparison.Ordinal);
    }

    private ExitCode Plan(string file, params string[] args) => Plan([file], args);

    private ExitCode Plan(string[] files, params string[] args) => _terminal.Run(["plan", .. files, .. args]);

    private string Measurements(params int[] sizes)
    {
        var peaks = sizes.SelectMany(silos => Misses.Select(miss => FormattableString.Invariant(
                $"{{ \"kind\": \"peak\", \"silos\": {silos}, \"seconds\": 10, ")
            + FormattableString.Invariant($"\"orders\": {100_000 * miss * silos}, ")
            + FormattableString.Invariant(
                $"\"siloCpuSeconds\": {15 * silos}, \"databaseCpuSeconds\": {5 * silos} }}")));
        var steady = "{ \"kind\": \"steady\", \"silos\": 1, \"seconds\": 10, \"orders\": 10000, "
            + "\"siloCpuSeconds\": 1.5, \"databaseCpuSeconds\": 0.5, \"latencyMsP99\": 6 }";
        return Write("load.json", $$"""
            {
              "coresPerSilo": 2,
              "databaseCores": 2,
              "measurements": [ {{string.Join(",\n", peaks.Append(steady))}} ]
            }
            """);
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
