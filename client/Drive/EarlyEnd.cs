using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Ends a load whose gates can no longer hold: once a second it looks at the phase that runs.
/// </summary>
internal sealed class EarlyEnd(
    LoadTally tally, IReadOnlyDictionary<string, LoadGates> gates, CancellationTokenSource abort)
{
    private const int SecondsMin = 5; // before that a phase has too few orders to judge

    private int _looked;

    /// <summary>Looks, if a second has passed, beside the load.</summary>
    public void Look(TimeSpan elapsed)
    {
        var second = (int)elapsed.TotalSeconds;
        if (second > _looked && !abort.IsCancellationRequested)
        {
            _looked = second;
            _ = Task.Run(() => Judge(second));
        }
    }

    private void Judge(int second)
    {
        for (var at = 0; at < tally.Spans.Count; at++)
        {
            var span = tally.Spans[at];
            var isJudged = !span.IsWarmUp && second >= span.From + SecondsMin && second < span.Until;
            if (isJudged && gates.TryGetValue(span.Name, out var own) && Fails(own, span, tally.Phases[at]))
            {
                abort.Cancel();
            }
            else if (isJudged && Fails(gates[PlannedLoad.All], span, tally.Phases[at]))
            {
                abort.Cancel();
            }
        }
    }

    // What must be reached may still be; what must not be exceeded has been.
    private static bool Fails(LoadGates gates, PhaseSpan span, PhaseTally phase) =>
        GateChecks.Of(
            gates with { RateReachedMin = null, GoodputMin = null, DoneShareMin = null },
            PhaseFigures.Of(span, phase)).Any(gate => gate.Failed);
}
