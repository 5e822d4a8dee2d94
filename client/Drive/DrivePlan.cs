using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The load that a scenario and the command line make together.</summary>
/// <param name="Curve">Orders a second, without the warm-up.</param>
/// <param name="WarmUpSeconds">The warm-up before it.</param>
/// <param name="Phases">The phases, counted from the end of the warm-up.</param>
/// <param name="Gates">What must hold, by the names of the phases; «all» is all of it.</param>
/// <param name="Words">The curve in words.</param>
internal sealed record DrivePlan(
    ArrivalCurve Curve, int WarmUpSeconds, IReadOnlyList<PhaseSpan> Phases,
    IReadOnlyDictionary<string, LoadGates> Gates, string Words)
{
    /// <summary>The name under which the gates of the whole load stand.</summary>
    public const string All = "all";

    private const string Rest = "rest";
    private const string Only = "load";

    /// <summary>Makes it; null with every problem told if the table of rates is wrong.</summary>
    /// <exception cref="IOException">The table is there and cannot be read.</exception>
    public static DrivePlan? Read(Scenario scenario, DriveOptions options, Terminal terminal)
    {
        var load = scenario.Load;
        var speed = options.Speed ?? load.Speed;
        if (CurveOf(scenario, options, speed, terminal) is not { } curve)
        {
            return null;
        }

        var phases = PhasesOf(load, curve.Seconds);
        var gates = load.Phases.ToDictionary(phase => phase.Name, phase => phase.Gates);
        gates[All] = load.Gates;
        return new DrivePlan(
            curve, options.WarmUp ?? (int)load.WarmUp.TotalSeconds, phases, gates,
            WordsOf(scenario, options, curve, speed));
    }

    private static ArrivalCurve? CurveOf(
        Scenario scenario, DriveOptions options, double speed, Terminal terminal)
    {
        var load = scenario.Load;
        var seconds = options.Duration ?? (int)load.Duration.TotalSeconds;
        if (options.Rate is { } rate)
        {
            return ArrivalCurve.Constant(rate, seconds);
        }

        var peak = options.Peak ?? load.Peak;
        if (options.Curve is { } file)
        {
            var reading = TextFile.Read(file, CurveCsv.Read);
            foreach (var problem in reading.Problems)
            {
                terminal.Error.WriteLine($"flashsale drive: {problem}");
            }

            var curve = reading.Value?.Faster(options.Speed ?? 1);
            curve = options.Peak is { } most ? curve?.WithPeak(most) : curve;
            return options.Duration is { } cut ? curve?.CutTo(cut) : curve;
        }

        return load.Shape switch
        {
            LoadShape.Constant => ArrivalCurve.Constant(peak, seconds),
            LoadShape.Ramp => ArrivalCurve.Ramp(load.FirstRate, peak, seconds),
            _ => ArrivalCurve.Midnight(scenario, seconds, speed).WithPeak(peak),
        };
    }

    private static List<PhaseSpan> PhasesOf(LoadPlan load, int seconds)
    {
        var spans = new List<PhaseSpan>();
        foreach (var phase in load.Phases)
        {
            var from = spans.Count == 0 ? 0 : spans[^1].Until;
            var until = Math.Min((int)phase.Until.TotalSeconds, seconds);
            if (until > from)
            {
                spans.Add(new PhaseSpan(phase.Name, from, until));
            }
        }

        var end = spans.Count == 0 ? 0 : spans[^1].Until;
        if (end < seconds)
        {
            spans.Add(new PhaseSpan(spans.Count == 0 ? Only : Rest, end, seconds));
        }

        return spans;
    }

    private static string WordsOf(Scenario scenario, DriveOptions options, ArrivalCurve curve, double speed)
    {
        var shape = options.Rate is not null ? "constant"
            : options.Curve is { } file ? Path.GetFileName(file)
            : $"{LoadWords.Of(scenario.Load.Shape)} of {scenario.Festival.Year}";
        return FormattableString.Invariant(
            $"{shape}, {curve.Total:#,0} orders in {curve.Seconds:#,0} s, peak {curve.Peak:#,0.#}/s")
            + (speed != 1 && options.Rate is null ? FormattableString.Invariant(
                $", speed {speed:0.###}") : "");
    }
}
