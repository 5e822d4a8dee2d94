namespace FlashSale.Simulator;

/// <summary>How far a model and its answer may be off, by resampling the measurements (rule CAP-5).</summary>
/// <remarks>
/// The bootstrap: 1,000 times the peaks are drawn anew around the fitted law from their own misses, and the
/// measurements from themselves; each time all is fitted and answered again. It knows how much measurements
/// scatter, not whether the law still holds far beyond the sizes that were measured. Each interval is that
/// in which 90 of 100 resamples lie; its upper end is infinite if more than 5 of 100 have no answer.
/// </remarks>
public sealed record CapacityUncertainty
{
    private const int Resamples = 1_000;
    private const ushort PeakStream = 1;
    private const ushort MeasurementStream = 2;

    /// <summary>λ of the scaling law.</summary>
    public required Interval PerSilo { get; init; }

    /// <summary>σ of the scaling law.</summary>
    public required Interval Contention { get; init; }

    /// <summary>κ of the scaling law.</summary>
    public required Interval Coherency { get; init; }

    /// <summary>CPU time of the silos for one order.</summary>
    public required Interval SiloMsPerOrder { get; init; }

    /// <summary>CPU time of the database for one order.</summary>
    public required Interval DatabaseMsPerOrder { get; init; }

    /// <summary>Silos; infinite where no number carries it.</summary>
    public required Interval Silos { get; init; }

    /// <summary>CPU cores of the database.</summary>
    public required Interval DatabaseCores { get; init; }

    /// <summary>What the silos of the plan carry, orders a second.</summary>
    public required Interval SustainedPerSecond { get; init; }

    /// <summary>The share of resamples in which the question can be answered with yes.</summary>
    public required double CarriesShare { get; init; }

    /// <summary>Resamples, fits and answers.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="losses">The losses that were assumed; null if they were fitted.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="silos">The silos of the plan.</param>
    /// <param name="seed">Of the resampling.</param>
    public static CapacityUncertainty Of(
        LoadResults results, AssumedLosses? losses, CapacityQuestion question, int silos, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(question);
        var peaks = CapacityFit.Peaks(results);
        var law = CapacityFit.Law(peaks, losses);
        var models = Enumerable.Range(0, Resamples).Select(number => CapacityFit.Fitted(
            Resample(results, Draws.For(seed, number, MeasurementStream)),
            CapacityFit.Law(Scatter(peaks, law, losses, Draws.For(seed, number, PeakStream)), losses)))
            .ToList();
        var answers = models.Select(model => model.Answer(question)).ToList();
        Interval Of(Func<CapacityModel, double> number) => IntervalOf(models.Select(number));
        return new CapacityUncertainty
        {
            PerSilo = Of(model => model.Law.PerSilo),
            Contention = Of(model => model.Law.Contention),
            Coherency = Of(model => model.Law.Coherency),
            SiloMsPerOrder = Of(model => model.SiloMsPerOrder),
            DatabaseMsPerOrder = Of(model => model.DatabaseMsPerOrder),
            Silos = IntervalOf(answers.Select(answer =>
                answer.Result == PlanResult.Carries ? answer.Silos : double.PositiveInfinity)),
            DatabaseCores = IntervalOf(answers.Select(answer => (double)answer.DatabaseCores)),
            SustainedPerSecond = Of(model =>
                model.Answer(question with { Silos = silos }).SustainedPerSecond),
            CarriesShare = answers.Average(answer => answer.Result == PlanResult.Carries ? 1.0 : 0),
        };
    }

    // New peaks: the law's, missed as far as a measured one missed it. A law with p numbers lies nearer to
    // m peaks than the truth does; the root of m/(m − p) makes up for that.
    private static List<(int Silos, double PerSecond)> Scatter(
        List<(int Silos, double PerSecond)> peaks, ScalingLaw law, AssumedLosses? losses, Draws draws)
    {
        var parameters = losses is null ? ScalingLaw.Parameters : 1;
        var wider = Math.Sqrt((double)peaks.Count / (peaks.Count - parameters));
        var ratios = peaks.Select(peak => peak.PerSecond / law.OrdersPerSecond(peak.Silos)).ToList();
        var mean = ratios.Average();
        return [.. peaks.Select(peak =>
        {
            var miss = 1 + wider * (ratios[draws.Below(ratios.Count)] - mean);
            return (peak.Silos, law.OrdersPerSecond(peak.Silos) * Math.Max(0.01, miss));
        })];
    }

    // Steady ones from steady ones and peaks from peaks, so that each kind stays.
    private static LoadResults Resample(LoadResults results, Draws draws) => results with
    {
        Measurements = [.. results.Measurements.Select(one =>
        {
            var alike = results.Measurements.Where(other =>
                other.Kind == one.Kind && other.LatencyMsP99 is null == one.LatencyMsP99 is null).ToList();
            return alike[draws.Below(alike.Count)];
        })],
    };

    private static Interval IntervalOf(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return new Interval(sorted[Resamples / 20], sorted[Resamples - 1 - Resamples / 20]);
    }
}
