namespace FlashSale.Grains;

/// <summary>The last batch of each partition that was added: a repeated one is told by its number.</summary>
[GenerateSerializer, Alias("flashsale.row.batch-marks")]
internal sealed class BatchMarks
{
    /// <summary>By partition.</summary>
    [Id(0)]
    public long[] Last { get; set; } = new long[OrderFeed.Partitions];

    /// <summary>Whether a batch is new; then it is not any more.</summary>
    public bool Take(EventBatch batch)
    {
        if (batch.Number <= Last[batch.Partition])
        {
            return false;
        }

        Last[batch.Partition] = batch.Number;
        return true;
    }
}

/// <summary>How many events there were, and what they amount to, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.sales")]
internal sealed class SalesState
{
    /// <summary>Which batches are in it.</summary>
    [Id(0)]
    public BatchMarks Marks { get; set; } = new();

    /// <summary>Events by kind.</summary>
    [Id(1)]
    public long[] Counts { get; set; } = new long[Enum.GetValues<MarketEventKind>().Length];

    /// <summary>Their amounts in fen.</summary>
    [Id(2)]
    public long[] AmountsFen { get; set; } = new long[Enum.GetValues<MarketEventKind>().Length];

    /// <summary>What they amount to in the whole market; null where only one seller's are counted.</summary>
    [Id(3)]
    public MarketBreakdown? Market { get; set; }

    /// <summary>
    /// Of one seller: what was paid at its stores on each of the last days; null where nobody wants to know.
    /// </summary>
    [Id(4)]
    public TurnoverDay[]? Turnover { get; set; }

    /// <summary>
    /// The breakdown of the whole market; it begins with all that an older version's row says was paid.
    /// </summary>
    public MarketBreakdown BreakDown() =>
        Market ??= new MarketBreakdown { PaidFen = AmountsFen[(int)MarketEventKind.Paid - 1] };

    /// <summary>The figures.</summary>
    public SalesFigures Figures => new() { Counts = [.. Counts], AmountsFen = [.. AmountsFen] };

    /// <summary>Adds a batch if it is new; whether it was.</summary>
    /// <remarks>The marks are part of the state: one save makes both durable, or neither.</remarks>
    public bool Add(EventBatch batch)
    {
        if (!Marks.Take(batch))
        {
            return false;
        }

        Grow();
        foreach (var one in batch.Events)
        {
            Counts[(int)one.Kind - 1]++;
            AmountsFen[(int)one.Kind - 1] += one.Amount.Fen;
            Market?.Add(one);
        }

        return true;
    }

    // A row of an older version counts fewer kinds.
    private void Grow()
    {
        var kinds = Enum.GetValues<MarketEventKind>().Length;
        if (Counts.Length < kinds)
        {
            (Counts, AmountsFen) =
                ([.. Counts, .. new long[kinds - Counts.Length]],
                    [.. AmountsFen, .. new long[kinds - AmountsFen.Length]]);
        }
    }
}
