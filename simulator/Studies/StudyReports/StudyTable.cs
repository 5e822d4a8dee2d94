namespace FlashSale.Simulator;

/// <summary>A table that a design adds: NAME.csv in the folder, and a table of study.sqlite.</summary>
/// <param name="Name">Its name, small letters.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Cells in the order of the columns.</param>
internal sealed record StudyTable(
    string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<StudyCell>> Rows)
{
    /// <summary>Its file in the folder of the study.</summary>
    public string FileName => Name + ".csv";
}

/// <summary>A cell: a text, a number, or nothing.</summary>
/// <param name="Text">The text; null of a number.</param>
/// <param name="Number">The number; null of a text, and of nothing.</param>
internal readonly record struct StudyCell(string? Text, double? Number)
{
    /// <summary>A text.</summary>
    public static implicit operator StudyCell(string text) => new(text, null);

    /// <summary>A number.</summary>
    public static implicit operator StudyCell(double? number) => new(null, number);

    /// <summary>A number.</summary>
    public static implicit operator StudyCell(double number) => new(null, number);
}
