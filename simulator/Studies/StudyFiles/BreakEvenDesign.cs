namespace FlashSale.Simulator;

/// <summary>The value of a factor of one arm at which two arms are worth the same.</summary>
public sealed record BreakEvenDesign : SearchDesign
{
    private readonly IReadOnlyList<AskedPoint> _arms;
    private readonly int _moving;
    private readonly SearchedFactor _factor;

    private BreakEvenDesign(
        IReadOnlyList<AskedPoint> arms, int moving, SearchedFactor factor, string measure) =>
        (_arms, _moving, _factor, Measure) = (arms, moving, factor, measure);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => ["arm", _factor.Words.Name];

    /// <inheritdoc/>
    internal override string Measure { get; }

    /// <inheritdoc/>
    internal override string? Sought => _factor.Words.Name;

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Ends =>
        [.. _factor.Telling.SelectMany(PointsOf).DistinctBy(point => point.Name)];

    /// <inheritdoc/>
    internal override SearchKind Kind => SearchKind.BreakEven;

    /// <summary>Reads the block «breakEven».</summary>
    internal static BreakEvenDesign Read(
        Block block, IReadOnlyList<AskedMeasure> measures, SearchTerms terms)
    {
        const int armsAsked = 2;
        terms.CheckSeeds(block);
        var arms = block.Blocks("between", [], armsAsked, ArmsDesign.Arm);
        if (arms.Count != armsAsked)
        {
            block.Refuse("between", FormattableString.Invariant($"{arms.Count} arms"), "two arms");
        }

        block.NamesOnce("between", arms.Select(arm => arm.Name));
        var moving = 0;
        var factor = block.RequiredSection("factor", inner =>
        {
            var names = arms.Select(arm => arm.Name).ToList();
            moving = names.IndexOf(inner.Text("arm", null, StudyWords.NameMax));
            if (moving < 0 && inner.Find("arm") is { } asked)
            {
                inner.Refuse("arm", $"there is no arm {asked.Shown}", string.Join(", ", names));
            }

            return SearchedFactor.Read(inner);
        });
        var measure = AskedMeasure.Named(block, "measure", measures)?.Name ?? "";
        return new BreakEvenDesign(arms, Math.Max(0, moving), factor, measure);
    }

    // The difference of a level is the second arm less the first, whichever of them moves.
    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> PointsOf(int place) =>
    [
        .. _arms.Select((arm, at) => at == _moving ? _factor.Point(place, arm)
            : arm with { Levels = [.. arm.Levels, new FactorLevel(_factor.Words.Name, "–", null)] }),
    ];

    /// <inheritdoc/>
    public override long? RunsMax(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var looks = Math.Min(_factor.Levels.Count, (3 * SearchLevels.Looks(_factor.Levels.Count)) - 4);
        return (1L + looks) * study.Seeds.Count;
    }

    private protected override IReadOnlyList<SearchOrder> Wanted(Study study, SearchRuns runs) =>
        Search(study).After(runs.Values).Wanted;

    private protected override string SoFar(StudyRuns done, SearchRuns runs) =>
        $"{_factor.Words.Name} " + SearchSentences.SoFar(
            Search(done.Plan.Study).After(runs.Values).Answer, _factor.Levels, _factor.Words);

    private protected override SearchFound Found(SearchFound nothing, StudyRuns done, SearchRuns runs)
    {
        var search = Search(done.Plan.Study);
        var answer = search.After(runs.Values).Answer;
        var looks = answer.Looks.ToDictionary(look => look.Level, look => look.Difference);
        return nothing with
        {
            Result = Words.Of(answer.Result),
            Sentence = SearchSentences.OfBreakEven(
                answer, search, _factor.Levels, _factor.Words, _arms[0].Name, _arms[1].Name,
                done.JudgedOf(Measure)),
            Factor = _factor.Found,
            Range = answer.Result == BreakEvenResult.Between ? _factor.Range(answer.From, answer.To) : null,
            Root = answer.Root is { } root ? _factor.Between(root) : null,
            Looks = looks.Count == 0 ? []
                : _factor.Steps(answer.Brackets, (aim, level) => Look(aim, level, looks[level], search)),
        };
    }

    private protected override IEnumerable<StudyWarning> Warnings(StudyRuns done, SearchRuns runs)
    {
        var search = Search(done.Plan.Study);
        var looked = search.After(runs.Values).Answer.Looks.Select(look =>
            runs.Values(new SearchOrder(look.Level, new SeedBlock(0, search.Seeds)))!).ToList();
        return DesignWarnings.NotMonotone(
            $"The difference in {Measure} along {_factor.Words.Name}",
            Sweep.MonotonyOf(looked, search.Confidence)) is { } warning ? [warning] : [];
    }

    private BreakEvenSearch Search(Study study) =>
        new(_factor.Levels.Count, study.Confidence, study.Seeds.Count);

    private SearchLook Look(SearchAim aim, int level, Estimate difference, BreakEvenSearch search)
    {
        var limits = difference.Limits(search.ConfidenceOfLook);
        return new SearchLook(
            aim, _factor.Point(level, _arms[_moving]).Name, _factor.Levels[level], difference.Runs,
            difference.Mean, limits?.Low, limits?.High, search.SignOf(difference) switch
            {
                > 0 => SearchVerdict.Above,
                < 0 => SearchVerdict.Below,
                _ => SearchVerdict.NotTold,
            });
    }
}
