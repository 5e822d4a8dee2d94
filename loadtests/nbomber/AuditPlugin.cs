using System.Data;
using System.Globalization;
using FlashSale.Driver;
using FlashSale.Simulator;
using NBomber.Contracts;
using NBomber.Contracts.Stats;

namespace FlashSale.LoadTests;

/// <summary>Puts the market's audit and the figures that gates judge into NBomber's reports.</summary>
/// <param name="audit">Audits the market.</param>
/// <param name="tally">What was counted.</param>
internal sealed class AuditPlugin(Func<Task<AuditSummary?>> audit, LoadTally tally) : IWorkerPlugin
{
    /// <summary>What the audit found; null before the end of the load.</summary>
    public AuditSummary? Audit { get; private set; }

    /// <inheritdoc/>
    public string PluginName => "audit";

    /// <inheritdoc/>
    public Task Init(IBaseContext context, IConfiguration infraConfig) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Start() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task Stop() => Audit ??= await audit();

    /// <inheritdoc/>
    public Task<DataSet> GetStats(NodeStats stats)
    {
        var tables = new DataSet { Locale = CultureInfo.InvariantCulture };
        tables.Tables.Add(AuditTable());
        tables.Tables.Add(PhaseTable());
        return Task.FromResult(tables);
    }

    /// <inheritdoc/>
    public string[] GetHints() =>
        Audit?.Passed != false ? [] : ["The audit failed: the market lost or made something."];

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private DataTable AuditTable()
    {
        var table = Table("audit", "check", "verdict", "finding");
        foreach (var check in Audit?.Checks ?? [])
        {
            table.Rows.Add(check.Name, check.Passed ? "passed" : "FAILED", check.Finding);
        }

        table.Rows.Add("all", Audit?.Passed == true ? "passed" : "FAILED", "");
        return table;
    }

    private DataTable PhaseTable()
    {
        var table = Table(
            "phases", "phase", "planned", "done", "refused", "throttled", "errors", "done a second",
            "p99 ms from the intended start", "pacer's lag p99 ms");
        foreach (var phase in tally.Spans.Zip(tally.Phases, PhaseFigures.Of))
        {
            object?[] cells =
            [
                phase.Name, phase.Planned, phase.Done, phase.Refused, phase.Throttled, phase.Errors,
                phase.Goodput, phase.LatencyMs.P99, phase.PacerLagMs.P99,
            ];
            table.Rows.Add([.. cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))]);
        }

        return table;
    }

    private static DataTable Table(string name, params string[] columns)
    {
        var table = new DataTable(name) { Locale = CultureInfo.InvariantCulture };
        foreach (var column in columns)
        {
            table.Columns.Add(column);
        }

        return table;
    }
}
