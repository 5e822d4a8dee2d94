namespace FlashSale.Simulator;

/// <summary>What is counted of a measure in a row of the sample.</summary>
internal delegate long Counted(in TallyRow row);

/// <summary>How a measure follows from what was counted in rows of the sample.</summary>
internal enum MeasureRule
{
    /// <summary>What was counted in the row, or in all rows that are put together.</summary>
    InTheRow = 1,

    /// <summary>A level: what was last seen in the row or before; kept plus one, 0 where none was.</summary>
    LastSeen,

    /// <summary>All that was counted on the festival's day until the end of the row.</summary>
    OfTheDaySoFar,
}

/// <summary>
/// A measure of a run over time: a column of timeline.csv and of the tables and charts of a report.
/// </summary>
public sealed class Measure : IRunColumn
{
    private readonly Counted _counted;
    private readonly MeasureRule _rule;

    internal Measure(int index, Counted counted, MeasureRule rule) =>
        (Index, _counted, _rule) = (index, counted, rule);

    /// <summary>The column in timeline.csv, in snake_case.</summary>
    public required string Column { get; init; }

    /// <summary>What is counted; «yuan» for money.</summary>
    public required string Unit { get; init; }

    /// <summary>What it says, as docs/reference/results.md has it.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whether it is money, kept in fen.</summary>
    public bool IsMoney => Unit == "yuan";

    /// <summary>Its place among <see cref="Measures.All"/>.</summary>
    internal int Index { get; }

    /// <summary>Whether it grows with the catalogue that is simulated, not with the people.</summary>
    internal bool IsOfCatalogue { get; init; }

    /// <summary>Whether a row begins with the value at the end of the row before.</summary>
    internal bool GoesOn => _rule != MeasureRule.InTheRow;

    bool IRunColumn.IsLevel => GoesOn;

    /// <summary>A value of the sample at full scale; of money, in fen.</summary>
    internal long AtFullScale(long sample, SampleScale scale, SampleScale catalogue) =>
        (IsOfCatalogue ? catalogue : scale).Count(sample);

    /// <summary>Its value in the sample at the end of a row.</summary>
    internal long After(long before, in TallyRow row, bool isOnTheDay) => (_rule, _counted(in row)) switch
    {
        (MeasureRule.InTheRow, var counted) => before + counted,
        (MeasureRule.LastSeen, var plusOne) => plusOne > 0 ? plusOne - 1 : before,
        (_, var counted) => isOnTheDay ? before + counted : before,
    };
}
