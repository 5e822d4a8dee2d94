namespace FlashSale.Simulator;

/// <summary>The best of some arms: seed by seed up to a limit, or of a fixed number of seeds.</summary>
public sealed record SelectDesign : SearchDesign
{
    private readonly IReadOnlyList<AskedPoint> _arms;
    private readonly bool _isMoreBetter;
    private readonly double? _indifference;
    private readonly int? _seedsMax;
    private readonly int _freshSeeds;

    private SelectDesign(
        IReadOnlyList<AskedPoint> arms, AskedMeasure measure, double? indifference, int? seedsMax,
        int freshSeeds)
    {
        (_arms, Measure, _isMoreBetter) = (arms, measure.Name, measure.Better == BetterSide.More);
        (_indifference, _seedsMax, _freshSeeds) = (indifference, seedsMax, freshSeeds);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => ["arm"];

    /// <inheritdoc/>
    internal override string Measure { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Named => [.. _arms.Select(arm => arm.Name)];

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Ends => _arms;

    /// <inheritdoc/>
    internal override string KeyOfSeeds => _seedsMax is null ? "seeds" : "select.seedsMax";

    /// <inheritdoc/>
    internal override SearchKind Kind => SearchKind.Select;

    /// <summary>Reads the block «select», which takes its arms from the list «arms».</summary>
    internal static SelectDesign Read(
        Block block, ArmsDesign arms, IReadOnlyList<AskedMeasure> measures, SearchTerms terms)
    {
        terms.CheckSeeds(block);
        block.Choice<Among>("among", Among.Arms);
        var measure = AskedMeasure.Named(block, "best", measures);
        if (measure is { Better: BetterSide.Neither })
        {
            block.Refuse("best", $"{measure.Name} does not say which way is better",
                "better: more or better: less");
        }

        var indifference = block.OptionalNumber("indifference", new(1e-12, 1e18));
        var seedsMax = block.Find("seedsMax") is null ? (int?)null
            : (int)block.Count("seedsMax", null, terms.Seeds, SearchTerms.SeedsMax);
        if (indifference is null != seedsMax is null)
        {
            block.RefuseWhole("a race goes by indifference and seedsMax, and one of them is not there",
                "both of them; or neither, for the study's seeds and no more");
        }

        return new SelectDesign(
            arms.Points, measure ?? new AskedMeasure { Name = "", Value = "" }, indifference, seedsMax,
            SearchTerms.FreshSeeds(block));
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> PointsOf(int place) => [_arms[place]];

    /// <inheritdoc/>
    public override long? RunsMax(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return (_arms.Count * (long)(_seedsMax ?? study.Seeds.Count)) + _freshSeeds;
    }

    private protected override IReadOnlyList<SearchOrder> Wanted(Study study, SearchRuns runs) =>
        Step(study, runs).Wanted;

    private protected override string SoFar(StudyRuns done, SearchRuns runs) =>
        SearchSentences.SoFar(Step(done.Plan.Study, runs).Answer, Named);

    private protected override SearchFound Found(SearchFound nothing, StudyRuns done, SearchRuns runs)
    {
        var (study, judged) = (done.Plan.Study, done.JudgedOf(Measure));
        var answer = Step(study, runs).Answer;
        return nothing with
        {
            Result = answer switch
            {
                { Winner: null } => "open",
                { IsToldApart: true } => "told-apart",
                _ => "not-told-apart",
            },
            Sentence = _seedsMax is null
                ? SearchSentences.OfSubset(answer, Subset(study), Named, judged)
                : SearchSentences.OfSelection(answer, Race(study), Named, judged),
            Indifference = _indifference,
            Survivors = [.. answer.Survivors.Select(arm => Named[arm])],
            FurtherSeeds = answer.FurtherSeeds ?? [],
            Looks =
            [
                .. answer.Rounds.SelectMany(round => round.Arms)
                    .Select(one => Look(SearchAim.Race, one.Arm, one.Mean, one.HasLeft, study.Confidence)),
                .. answer.Winner is { } winner
                    ? [Look(SearchAim.Fresh, answer.Survivors[0], winner, false, study.Confidence)]
                    : Array.Empty<SearchLook>(),
            ],
        };
    }

    private SearchStep<SelectAnswer> Step(Study study, SearchRuns runs) => _seedsMax is null
        ? Subset(study).After(runs.Values) : Race(study).After(runs.Values);

    private SubsetSearch Subset(Study study) =>
        new(_arms.Count, _isMoreBetter, study.Confidence, study.Seeds.Count, _freshSeeds);

    private SelectSearch Race(Study study) => new(
        _arms.Count, _indifference!.Value, _isMoreBetter, study.Confidence, _seedsMax!.Value, _freshSeeds,
        study.Seeds.Count);

    private SearchLook Look(SearchAim aim, int arm, Estimate mean, bool hasLeft, double confidence)
    {
        var limits = mean.Limits(confidence);
        return new SearchLook(
            aim, Named[arm], null, mean.Runs, mean.Mean, limits?.Low, limits?.High,
            hasLeft ? SearchVerdict.Left : SearchVerdict.Stays);
    }

    private enum Among
    {
        Arms = 1,
    }
}
