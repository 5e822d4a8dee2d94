using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>One gate and what was measured.</summary>
/// <param name="Phase">The phase; «all» is the whole load without its warm-up.</param>
/// <param name="Gate">The gate, as a scenario names it.</param>
/// <param name="Bound">What was asked.</param>
/// <param name="Value">What was measured; null if nothing was.</param>
/// <param name="Passed">Whether it holds.</param>
public sealed record GateCheck(string Phase, string Gate, double Bound, double? Value, bool Passed);

/// <summary>Judges phases by their gates.</summary>
public static class GateChecks
{
    /// <summary>Checks every gate that is asked for.</summary>
    public static IReadOnlyList<GateCheck> Of(LoadGates gates, PhaseFigures phase)
    {
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(phase);
        return
        [
            .. Least(phase, "rateReachedMin", gates.RateReachedMin, phase.RateReached),
            .. Least(phase, "goodputMin", gates.GoodputMin, phase.Goodput),
            .. Most(phase, "latencyMsP50Max", gates.LatencyMsP50Max, phase.LatencyMs.P50),
            .. Most(phase, "latencyMsP99Max", gates.LatencyMsP99Max, phase.LatencyMs.P99),
            .. Most(phase, "latencyMsP999Max", gates.LatencyMsP999Max, phase.LatencyMs.P999),
            .. Most(phase, "errorShareMax", gates.ErrorShareMax, phase.ShareOf(phase.Errors)),
            .. Most(phase, "throttledShareMax", gates.ThrottledShareMax, phase.ShareOf(phase.Throttled)),
            .. Most(phase, "refusedShareMax", gates.RefusedShareMax, phase.ShareOf(phase.Refused)),
            .. Most(phase, "soldOutShareMax", gates.SoldOutShareMax, phase.ShareOf(phase.SoldOut)),
            .. Least(phase, "doneShareMin", gates.DoneShareMin, phase.ShareOf(phase.Done)),
        ];
    }

    private static IEnumerable<GateCheck> Least(PhaseFigures phase, string gate, double? bound, double? value)
    {
        if (bound is { } least)
        {
            yield return new GateCheck(phase.Name, gate, least, value, value >= least);
        }
    }

    private static IEnumerable<GateCheck> Most(PhaseFigures phase, string gate, double? bound, double? value)
    {
        if (bound is { } most)
        {
            yield return new GateCheck(phase.Name, gate, most, value, value <= most);
        }
    }
}
