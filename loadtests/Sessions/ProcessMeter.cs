using System.Diagnostics;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>What this process used and did between two moments.</summary>
/// <param name="Cpu">CPU time of all its threads.</param>
/// <param name="Rows">Rows that became durable; null if the store is in memory.</param>
/// <param name="GrainCalls">Calls of grains that were answered.</param>
/// <param name="Activations">Grains that were woken.</param>
/// <param name="AllocatedBytes">Bytes that were allocated.</param>
/// <param name="DatabaseCpu">CPU time of the PostgreSQL of this machine.</param>
internal readonly record struct Used(
    TimeSpan Cpu, long? Rows, long GrainCalls, long Activations, long AllocatedBytes,
    TimeSpan DatabaseCpu)
{
    /// <summary>What was used between two readings.</summary>
    public static Used operator -(Used now, Used before) => new(
        now.Cpu - before.Cpu, now.Rows - before.Rows, now.GrainCalls - before.GrainCalls,
        now.Activations - before.Activations, now.AllocatedBytes - before.AllocatedBytes,
        now.DatabaseCpu - before.DatabaseCpu);

    /// <summary>What each of so many orders cost; null without any.</summary>
    public OrderCost? CostOf(long orders) => orders == 0
        ? null
        : new OrderCost(
            Each(GrainCalls, orders), Each(Activations, orders), Rows is { } rows ? Each(rows, orders) : null,
            Math.Round((double)AllocatedBytes / orders), Math.Round(Cpu.TotalMicroseconds / orders));

    /// <summary>What the market used of it: this process, in which the driver works, too.</summary>
    /// <param name="hasDatabase">Whether the silo keeps its rows in a database.</param>
    public MarketUse? OfMarket(bool hasDatabase) => Cpu == TimeSpan.Zero ? null : new MarketUse
    {
        Processes = 1,
        CoresEach = Environment.ProcessorCount,
        CpuSeconds = Math.Round(Cpu.TotalSeconds, 3),
        HoldsDriver = true,
        HasDatabase = hasDatabase,
        DatabaseCpuSeconds = hasDatabase ? Math.Round(DatabaseCpu.TotalSeconds, 2) : null,
        Rows = Rows,
    };

    private static double Each(long all, long orders) => Math.Round((double)all / orders, 2);
}

/// <summary>
/// Reads what this process uses while orders count: without warm-up, the wait for the last answers, and the
/// audit.
/// </summary>
internal sealed class ProcessMeter : IDisposable
{
    private readonly TimeSpan _from;
    private readonly TimeSpan _until;
    private readonly SiloMeter _silo;
    private Used? _first;
    private Used? _last;

    public ProcessMeter(PlannedLoad plan, Storage storage)
    {
        _silo = new SiloMeter(storage);
        _from = TimeSpan.FromSeconds(plan.WarmUpSeconds);
        _until = _from + TimeSpan.FromSeconds(plan.Curve.Seconds);
    }

    /// <summary>What was used; nothing if the load was stopped in its warm-up.</summary>
    public Used Used => _first is { } first && _last is { } last ? last - first : default;

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

    /// <summary>The load is over, perhaps before its time: what comes now does not count.</summary>
    public void End() => _last ??= Read();

    public void Dispose() => _silo.Dispose();

    private Used Read() => new(
        CpuTime(), _silo.Rows, _silo.GrainCalls, _silo.Activations, GC.GetTotalAllocatedBytes(),
        DatabaseCpu.Read());
}
