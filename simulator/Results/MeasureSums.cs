namespace FlashSale.Simulator;

/// <summary>The value of every measure in the sample, after the rows that were added.</summary>
internal sealed class MeasureSums
{
    private readonly long[] _values = new long[Measures.All.Count];

    /// <summary>The value of a measure; of money, in fen.</summary>
    public long this[Measure measure] => _values[measure.Index];

    /// <summary>Adds a row that begins at a second since midnight.</summary>
    public void Add(in TallyRow row, long seconds)
    {
        var isOnTheDay = FestivalClock.IsOnTheDay(seconds * 1_000);
        foreach (var measure in Measures.All)
        {
            ref var value = ref _values[measure.Index];
            value = measure.After(value, row, isOnTheDay);
        }
    }

    /// <summary>Begins anew what is counted in a row; levels and sums of the day go on.</summary>
    public void Begin()
    {
        foreach (var measure in Measures.All.Where(measure => !measure.GoesOn))
        {
            _values[measure.Index] = 0;
        }
    }
}
