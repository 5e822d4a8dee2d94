namespace FlashSale.Simulator;

/// <summary>
/// What follows from a recorder's rows: sums, the day's sums, and peaks, all of the sample.
/// </summary>
internal sealed class RunTotals
{
    private readonly long[] _gmvFenBefore = new long[FestivalClock.DaySeconds + 1];
    private readonly MeasureSums _whole = new();
    private readonly int[] _ordersPerSecond = new int[FestivalClock.DaySeconds];
    private readonly int[] _paymentsPerSecond = new int[FestivalClock.DaySeconds];

    /// <summary>Reads all rows of a recorder once.</summary>
    public RunTotals(RunRecorder recorder)
    {
        var grid = recorder.Grid;
        for (var at = 0; at < recorder.Rows.Count; at++)
        {
            ref readonly var row = ref recorder.Rows[at];
            _whole.Add(row, grid.SecondsAt(at));
            SeeLevels(grid.SecondsAt(at), row);
            if (at >= grid.Midnight && at < grid.DayEnd)
            {
                SeeSecond(at - grid.Midnight, row);
            }
        }

        for (var second = 0; second < FestivalClock.DaySeconds; second++)
        {
            _gmvFenBefore[second + 1] += _gmvFenBefore[second];
        }
    }

    /// <summary>A measure over the whole run: its sum, its last level, or the sum of the day.</summary>
    public long this[Measure measure] => _whole[measure];

    /// <summary>Orders placed on the day.</summary>
    public long DayPlaced { get; private set; }

    /// <summary>Orders paid on the day.</summary>
    public long DayPaid { get; private set; }

    /// <summary>The second of the day with most orders, and how many; none if nothing was ordered.</summary>
    public Peak Orders { get; private set; }

    /// <summary>The second of the day with most payments.</summary>
    public Peak Payments { get; private set; }

    /// <summary>The longest queue of payments.</summary>
    public Peak Queue { get; private set; }

    /// <summary>The most that escrow held, in fen.</summary>
    public Peak EscrowFen { get; private set; }

    /// <summary>What was paid on the day.</summary>
    public Money Gmv => GmvBefore(FestivalClock.DaySeconds);

    /// <summary>Orders placed in each second of the day.</summary>
    public ReadOnlySpan<int> OrdersPerSecond => _ordersPerSecond;

    /// <summary>Payments in each second of the day.</summary>
    public ReadOnlySpan<int> PaymentsPerSecond => _paymentsPerSecond;

    /// <summary>What was paid on the day before this second.</summary>
    public Money GmvBefore(int second) => Money.FromFen(_gmvFenBefore[second]);

    private void SeeSecond(int second, in TallyRow row)
    {
        DayPlaced += row.Placed;
        DayPaid += row.Paid;
        Orders = Orders.Or(row.Placed, second);
        Payments = Payments.Or(row.Paid, second);
        _ordersPerSecond[second] = row.Placed;
        _paymentsPerSecond[second] = row.Paid;
        _gmvFenBefore[second + 1] = row.PaidFen;
    }

    private void SeeLevels(long second, in TallyRow row)
    {
        Queue = Queue.Or(row.QueuedPlusOne - 1, second);
        EscrowFen = EscrowFen.Or(row.EscrowFenPlusOne - 1, second);
    }
}

/// <summary>The highest value so far and the first second that reached it.</summary>
internal readonly record struct Peak(long Value, long Second)
{
    /// <summary>When it was; null if there was nothing above 0.</summary>
    public string? At => Value > 0 ? FestivalClock.Text(Second) : null;

    /// <summary>This peak, or a higher one.</summary>
    public Peak Or(long value, long second) => value > Value ? new Peak(value, second) : this;
}
