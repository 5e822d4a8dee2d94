namespace FlashSale.Simulator;

/// <summary>
/// A design that looks for something, and asks round by round for the runs that it has to see.
/// </summary>
public abstract record SearchDesign : StudyDesign
{
    /// <summary>The measure that the search goes by.</summary>
    internal abstract string Measure { get; }

    /// <inheritdoc/>
    internal override string? Claims => Sought is { } factor
        ? $"«{factor} below 10», «{factor} above 10», with a number or a length"
        : "«A is best», «m of A below 0.01», «m of A above 0.01»";

    /// <summary>
    /// What is run at a place of the search: one point, or two of which the second less the first counts.
    /// </summary>
    internal abstract IReadOnlyList<AskedPoint> PointsOf(int place);

    /// <inheritdoc/>
    internal sealed override IReadOnlyList<AskedRuns> Next(StudyRuns done)
    {
        var runs = new SearchRuns(done, this);
        return runs.IsWithheld ? [] : [.. Wanted(done.Plan.Study, runs).SelectMany(runs.Asked)];
    }

    /// <inheritdoc/>
    public sealed override string SoFar(StudyRuns done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var runs = new SearchRuns(done, this);
        return runs.IsWithheld ? SearchSentences.Withheld(runs.FailedShare) : SoFar(done, runs);
    }

    /// <inheritdoc/>
    internal sealed override DesignFound Found(StudyRuns done)
    {
        var runs = new SearchRuns(done, this);
        var nothing = new SearchFound
        {
            Kind = Kind,
            Result = SearchFound.Withheld,
            Measure = Measure,
            Sentence = SearchSentences.Withheld(runs.FailedShare),
            SeedsLeftOut = runs.LeftOut,
        };
        return new SearchFindings(
            runs.IsWithheld ? nothing : Found(nothing, done, runs),
            [.. runs.Warnings(), .. runs.IsWithheld ? [] : Warnings(done, runs)]);
    }

    /// <summary>What is looked for.</summary>
    internal abstract SearchKind Kind { get; }

    /// <summary>The orders of the next round; none at the end.</summary>
    private protected abstract IReadOnlyList<SearchOrder> Wanted(Study study, SearchRuns runs);

    /// <summary>How far it is: «capacity lies between 112,000 and 118,000 so far».</summary>
    private protected abstract string SoFar(StudyRuns done, SearchRuns runs);

    /// <summary>What was found, of a search whose runs did not fail.</summary>
    private protected abstract SearchFound Found(SearchFound nothing, StudyRuns done, SearchRuns runs);

    /// <summary>What else makes the answer weaker than it looks.</summary>
    private protected virtual IEnumerable<StudyWarning> Warnings(StudyRuns done, SearchRuns runs) => [];
}
