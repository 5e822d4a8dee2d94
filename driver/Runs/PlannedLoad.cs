using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>The load that a scenario and a command line make together.</summary>
/// <param name="Curve">Orders a second, without the warm-up.</param>
/// <param name="WarmUpSeconds">The warm-up before it.</param>
/// <param name="Phases">The phases, counted from the end of the warm-up.</param>
/// <param name="Gates">What must hold, by the names of the phases.</param>
public sealed record PlannedLoad(
    ArrivalCurve Curve, int WarmUpSeconds, IReadOnlyList<PhaseSpan> Phases,
    IReadOnlyDictionary<string, LoadGates> Gates)
{
    /// <summary>What a person should know of the curve: gaps of a table, columns that are not read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The name under which the gates of the whole load stand.</summary>
    public const string All = "all";

    private const string Rest = "rest";
    private const string Only = "load";
    private const int BuyersMin = 1_000;
    private static readonly DateTimeOffset FirstMoment = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A curve under the phases and the gates of a scenario; a phase ends where the curve does.
    /// </summary>
    public static PlannedLoad Of(LoadPlan load, ArrivalCurve curve, int? warmUpSeconds)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(curve);
        var gates = new OrderedDictionary<string, LoadGates>(StringComparer.Ordinal);
        foreach (var phase in load.Phases)
        {
            gates[phase.Name] = phase.Gates;
        }

        gates[All] = load.Gates;
        return new PlannedLoad(
            curve, warmUpSeconds ?? (int)load.WarmUp.TotalSeconds, PhasesOf(load, curve.Seconds), gates);
    }

    /// <summary>The same rate all the time, under no gates.</summary>
    public static PlannedLoad Constant(double rate, int seconds, int warmUpSeconds) => new(
        ArrivalCurve.Constant(rate, seconds), warmUpSeconds, [new PhaseSpan(Only, 0, seconds)],
        new Dictionary<string, LoadGates>());

    /// <summary>The curve of a scenario, with another peak, length or speed if they are given.</summary>
    public static ArrivalCurve CurveOf(
        Scenario scenario, double? peak = null, int? seconds = null, double? speed = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var load = scenario.Load;
        var (most, length) = (peak ?? load.Peak, seconds ?? (int)load.Duration.TotalSeconds);
        return load.Shape switch
        {
            LoadShape.Constant => ArrivalCurve.Constant(most, length),
            LoadShape.Ramp => ArrivalCurve.Ramp(load.FirstRate, most, length),
            _ => ArrivalCurve.Midnight(scenario, length, speed ?? load.Speed).WithPeak(most),
        };
    }

    /// <summary>What was counted of this load if it was stopped before it began: nothing.</summary>
    public LoadTally NotBegun()
    {
        var tally = new LoadTally(WithWarmUp().Phases, drainSeconds: 0);
        tally.End(TimeSpan.Zero);
        return tally;
    }

    /// <summary>The work of this load, after a warm-up that rises to half its peak.</summary>
    /// <param name="scenario">Whose people the market has beside the buyers of the load.</param>
    /// <param name="listings">What the buyers want.</param>
    /// <param name="now">
    /// Numbers of checkouts follow the clock, so that no load before has used them on the same market.
    /// </param>
    /// <param name="buyers">How many buyers; null for as many as the scenario has for so many orders.</param>
    public LoadWork Work(
        Scenario scenario, IReadOnlyList<WantedListing> listings, DateTimeOffset now, int? buyers = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var (curve, phases) = WithWarmUp();
        var first = OpeningMarket.Of(scenario).BuyerCount;
        var perBuyer = Math.Min(scenario.Population.OrdersPerBuyer, LoadBounds.CheckoutsPerBuyer);
        var usual = Math.Max(Math.Ceiling(curve.Total / perBuyer), BuyersMin);
        var second = (long)(now - FirstMoment).TotalSeconds;
        return new LoadWork
        {
            Curve = curve,
            Phases = phases,
            Listings = listings,
            Buyers = new Buyers(
                first, buyers ?? (int)Math.Min(usual, LoadBounds.BuyersMax - first),
                (int)(second % (CheckoutId.NumberMax / LoadBounds.CheckoutsPerBuyer))
                    * LoadBounds.CheckoutsPerBuyer),
            Seed = scenario.Seed,
        };
    }

    /// <summary>
    /// Judges what was counted, phase by phase; gates of phases that never came are named as not judged.
    /// </summary>
    public IReadOnlyList<GateCheck> Judge(IEnumerable<PhaseFigures> figures)
    {
        var driven = figures.Where(phase => !phase.IsWarmUp)
            .ToDictionary(phase => phase.Name, StringComparer.Ordinal);
        return
        [
            .. Gates.SelectMany(asked => driven.TryGetValue(asked.Key, out var phase)
                ? GateChecks.Of(asked.Value, phase)
                : GateChecks.OfUndriven(asked.Value, asked.Key)),
        ];
    }

    private (ArrivalCurve Curve, IReadOnlyList<PhaseSpan> Phases) WithWarmUp() => WarmUpSeconds == 0
        ? (Curve, Phases)
        : (ArrivalCurve.Ramp(0, Curve.Peak / 2, WarmUpSeconds).Then(Curve),
        [
            new PhaseSpan("warm-up", 0, WarmUpSeconds, IsWarmUp: true),
            .. Phases.Select(phase => phase with
            {
                From = phase.From + WarmUpSeconds,
                Until = phase.Until + WarmUpSeconds,
            }),
        ]);

    private static List<PhaseSpan> PhasesOf(LoadPlan load, int seconds)
    {
        var spans = new List<PhaseSpan>();
        var from = 0;
        foreach (var phase in load.Phases)
        {
            var until = Math.Min((int)phase.Until.TotalSeconds, seconds);
            if (until > from)
            {
                spans.Add(new PhaseSpan(phase.Name, from, until));
                from = until;
            }
        }

        if (from < seconds)
        {
            spans.Add(new PhaseSpan(spans.Count == 0 ? Only : Rest, from, seconds));
        }

        return spans;
    }
}
