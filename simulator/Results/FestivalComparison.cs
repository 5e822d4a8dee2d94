using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// A simulated festival beside the published one, point by point, with a verdict on each bar.
/// </summary>
public sealed record FestivalComparison(
    [Figure("year", "the published festival; `comparison` is null if `year` is")] int Year,
    [Figure("–", "true if all that has a bar was reached, and none was missed")] bool Passed,
    [Figure("points", "mean absolute error of the clock's shares, the day's end left out")]
    double? ShareErrorMeanPoints,
    [Figure("points", "the largest")] double? ShareErrorMaxPoints,
    [Figure("–", "mean of |ln(simulated ÷ published)| up to 900 s")] double? EarlyLogErrorMean,
    IReadOnlyList<ComparedMeasure> Measures,
    IReadOnlyList<ComparedPoint> Points)
{
    /// <summary>The name of the measure of orders in the busiest second.</summary>
    public const string PeakOrders = "Peak orders";

    /// <summary>The name of the measure of payments in the busiest second.</summary>
    public const string PeakPayments = "Peak payments";

    /// <summary>The name of the measure of days until 100 million parcels were signed for.</summary>
    public const string First100MillionParcels = "First 100 million parcels";

    /// <summary>The names of all that is compared.</summary>
    public static IReadOnlyList<string> MeasureNames { get; } =
    [
        ClockMean, ClockMax, ClockEarly, PeakOrders, PeakPayments, PaymentPlateau, First100MillionParcels,
        DayGmv,
    ];

    private const string ClockMean = "GMV clock, mean error";
    private const string ClockMax = "GMV clock, largest error";
    private const string ClockEarly = "GMV clock to 900 s, mean |ln ratio|";
    private const string PaymentPlateau = "Payment plateau";
    private const string DayGmv = "GMV of the day";

    /// <summary>
    /// The last festival whose payment capacity held payments at a plateau (FACTS.md, section B).
    /// </summary>
    public const int PlateauYearLast = 2016;

    private const double ShareErrorMeanPointsMax = 1.3;
    private const double ShareErrorMaxPointsMax = 3;
    private const double EarlyLogErrorMax = 0.22;
    private const double PeakErrorMax = 0.10;
    private const double GivenErrorMax = 0.005;
    private const double ParcelDaysErrorMax = 0.25;

    /// <summary>Compares a run with a year.</summary>
    /// <remarks>
    /// The day's end is left out: there the share is 1 by definition, and the mean error would look smaller.
    /// </remarks>
    public static FestivalComparison Of(RunSummary run, PublishedYear year)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(year);
        var points = Compared(run, year);
        var (mean, max, log) = ClockErrors.Of([.. points.Where(point => point.SimulatedShare is not null)
            .Select(point => (point.Seconds, point.SimulatedShare!.Value, point.PublishedShare))]);
        IReadOnlyList<ComparedMeasure> measures =
        [
            Bounded(ClockMean, "points", mean, ShareErrorMeanPointsMax, points.Count > 0),
            Bounded(ClockMax, "points", max, ShareErrorMaxPointsMax, points.Count > 0),
            Bounded(ClockEarly, "", log, EarlyLogErrorMax,
                points.Any(point => point.Seconds <= ClockErrors.EarlySeconds)),
            HeldIfGiven(run, "peakOrdersPerSecond", Relative(
                PeakOrders, "per second", run.PeakOrdersPerSecond, year.PeakOrdersPerSecond, PeakErrorMax,
                run.PeakOrdersLevel)),
            HeldIfGiven(run, "peakPaymentsPerSecond", Relative(
                PeakPayments, "per second", run.PeakPaymentsPerSecond, year.PeakPaymentsPerSecond, null)),
            Plateau(run, year),
            Relative(First100MillionParcels, "days", run.First100MillionParcelsDays,
                year.First100MillionParcelsDays, ParcelDaysErrorMax),
            HeldIfGiven(run, "gmvYuan", Relative(
                DayGmv, "yuan", run.SimulatedDays < 1 ? null : (double)run.GmvYuan,
                (double?)year.GmvYuan, null)),
        ];
        var passed = measures.All(
            measure => measure.Verdict is not (BarVerdict.Missed or BarVerdict.NotReached));
        return new FestivalComparison(year.Year, passed, mean, max, log, measures, points);
    }

    /// <summary>The published value of a measure; null if there is none.</summary>
    public double? PublishedValue(string measure) =>
        Measures.FirstOrDefault(compared => compared.Name == measure)?.Published;

    private static IReadOnlyList<ComparedPoint> Compared(RunSummary run, PublishedYear year)
    {
        var simulated = run.GmvClock.ToDictionary(point => point.Seconds);
        return [.. year.Clock
            .Where(point => point.Seconds < FestivalClock.DaySeconds)
            .Select(point => ComparedPoint.Of(
                point, simulated.GetValueOrDefault(point.Seconds), isWholeDay: run.SimulatedDays >= 1))];
    }

    private static ComparedMeasure Bounded(
        string name, string unit, double? error, double max, bool isPublished) =>
        new(name, unit, error, null, null, max, (isPublished, error) switch
        {
            (false, _) => BarVerdict.NotPublished,
            (_, null) => BarVerdict.NotReached,
            _ => error <= max ? BarVerdict.Met : BarVerdict.Missed,
        });

    private static ComparedMeasure Relative(
        string name, string unit, double? simulated, double? published, double? errorMax,
        PeakLevel? level = null)
    {
        var error = Rounded.To(simulated / published - 1, 4);
        return new(name, unit, simulated, published, error, errorMax, (published, simulated) switch
        {
            (null, _) => BarVerdict.NotPublished,
            (_, null) => BarVerdict.NotReached,
            _ when errorMax is null => BarVerdict.NoBar,
            _ when Math.Abs(error!.Value) <= errorMax => BarVerdict.Met,
            _ when level is not null && level.PerSecond - level.Within <= published * (1 + errorMax)
                && level.PerSecond + level.Within >= published * (1 - errorMax) => BarVerdict.Chance,
            _ => BarVerdict.Missed,
        });
    }

    // What the scenario was given is no finding of the run: it keeps to it, or something kept it from that.
    private static ComparedMeasure HeldIfGiven(RunSummary run, string fact, ComparedMeasure measure)
    {
        var given = run.Parameters.FirstOrDefault(one => one.Name == $"festival.{fact}")?.Value;
        var isGiven = FileWords.Number(given ?? "") is { } value && measure.Published is { } published
            && Math.Abs(value / published - 1) <= GivenErrorMax;
        return isGiven && Math.Abs(measure.Error ?? 1) <= PeakErrorMax
            ? measure with { Verdict = BarVerdict.Held }
            : measure;
    }

    private static ComparedMeasure Plateau(RunSummary run, PublishedYear year)
    {
        var plateau = run.PaymentPlateau;
        var verdict = (year.Year <= PlateauYearLast && year.PeakPaymentsPerSecond is not null, plateau) switch
        {
            (false, _) => BarVerdict.NoBar,
            (_, null) => run.SimulatedDays * 24 < 1 ? BarVerdict.NotReached : BarVerdict.Missed,
            _ => BarVerdict.Met,
        };
        // That there is one is the finding; its level is the capacity that the scenario was given.
        return new(PaymentPlateau, "per second", plateau?.PaymentsPerSecond, year.PeakPaymentsPerSecond,
            null, null, verdict);
    }
}

/// <summary>One measure of a festival.</summary>
public sealed record ComparedMeasure(
    [Figure("–", "what is compared")] string Name,
    [Figure("–", "unit of the two values")] string Unit,
    [Figure("as `unit`", "simulated value, or the error itself for the clock")] double? Simulated,
    [Figure("as `unit`", "published value; null if none")] double? Published,
    [Figure("share", "simulated ÷ published − 1; null for the clock")] double? Error,
    [Figure("as error", "error allowed; null if no bar is set")] double? Bar,
    [Figure("–", "met, missed, within-sampling-error, held, not-published, not-reached, no-bar")]
    BarVerdict Verdict);

/// <summary>One published time of the GMV clock.</summary>
public sealed record ComparedPoint(
    [Figure("s", "a published time")] int Seconds,
    [Figure("yuan", "GMV announced")] decimal PublishedYuan,
    [Figure("share", "of that day's GMV")] double PublishedShare,
    [Figure("yuan", "GMV simulated; null if the run ended before")] decimal? SimulatedYuan,
    [Figure("share", "of the simulated day's GMV; null if the run ended in the day")]
    double? SimulatedShare,
    [Figure("points", "simulated less published share")] double? ErrorPoints,
    [Figure("–", "sure (two pages agree), likely (one page), memory")] string Sureness,
    [Figure("–", "where it was published")] string Source)
{
    // Of a run that was stopped in the day its share is of nothing that was published.
    internal static ComparedPoint Of(
        PublishedClockPoint published, GmvClockPoint? simulated, bool isWholeDay) => new(
        published.Seconds,
        published.Yuan,
        published.Share,
        simulated?.Yuan,
        isWholeDay ? simulated?.Share : null,
        isWholeDay && simulated is not null
            ? ClockErrors.InPoints(simulated.Share, published.Share) : null,
        published.Sureness,
        published.Source);
}

/// <summary>Whether a bar is met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BarVerdict>))]
public enum BarVerdict
{
    /// <summary>Within the bar.</summary>
    [JsonStringEnumMemberName("met")]
    Met = 1,

    /// <summary>Outside the bar: the model does not reproduce this.</summary>
    [JsonStringEnumMemberName("missed")]
    Missed,

    /// <summary>Nothing is published to compare with.</summary>
    [JsonStringEnumMemberName("not-published")]
    NotPublished,

    /// <summary>The run ended before.</summary>
    [JsonStringEnumMemberName("not-reached")]
    NotReached,

    /// <summary>Shown beside the published value; no bar is set.</summary>
    [JsonStringEnumMemberName("no-bar")]
    NoBar,

    /// <summary>The scenario was given it, and the run kept to it: true by construction.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>Outside the bar, but no further than the chance of a small sample.</summary>
    [JsonStringEnumMemberName("within-sampling-error")]
    Chance,
}
