namespace FlashSale.Simulator;

/// <summary>One row of timeline.csv, at full scale: a second of the first hour, or a minute.</summary>
public sealed class TimelineRow : IRunRow
{
    private readonly long[] _values;

    internal TimelineRow(long seconds, int lengthSeconds, long[] values) =>
        (Seconds, LengthSeconds, _values) = (seconds, lengthSeconds, values);

    /// <summary>The second since midnight at which the row starts.</summary>
    public long Seconds { get; }

    /// <summary>How long the row is: 1 or 60.</summary>
    public int LengthSeconds { get; }

    /// <summary>The second since midnight at which it ends.</summary>
    public long EndSeconds => Seconds + LengthSeconds;

    /// <summary>The value of a measure; of money, in fen.</summary>
    public long this[Measure measure]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(measure);
            return _values[measure.Index];
        }
    }

    /// <summary>The value of a measure of money, in yuan.</summary>
    public decimal Yuan(Measure measure) => Money.FromFen(this[measure]).Yuan;

    double IRunRow.Of(IRunColumn column) =>
        (Measure)column is { IsMoney: true } money ? (double)Yuan(money) : this[(Measure)column];

    /// <summary>
    /// Brings rows of the sample to full scale. Seconds of the first hour are as they are; later seconds of
    /// the day are put together to minutes.
    /// </summary>
    internal static IEnumerable<TimelineRow> Of(
        RunRecorder recorder, SampleScale scale, SampleScale catalogue)
    {
        const int firstHour = 3_600;
        var (grid, sums) = (recorder.Grid, new MeasureSums());
        for (var at = 0; at < recorder.Rows.Count;)
        {
            var isMinuteOfSeconds = at >= grid.Midnight + firstHour && at < grid.DayEnd;
            var (first, end) = (at, isMinuteOfSeconds ? Math.Min(at + 60, recorder.Rows.Count) : at + 1);
            sums.Begin();
            for (; at < end; at++)
            {
                sums.Add(recorder.Rows[at], grid.SecondsAt(at));
            }

            yield return new TimelineRow(
                grid.SecondsAt(first), isMinuteOfSeconds ? 60 : grid.SecondsOf(first),
                [.. Measures.All.Select(one => one.AtFullScale(sums[one], scale, catalogue))]);
        }
    }
}
