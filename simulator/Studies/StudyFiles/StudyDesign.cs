namespace FlashSale.Simulator;

/// <summary>What a study varies, and in which order: one of the designs of docs/reference/study.md.</summary>
/// <remarks>
/// A design asks for its runs round by round, each round a pure function of the results of those before: so
/// neither the number of workers nor an interruption changes what a study runs.
/// </remarks>
public abstract record StudyDesign
{
    /// <summary>The names of what is varied, in order.</summary>
    public abstract IReadOnlyList<string> Factors { get; }

    /// <summary>How many runs it takes, as a product: null of points times seeds.</summary>
    public virtual string? Cost => null;

    /// <summary>The key of what the design draws; null of one that draws nothing.</summary>
    internal virtual ulong? DesignSeed => null;

    /// <summary>Whether it says itself on which seeds its points run, so that «seeds» changes
    /// nothing.</summary>
    internal virtual bool HasOwnSeeds => false;

    /// <summary>The names of points that claims and comparisons may speak of; none where runs find
    /// them.</summary>
    internal virtual IReadOnlyList<string> Named => [];

    /// <summary>Whether its points are compared in pairs.</summary>
    internal virtual bool IsCompared => false;

    /// <summary>The factor whose value is looked for; null where none is.</summary>
    internal virtual string? Sought => null;

    /// <summary>The claims that can be made of it, for messages; null of those of compared points.</summary>
    internal virtual string? Claims => null;

    /// <summary>The key that more seeds are added to: «seeds», or another number of them.</summary>
    internal virtual string KeyOfSeeds => "seeds";

    /// <summary>
    /// Points that the scenario reader must take before the first run, though they may never be run: ends of
    /// ranges, a level of each search.
    /// </summary>
    internal virtual IReadOnlyList<AskedPoint> Ends => [];

    /// <summary>What it changes of the base, as far as the file says it.</summary>
    internal virtual IEnumerable<ScenarioChange> Changes => Ends.SelectMany(point => point.Changes);

    /// <summary>Measures that it needs beside those of the study.</summary>
    internal virtual IReadOnlyList<AskedMeasure> FurtherMeasures(IReadOnlyList<AskedMeasure> measures) => [];

    /// <summary>What is wrong with it, now that its measures are read; each with what is
    /// allowed.</summary>
    internal virtual IEnumerable<(string Field, string Wrong, string Allowed)> WrongWith(
        IReadOnlyList<StudyMeasure> measures) => [];

    /// <summary>
    /// The runs that are wanted after those that there are: all of the next round, or none at the end. What
    /// was asked for before may be asked for again.
    /// </summary>
    /// <param name="done">The runs so far; in the first round none.</param>
    internal abstract IReadOnlyList<AskedRuns> Next(StudyRuns done);

    /// <summary>The most runs that it can ask for; null where the first round is all that is known.</summary>
    public virtual long? RunsMax(Study study) => null;

    /// <summary>How far it is, in words, while runs are wanted; empty if that says nothing.</summary>
    public virtual string SoFar(StudyRuns done) => "";

    /// <summary>What the runs say beside levels and comparisons; null of a design that says no
    /// more.</summary>
    internal virtual DesignFound? Found(StudyRuns done) => null;
}

/// <summary>A point of a study as its file asks for it: changes of the base.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Levels">The value of each factor there, as people read it.</param>
/// <param name="Changes">What makes it of its base; none is the base.</param>
internal sealed record AskedPoint(
    string Name, IReadOnlyList<FactorLevel> Levels, IReadOnlyList<ScenarioChange> Changes)
{
    /// <summary>The place of its base among those of the study.</summary>
    public int Base { get; init; }
}

/// <summary>The value of a factor at a point.</summary>
/// <param name="Factor">Its name.</param>
/// <param name="Text">The value as a scenario writes it.</param>
/// <param name="Number">The same as a number, of a length in seconds; null of what is none.</param>
public sealed record FactorLevel(string Factor, string Text, double? Number)
{
    /// <summary>The level of the base in what a change would change.</summary>
    internal static FactorLevel OfBase(string factor, ScenarioChange change, IStudiedScenario scenario) =>
        change.Form switch
        {
            ChangeForm.Set => Of(factor, change.Path.Find(ScenarioTree.Of(scenario))?.Text ?? "–"),
            ChangeForm.Plus => Of(factor, "0"),
            _ => Of(factor, "1"),
        };

    /// <summary>A level by its text.</summary>
    internal static FactorLevel Of(string factor, string text) =>
        new(factor, text, FileWords.Number(text) ?? FileWords.Length(text)?.TotalSeconds);
}
