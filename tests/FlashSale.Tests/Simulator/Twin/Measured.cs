using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Twin;

/// <summary>Load tests of a cluster whose numbers are known, as a driver would have measured them.</summary>
internal static class Measured
{
    public const double SiloMs = 0.2;
    public const double DatabaseMs = 0.05;
    public const double LightMs = 8;

    public static readonly ScalingLaw Law = new(9_000, 0.01, 0.00002);

    /// <summary>Three runs at the peak of each size, and three steady ones at one silo.</summary>
    /// <param name="scatter">How far a run may be off, as a share.</param>
    /// <param name="sizes">Sizes of the cluster; 1, 2, 4 and 8 silos if none is given.</param>
    public static LoadResults Cluster(double scatter = 0, params int[] sizes)
    {
        var draws = Draws.For(3, 0, 0);
        int[] silos = sizes.Length > 0 ? sizes : [1, 2, 4, 8];
        var peaks = silos.SelectMany(size => Enumerable.Repeat(size, 3)).Select(size => Run(
            LoadKind.Peak, size, Law.OrdersPerSecond(size) * (1 + scatter * (2 * draws.Unit() - 1)), null));
        double[] rates = [1_000, 4_000, 8_000];
        var steady = rates.Select(rate => Run(LoadKind.Steady, 1, rate, LightMs + rate / 2_000));
        return new LoadResults(CoresPerSilo: 2, DatabaseCores: 4, [.. peaks, .. steady]);
    }

    private static LoadMeasurement Run(LoadKind kind, int silos, double perSecond, double? latency) => new()
    {
        Kind = kind,
        Silos = silos,
        Seconds = 20,
        Orders = perSecond * 20,
        SiloCpuSeconds = perSecond * 20 * SiloMs / 1_000,
        DatabaseCpuSeconds = perSecond * 20 * DatabaseMs / 1_000,
        RowsWritten = perSecond * 20 * 4,
        LatencyMsP99 = latency,
    };
}
