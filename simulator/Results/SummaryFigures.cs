namespace FlashSale.Simulator;

/// <summary>All figures of summary.json, in the order of the file, as the properties declare them.</summary>
public static class SummaryFigures
{
    private static readonly Lazy<IReadOnlyDictionary<string, SummaryFigure>> Declared =
        new(() => FigureTree.Of(SummaryJson.Contract));

    /// <summary>All.</summary>
    public static IReadOnlyCollection<SummaryFigure> All => [.. Declared.Value.Values];

    /// <summary>Those that runs are compared by.</summary>
    public static IReadOnlyList<SummaryFigure> Compared { get; } = [.. All.Where(one => one.Name.Length > 0)];

    /// <summary>The figure at a place; null if there is none.</summary>
    public static SummaryFigure? Find(string field) => Declared.Value.GetValueOrDefault(field);

    /// <summary>What people call a figure.</summary>
    public static string NameOf(string field) => Declared.Value[field].Name;
}
