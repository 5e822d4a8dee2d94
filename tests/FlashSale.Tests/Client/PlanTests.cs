using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;

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

    private ExitCode Plan(string file, params string[] args) => _terminal.Run(["plan", file, .. args]);

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
