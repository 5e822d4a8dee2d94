using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Losses of the scaling law that are assumed instead of measured.</summary>
/// <param name="Contention">σ.</param>
/// <param name="Coherency">κ.</param>
public sealed record AssumedLosses(double Contention, double Coherency);

/// <summary>What came of fitting a model: the model, or what the measurements lack.</summary>
/// <param name="Model">The model; null if something is lacking.</param>
/// <param name="Lacking">What has to be measured besides.</param>
public sealed record CapacityFit(CapacityModel? Model, IReadOnlyList<string> Lacking)
{
    /// <summary>Peaks needed to fit a law and to know how far it may be off.</summary>
    public const int PeaksMin = 5;

    /// <summary>Peaks needed when the law's losses are assumed.</summary>
    public const int PeaksMinAssumed = 3;

    /// <summary>Fits a model, if there is enough to fit it from.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="losses">Losses to assume; null to fit them.</param>
    public static CapacityFit Of(LoadResults results, AssumedLosses? losses)
    {
        ArgumentNullException.ThrowIfNull(results);
        var lacking = Lacks(results, losses);
        return lacking.Count > 0
            ? new CapacityFit(null, lacking)
            : new CapacityFit(Fitted(results, Law(Peaks(results), losses)), []);
    }

    /// <summary>The sizes and rates of the peaks.</summary>
    internal static List<(int Silos, double PerSecond)> Peaks(LoadResults results) =>
        [.. results.Measurements.Where(one => one.Kind == LoadKind.Peak)
            .Select(one => (one.Silos, one.OrdersPerSecond))];

    /// <summary>The law of some peaks.</summary>
    internal static ScalingLaw Law(
        IReadOnlyList<(int Silos, double PerSecond)> peaks, AssumedLosses? losses) =>
        losses is null
            ? ScalingLaw.Fit(peaks)
            : ScalingLaw.FitPerSilo(peaks, losses.Contention, losses.Coherency);

    /// <summary>The model of some measurements under a law.</summary>
    /// <remarks>
    /// By the utilisation law the cost of an order is busy time over orders; what a system does when idle
    /// is counted among it, so that light loads overstate the cost.
    /// </remarks>
    internal static CapacityModel Fitted(LoadResults results, ScalingLaw law)
    {
        var orders = results.Measurements.Sum(one => one.Orders);
        var counted = results.Measurements.Where(one => one.RowsWritten is not null).ToList();
        var model = new CapacityModel
        {
            Law = law,
            CoresPerSilo = results.CoresPerSilo,
            SiloMsPerOrder = 1_000 * results.Measurements.Sum(one => one.SiloCpuSeconds) / orders,
            DatabaseMsPerOrder = 1_000 * results.Measurements.Sum(one => one.DatabaseCpuSeconds) / orders,
            RowsPerOrder = counted.Count == 0
                ? null
                : counted.Sum(one => one.RowsWritten!.Value) / counted.Sum(one => one.Orders),
            LightMsP99 = Steady(results).Min(one => one.LatencyMsP99!.Value),
        };
        return model with { WaitFactor = WaitFactor(model, results) };
    }

    private static IEnumerable<LoadMeasurement> Steady(LoadResults results) => results.Measurements.Where(
        one => one is { Kind: LoadKind.Steady, LatencyMsP99: not null });

    // Least squares of latency above the light one = factor × the wait of random arrivals.
    private static double WaitFactor(CapacityModel model, LoadResults results)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var one in Steady(results))
        {
            var wait = model.WaitMs(one.OrdersPerSecond, one.Silos, results.DatabaseCores);
            if (double.IsFinite(wait))
            {
                products += wait * (one.LatencyMsP99!.Value - model.LightMsP99);
                squares += wait * wait;
            }
        }

        return squares > 0 ? Math.Max(1, products / squares) : 1;
    }

    private static List<string> Lacks(LoadResults results, AssumedLosses? losses)
    {
        var peaks = Peaks(results);
        var sizes = peaks.Select(peak => peak.Silos).Distinct().Count();
        var needed = losses is null ? PeaksMin : PeaksMinAssumed;
        var lacking = new List<string>();
        if (peaks.Count < needed)
        {
            lacking.Add(Say($"{peaks.Count} measurements of kind peak, {needed} are needed"));
        }

        if (losses is null && sizes < ScalingLaw.Parameters)
        {
            lacking.Add(
                Say($"peaks of {sizes} sizes of the cluster, {ScalingLaw.Parameters} are needed, such ")
                + "as 1, 2 and 4 silos; or say what to assume with --contention and --coherency");
        }

        if (!Steady(results).Any())
        {
            lacking.Add("no measurement of kind steady with latencyMsP99: one at a light load is needed");
        }

        return lacking;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
