namespace FlashSale.Simulator;

/// <summary>A measure of a season: a column of day.csv and week.csv, of the table day and the charts.
/// </summary>
public sealed class SeasonMeasure : IRunColumn
{
    /// <summary>The column, in snake_case.</summary>
    public required string Column { get; init; }

    /// <summary>What is counted; «yuan» for money, which is kept in fen.</summary>
    public required string Unit { get; init; }

    /// <summary>What it says, as docs/reference/season.md has it.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whether it is seen at the end of a day and not counted over it.</summary>
    public required bool IsLevel { get; init; }

    /// <summary>The model that it belongs to: in a season without it, it is not written.</summary>
    public required SeasonModel Model { get; init; }

    /// <summary>Its place among <see cref="SeasonMeasures.All"/>.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>Whether it is money, kept in fen.</summary>
    public bool IsMoney => Unit == "yuan";

    /// <summary>Declares a measure, behind those that a model has already.</summary>
    internal static SeasonMeasure Declare(
        List<SeasonMeasure> declared, SeasonModel model, string column, string unit, string meaning,
        bool isLevel)
    {
        var measure = new SeasonMeasure
        {
            Column = column,
            Unit = unit,
            Meaning = meaning,
            IsLevel = isLevel,
            Model = model,
        };
        declared.Add(measure);
        return measure;
    }
}
