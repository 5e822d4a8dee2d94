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
        var scenario = Read(ScenarioName, Scale);
        var progress = default(Progress);
        var cost = bench.Cost(() =>
        {
            var simulation = Simulation.Create(scenario);
            simulation.RunToEnd();
            progress = simulation.Progress;
        });
        return
        [
            new Figure(
                "orders placed", "1/s", cost.PerSecond(progress.OrdersPlaced),
                FigureBar.AtLeast(OrdersPerSecond)),
            new Figure("events", "1/s", cost.PerSecond(progress.Events)),
            new Figure(
                "events an order", "", progress.Events / (double)progress.OrdersPlaced,
                FigureBar.AtLeast(EventsPerOrder)),
            .. cost.FiguresOf("an order", progress.OrdersPlaced),
        ];
    }

    public void Dispose()
    {
    }

    /// <summary>A shipped scenario at a scale.</summary>
    public static Scenario Read(string name, double scale)
    {
        var file = ScenarioFiles.Find(name)
            ?? throw new FileNotFoundException($"The scenario {name} is not beside the program.");
        var reading = TextFile.Read<Scenario>(file, ScenarioReader.Read);
        return reading.Value is { } scenario
            ? scenario with { Scale = scale }
            : throw new InvalidDataException($"{reading.Problems[0]}");
    }
}
