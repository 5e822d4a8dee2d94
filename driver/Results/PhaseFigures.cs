using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>Quantiles of a latency in ms; null where nothing was measured.</summary>
/// <param name="P50">Of half the orders.</param>
/// <param name="P90">Of 90 %.</param>
/// <param name="P99">Of 99 %.</param>
/// <param name="P999">Of 99.9 %.</param>
/// <param name="Max">The longest.</param>
/// <param name="Mean">The mean.</param>
public sealed record LatencyFigures(
    double? P50, double? P90, double? P99, double? P999, double? Max, double? Mean)
{
    /// <summary>The figures of a histogram.</summary>
    public static LatencyFigures Of(LatencyHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var isEmpty = histogram.Count == 0;
        return new LatencyFigures(
            Ms(histogram.Quantile(0.5)), Ms(histogram.Quantile(0.9)), Ms(histogram.Quantile(0.99)),
            Ms(histogram.Quantile(0.999)), isEmpty ? null : Ms(histogram.Max),
            isEmpty ? null : Ms(histogram.Mean));
    }

    private static double? Ms(TimeSpan? latency) =>
        latency is { } length ? Math.Round(length.TotalMilliseconds, 3) : null;
}

/// <summary>How many orders ended in one way.</summary>
/// <param name="Step">The last step that was asked for, such as «pay».</param>
/// <param name="Outcome">How it counts: done, refused, throttled, error.</param>
/// <param name="Reason">Why, in the words of the API.</param>
/// <param name="Count">How many.</param>
public sealed record EndCount(string Step, string Outcome, string Reason, long Count);

/// <summary>A phase of a load test in numbers.</summary>
public sealed record PhaseFigures
{
    /// <summary>The name; «all» is the whole load without its warm-up.</summary>
    public required string Name { get; init; }

    /// <summary>Its first second.</summary>
    public required int FromSecond { get; init; }

    /// <summary>The first second after it.</summary>
    public required int UntilSecond { get; init; }

    /// <summary>
    /// How long it was driven, in seconds: less than planned if the load was stopped in it.
    /// </summary>
    public double Seconds
    {
        get => field > 0 ? field : UntilSecond - FromSecond;
        init;
    }

    /// <summary>Whether it is the warm-up, which is not judged.</summary>
    public bool IsWarmUp { get; init; }

    /// <summary>Orders planned.</summary>
    public long Planned { get; init; }

    /// <summary>Orders begun.</summary>
    public long Issued { get; init; }

    /// <summary>Orders not begun, because too many waited for answers.</summary>
    public long Dropped { get; init; }

    /// <summary>Orders all of whose steps took effect.</summary>
    public long Done { get; init; }

    /// <summary>Orders that the market refused for a reason of business.</summary>
    public long Refused { get; init; }

    /// <summary>Orders that the market throttled.</summary>
    public long Throttled { get; init; }

    /// <summary>Orders without a sound answer.</summary>
    public long Errors { get; init; }

    /// <summary>Orders refused because the last unit was gone; they are among the refused.</summary>
    public long SoldOut { get; init; }

    /// <summary>Orders planned a second, on average.</summary>
    public double PlannedPerSecond { get; init; }

    /// <summary>Orders done a second, on average: what the load was good for.</summary>
    public double Goodput { get; init; }

    /// <summary>The share of the planned that were done or refused; null if none were planned.</summary>
    public double? RateReached { get; init; }

    /// <summary>From the moment at which an order should have begun to its last answer.</summary>
    public required LatencyFigures LatencyMs { get; init; }

    /// <summary>From the moment at which it did begin to its last answer.</summary>
    public required LatencyFigures ServiceMs { get; init; }

    /// <summary>How late orders began.</summary>
    public required LatencyFigures PacerLagMs { get; init; }

    /// <summary>How orders ended.</summary>
    public IReadOnlyList<EndCount> Ends { get; init; } = [];

    /// <summary>A number of orders as a share of all that ended; null if none did.</summary>
    public double? ShareOf(long orders)
    {
        var ended = Done + Refused + Throttled + Errors;
        return ended == 0 ? null : (double)orders / ended;
    }

    /// <summary>The figures of a phase that was driven to its end.</summary>
    public static PhaseFigures Of(PhaseSpan span, PhaseTally tally)
    {
        ArgumentNullException.ThrowIfNull(span);
        return Of(span, tally, span.Seconds);
    }

    /// <summary>The figures of a phase.</summary>
    /// <param name="span">The phase, as far as it was driven.</param>
    /// <param name="tally">What was counted of it.</param>
    /// <param name="length">How long it was driven, in seconds.</param>
    public static PhaseFigures Of(PhaseSpan span, PhaseTally tally, double length)
    {
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(tally);
        var (done, refused) = (tally.CountOf(LoadOutcome.Done), tally.CountOf(LoadOutcome.Refused));
        return new PhaseFigures
        {
            Name = span.Name,
            FromSecond = span.From,
            UntilSecond = span.Until,
            Seconds = Math.Round(length, 3),
            IsWarmUp = span.IsWarmUp,
            Planned = tally.Planned,
            Issued = tally.Issued,
            Dropped = tally.Dropped,
            Done = done,
            Refused = refused,
            Throttled = tally.CountOf(LoadOutcome.Throttled),
            Errors = tally.CountOf(LoadOutcome.Error),
            SoldOut = tally.Ends.Where(end => end.End.Reason == "sold-out").Sum(end => end.Count),
            PlannedPerSecond = PerSecond(tally.Planned, length),
            Goodput = PerSecond(done, length),
            RateReached = tally.Planned == 0 ? null : (double)(done + refused) / tally.Planned,
            LatencyMs = LatencyFigures.Of(tally.Latency),
            ServiceMs = LatencyFigures.Of(tally.Service),
            PacerLagMs = LatencyFigures.Of(tally.Lag),
            Ends =
            [
                .. tally.Ends.Select(end => new EndCount(
                    Words.Of(end.End.Step), Words.Of(end.End.Outcome), end.End.Reason, end.Count)),
            ],
        };
    }

    /// <summary>Each phase that came, the warm-up too, as far as it was driven.</summary>
    public static IReadOnlyList<PhaseFigures> OfDriven(LoadTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return [.. tally.Driven.Select(phase => Of(phase.Span, phase.Tally, phase.Seconds))];
    }

    /// <summary>All measured phases of a load as one, by the name «all».</summary>
    /// <remarks>All its figures are 0 or absent if the load was stopped in its warm-up.</remarks>
    public static (PhaseFigures Figures, PhaseTally Tally) OfAll(LoadTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var measured = tally.Driven.Where(phase => !phase.Span.IsWarmUp).ToList();
        var sum = new PhaseTally();
        measured.ForEach(phase => sum.Add(phase.Tally));
        var from = tally.Spans.Where(span => !span.IsWarmUp).Min(span => span.From);
        var until = measured.Count > 0 ? measured.Max(phase => phase.Span.Until) : from;
        return (Of(new PhaseSpan("all", from, until), sum, measured.Sum(phase => phase.Seconds)), sum);
    }

    private static double PerSecond(long orders, double seconds) =>
        seconds > 0 ? Math.Round(orders / seconds, 3) : 0;
}
