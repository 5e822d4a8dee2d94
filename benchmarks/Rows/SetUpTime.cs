using FlashSale.Simulator;

namespace FlashSale.Benchmarks;

/// <summary>What a small run costs before its first event: a study makes thousands of them.</summary>
internal sealed class SetUpTime : IRow
{
    private const string ScenarioName = "quick";
    private const double Scale = 0.00001;
    private const double SecondsMax = 0.5;

    public string Name => "set-up";

    public string What => "making the world and the opening of a small run, in seconds of the processor";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        var scenario = SimulationSpeed.Read(ScenarioName, Scale);
        Simulation.Create(scenario);
        var cost = bench.Cost(() => Simulation.Create(scenario));
        return
        [
            new Figure("a run", "s", cost.Cpu.TotalSeconds, FigureBar.AtMost(SecondsMax)),
            new Figure("allocated, a run", "bytes", cost.AllocatedBytes),
        ];
    }

    public void Dispose()
    {
    }
}
