using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>What a load measured, for «flashsale plan».</summary>
internal static class MeasurementFile
{
    /// <summary>Writes it, if that was asked for and there is something.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(LoadOptions options, PhaseFigures all, Used used)
    {
        if (options.Measurements is not { } file || all.Done == 0)
        {
            return;
        }

        var steady = new LoadMeasurement
        {
            Kind = LoadKind.Steady,
            Silos = 1,
            Seconds = all.UntilSecond - all.FromSecond,
            Orders = all.Done,
            SiloCpuSeconds = used.Cpu.TotalSeconds,
            RowsWritten = used.Rows > 0 ? used.Rows : null,
            LatencyMsP99 = all.LatencyMs.P99,
        };
        var isShared = options.Storage == Storage.Postgres;
        File.WriteAllText(file, LoadResults.OfThisMachine(isShared, [steady]).ToJson());
    }
}
