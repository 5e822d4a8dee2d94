using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>The load that a scenario and the command line make together.</summary>
/// <param name="Curve">Orders a second, warm-up included.</param>
/// <param name="Phases">The stretches that are counted by themselves.</param>
/// <param name="Gates">What must hold, by the names of the phases; «all» is all of it.</param>
internal sealed record PlannedLoad(
    ArrivalCurve Curve, IReadOnlyList<PhaseSpan> Phases, IReadOnlyDictionary<string, LoadGates> Gates)
{
    private const string All = "all";

    /// <summary>The plan of a scenario, with what the command line changes.</summary>
    public static PlannedLoad Of(Scenario scenario, LoadOptions options)
    {
        var load = scenario.Load;
        var (peak, seconds) = (options.Peak ?? load.Peak, options.Seconds ?? (int)load.Duration.TotalSeconds);
        var curve = load.Shape switch
        {
            LoadShape.Constant => ArrivalCurve.Constant(peak, seconds),
            LoadShape.Ramp => ArrivalCurve.Ramp(load.FirstRate, peak, seconds),
            _ => ArrivalCurve.Midnight(scenario, seconds, load.Speed).WithPeak(peak),
        };
        var (whole, phases) = LoadWork.WithWarmUp(
            curve, options.WarmUp ?? (int)load.WarmUp.TotalSeconds, PhasesOf(load, seconds));
        var gates = load.Phases.ToDictionary(phase => phase.Name, phase => phase.Gates);
        gates[All] = load.Gates;
        return new PlannedLoad(whole, phases, gates);
    }

    /// <summary>Judges what was counted.</summary>
    public IReadOnlyList<GateCheck> Judge(IEnumerable<PhaseFigures> figures) =>
    [
        .. from phase in figures
           where Gates.ContainsKey(phase.Name)
           from gate in GateChecks.Of(Gates[phase.Name], phase)
           select gate,
    ];

    private static List<PhaseSpan> PhasesOf(LoadPlan load, int seconds)
    {
        var spans = new List<PhaseSpan>();
        var from = 0;
        foreach (var phase in load.Phases.Where(phase => phase.Until.TotalSeconds <= seconds))
        {
            spans.Add(new PhaseSpan(phase.Name, from, (int)phase.Until.TotalSeconds));
            from = spans[^1].Until;
        }

        if (from < seconds)
        {
            spans.Add(new PhaseSpan(spans.Count == 0 ? "load" : "rest", from, seconds));
        }

        return spans;
    }
}
