using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>The driver's own open loop: its pacer begins every visit at its moment.</summary>
internal sealed class PacedInjection(LoadWork work, IVisits visits, TimeProvider clock) : IInjection
{
    private readonly LoadRun _run = new(work, new VisitTarget(visits, new PlainCalls()), clock);

    /// <inheritdoc/>
    public string Name => "";

    /// <inheritdoc/>
    public LoadTally Tally => _run.Tally;

    /// <inheritdoc/>
    public int InFlight => _run.InFlight;

    /// <inheritdoc/>
    public async Task<AuditSummary?> Run(
        Action<TimeSpan> eachStep, Func<Task<AuditSummary?>> audit, CancellationToken stop)
    {
        await _run.Run(eachStep, stop);
        return await audit();
    }
}
