namespace FlashSale.Simulator;

/// <summary>
/// What a design found beside levels and comparisons: its part of everything that is written.
/// </summary>
internal abstract record DesignFound
{
    /// <summary>The answer in sentences, best first: they head the report.</summary>
    public abstract IReadOnlyList<string> Sentences { get; }

    /// <summary>What makes it weaker than it looks.</summary>
    public virtual IReadOnlyList<StudyWarning> Warnings => [];

    /// <summary>Its tables: each a CSV file and a table of study.sqlite.</summary>
    public virtual IReadOnlyList<StudyTable> Tables => [];

    /// <summary>
    /// The answer as a tile of the report: what it is of, the value, and what stands beside it.
    /// </summary>
    public virtual (string Name, string Value, string Beside)? Tile => null;

    /// <summary>Whether a claim of its own came out; null of a claim that it knows nothing of.</summary>
    public virtual bool? Judge(Expectation claim) => null;

    /// <summary>The same, where the folder of the study says what was found before.</summary>
    /// <param name="earlier">study.json as it was; null of a new folder.</param>
    public virtual DesignFound After(StudyResult? earlier) => this;

    /// <summary>The result with its part.</summary>
    public abstract StudyResult Into(StudyResult result);

    /// <summary>Its section of the report.</summary>
    public abstract string Section(StudyFigures figures);
}
