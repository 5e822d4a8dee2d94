using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>One gate and what was measured.</summary>
/// <param name="Phase">The phase; «all» is the whole load without its warm-up.</param>
/// <param name="Gate">The gate, as a scenario names it.</param>
/// <param name="Bound">What was asked.</param>
/// <param name="Value">What was measured; null if nothing was.</param>
/// <param name="Passed">Whether it holds; false too if it could not be judged.</param>
/// <param name="NotJudged">Why it could not be judged; null if it was.</param>
public sealed record GateCheck(
    string Phase, string Gate, double Bound, double? Value, bool Passed, string? NotJudged = null)
{
    /// <summary>Whether it was judged and does not hold.</summary>
    public bool Failed => !Passed && NotJudged is null;
}

/// <summary>Judges phases by their gates.</summary>
public static class GateChecks
{
    private const string NotDriven = "the phase was not driven";
    private const string NothingPlanned = "no order was planned";
    private const string NothingEnded = "no order was answered";

    private static readonly (string Name, bool IsMost, Func<LoadGates, double?> Bound,
        Func<PhaseFigures, double?> Value)[] All =
    [
        ("rateReachedMin", false, gates => gates.RateReachedMin, phase => phase.RateReached),
        ("goodputMin", false, gates => gates.GoodputMin, phase => phase.Goodput),
        ("latencyMsP50Max", true, gates => gates.LatencyMsP50Max, phase => phase.LatencyMs.P50),
        ("latencyMsP99Max", true, gates => gates.LatencyMsP99Max, phase => phase.LatencyMs.P99),
        ("latencyMsP999Max", true, gates => gates.LatencyMsP999Max, phase => phase.LatencyMs.P999),
        ("errorShareMax", true, gates => gates.ErrorShareMax, phase => phase.ShareOf(phase.Errors)),
        ("throttledShareMax", true, gates => gates.ThrottledShareMax,
            phase => phase.ShareOf(phase.Throttled)),
        ("refusedShareMax", true, gates => gates.RefusedShareMax, phase => phase.ShareOf(phase.Refused)),
        ("soldOutShareMax", true, gates => gates.SoldOutShareMax, phase => phase.ShareOf(phase.SoldOut)),
        ("doneShareMin", false, gates => gates.DoneShareMin, phase => phase.ShareOf(phase.Done)),
    ];

    /// <summary>Checks every gate that is asked for.</summary>
    /// <remarks>No measurement is no value: such a gate neither holds nor fails, and says why.</remarks>
    public static IReadOnlyList<GateCheck> Of(LoadGates gates, PhaseFigures phase)
    {
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(phase);
        return
        [
            .. from gate in All
               let bound = gate.Bound(gates)
               where bound is not null
               let value = phase.Planned > 0 ? gate.Value(phase) : null
               select value is { } measured
                   ? new GateCheck(phase.Name, gate.Name, bound.Value, measured,
                       gate.IsMost ? measured <= bound : measured >= bound)
                   : new GateCheck(phase.Name, gate.Name, bound.Value, null, false,
                       phase.Planned > 0 ? NothingEnded : NothingPlanned),
        ];
    }

    /// <summary>The gates of a phase that never came.</summary>
    public static IReadOnlyList<GateCheck> OfUndriven(LoadGates gates, string phase)
    {
        ArgumentNullException.ThrowIfNull(gates);
        return
        [
            .. from gate in All
               let bound = gate.Bound(gates)
               where bound is not null
               select new GateCheck(phase, gate.Name, bound.Value, null, false, NotDriven),
        ];
    }
}
