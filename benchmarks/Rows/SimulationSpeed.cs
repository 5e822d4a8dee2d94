using FlashSale.Simulator;

namespace FlashSale.Benchmarks;

/// <summary>A whole festival in virtual time, from its opening to its last parcel.</summary>
internal sealed class SimulationSpeed : IRow
{
    private const string ScenarioName = "double11-2018";
    private const double Scale = 0.0003;
    private const double OrdersPerSecond = 300_000;
    private const double EventsPerOrder = 10;

    public string Name => "simulation";

    public string What => $"the festival of 2018 in virtual time at scale {Scale}, with its aftermath";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        var scenario = Read();
        var progress = default(Progress);
        var time = bench.Time(() =>
        {
            var simulation = Simulation.Create(scenario);
            simulation.RunToEnd();
            progress = simulation.Progress;
        });
        return
        [
            new Figure(
                "orders placed", "1/s", progress.OrdersPlaced / time.TotalSeconds,
                FigureBar.AtLeast(OrdersPerSecond)),
            new Figure("events", "1/s", progress.Events / time.TotalSeconds),
            new Figure(
                "events an order", "", progress.Events / (double)progress.OrdersPlaced,
                FigureBar.AtLeast(EventsPerOrder)),
        ];
    }

    public void Dispose()
    {
    }

    private static Scenario Read()
    {
        var file = ScenarioFiles.Find(ScenarioName)
            ?? throw new FileNotFoundException($"The scenario {ScenarioName} is not beside the program.");
        var reading = TextFile.Read<Scenario>(file, ScenarioReader.Read);
        return reading.Value is { } scenario
            ? scenario with { Scale = Scale }
            : throw new InvalidDataException($"{reading.Problems[0]}");
    }
}
