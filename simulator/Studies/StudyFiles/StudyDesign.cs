namespace FlashSale.Simulator;

/// <summary>What a study varies, and in which order: one of the designs of docs/reference/study.md.</summary>
public abstract record StudyDesign
{
    /// <summary>The points that are run on every seed, the one that others are compared with first.</summary>
    internal abstract IReadOnlyList<AskedPoint> Points { get; }

    /// <summary>The names of what is varied, in order.</summary>
    public abstract IReadOnlyList<string> Factors { get; }
}

/// <summary>A point of a study as its file asks for it: changes of the base.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Levels">The value of each factor there, as people read it.</param>
/// <param name="Changes">What makes it of the base; none is the base.</param>
internal sealed record AskedPoint(
    string Name, IReadOnlyList<FactorLevel> Levels, IReadOnlyList<ScenarioChange> Changes);

/// <summary>The value of a factor at a point.</summary>
/// <param name="Factor">Its name.</param>
/// <param name="Text">The value as a scenario writes it.</param>
/// <param name="Number">The same as a number, of a length in seconds; null of what is none.</param>
public sealed record FactorLevel(string Factor, string Text, double? Number)
{
    /// <summary>A level by its text.</summary>
    internal static FactorLevel Of(string factor, string text) =>
        new(factor, text, FileWords.Number(text) ?? FileWords.Length(text)?.TotalSeconds);
}
