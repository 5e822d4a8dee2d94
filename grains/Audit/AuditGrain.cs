namespace FlashSale.Grains;

/// <summary>Runs audits of the whole market, one at a time.</summary>
internal sealed class AuditGrain(GrainRoom room) : Grain, IAuditGrain
{
    private const int AttemptsMax = 3;

    private Task<AuditReport>? _run;

    public Task Begin(bool isConsistent)
    {
        if (_run is null or { IsCompleted: true })
        {
            _run = isConsistent ? Consistent() : new ClusterAudit(room).Run(isConsistent: false);
            DelayDeactivation(TimeSpan.FromHours(1));
        }

        return Task.CompletedTask;
    }

    public async Task<AuditReport?> Report()
    {
        if (_run is null)
        {
            throw new InvalidOperationException("No audit was begun here: begin one.");
        }

        return _run.IsCompleted ? await _run : null;
    }

    public Task<Money> Sum(AccountKind kind, int channel) => new ClusterAudit(room).SumOf(kind, channel);

    private async Task<AuditReport> Consistent()
    {
        var pause = new MarketPause(room);
        using var prolonging = this.RegisterGrainTimer(
            _ => pause.Prolong(),
            new GrainTimerCreationOptions(MarketPause.ProlongEvery, MarketPause.ProlongEvery)
            {
                Interleave = true,
            });
        try
        {
            for (var attempt = 1; attempt <= AttemptsMax; attempt++)
            {
                await pause.Begin();
                await new ClusterDrain(room).Run();
                var report = await new ClusterAudit(room).Run(isConsistent: true);
                if (pause.HasHeld && (report.Passed || attempt == AttemptsMax))
                {
                    return report; // what was still under way at the first try has ended at the last
                }
            }
        }
        finally
        {
            await pause.End();
        }

        throw new GrainFaultException("The market could not be kept still for the audit; ask again.");
    }
}
