using System.Diagnostics;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>What this process used while a load counted.</summary>
/// <param name="Cpu">CPU time of all its threads.</param>
/// <param name="Rows">Rows that its stores made durable; a store in memory counts none.</param>
internal readonly record struct Used(TimeSpan Cpu, long Rows)
{
    /// <summary>What was used between two readings.</summary>
    public static Used operator -(Used now, Used before) => new(now.Cpu - before.Cpu, now.Rows - before.Rows);
}

/// <summary>
/// Reads what this process uses: without warm-up, the wait for the last answers, and the audit.
/// </summary>
internal sealed class ProcessMeter : IDisposable
{
    private readonly TimeSpan _from;
    private readonly TimeSpan _until;
    private readonly RowsWritten _rows = new();
    private Used? _first;
    private Used? _last;

    public ProcessMeter(PlannedLoad plan)
    {
        _from = TimeSpan.FromSeconds(plan.WarmUpSeconds);
        _until = _from + TimeSpan.FromSeconds(plan.Curve.Seconds);
    }

    /// <summary>What was used; until now if the load has not come to its end.</summary>
    public Used Used => (_last ?? Read()) - (_first ?? Read());

    /// <summary>CPU time of this process since it was started.</summary>
    public static TimeSpan CpuTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Reads at the right moments; called again and again.</summary>
    public void Look(TimeSpan elapsed)
    {
        _first ??= elapsed >= _from ? Read() : null;
        _last ??= elapsed >= _until ? Read() : null;
    }

    public void Dispose() => _rows.Dispose();

    private Used Read() => new(CpuTime(), _rows.Count);
}
