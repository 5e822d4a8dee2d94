namespace FlashSale.Simulator;

/// <summary>One row of timeline.csv, at full scale: a second of the first hour, or a minute.</summary>
public sealed class TimelineRow
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

    /// <summary>Brings rows of the sample to full scale; levels stay as they were last seen.</summary>
    internal static IEnumerable<TimelineRow> Of(
        RunRecorder recorder, SampleScale scale, SampleScale catalogue)
    {
        var sample = new long[Measures.All.Count];
        foreach (var (seconds, length, row) in Rows(recorder))
        {
            var isOnTheDay = FestivalClock.IsOnTheDay(seconds * 1_000);
            var values = new long[sample.Length];
            foreach (var measure in Measures.All)
            {
                ref var value = ref sample[measure.Index];
                value = measure.After(value, row, isOnTheDay);
                values[measure.Index] = (measure.IsOfCatalogue ? catalogue : scale).Count(value);
            }

            yield return new TimelineRow(seconds, length, values);
        }
    }

    // Seconds of the first hour as they are; later seconds of the day are put together to minutes.
    private static IEnumerable<(long Seconds, int Length, TallyRow Row)> Rows(RunRecorder recorder)
    {
        const int firstHour = 3_600;
        var grid = recorder.Grid;
        for (var at = 0; at < recorder.Rows.Count;)
        {
            var isMinuteOfSeconds = at >= grid.Midnight + firstHour && at < grid.DayEnd;
            var rows = isMinuteOfSeconds ? Math.Min(60, recorder.Rows.Count - at) : 1;
            var sum = recorder.Rows[at];
            for (var later = at + 1; later < at + rows; later++)
            {
                sum.Add(recorder.Rows[later]);
            }

            yield return (grid.SecondsAt(at), isMinuteOfSeconds ? 60 : grid.SecondsOf(at), sum);
            at += rows;
        }
    }
}
