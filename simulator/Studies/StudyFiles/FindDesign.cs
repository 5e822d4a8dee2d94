using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// The smallest, or the largest, value of a factor at which a measure is below or above a target.
/// </summary>
public sealed record FindDesign : SearchDesign
{
    private readonly SearchedFactor _factor;
    private readonly AskedTarget _target;
    private readonly AskedPoint? _reference;
    private readonly int _freshSeeds;

    private FindDesign(SearchedFactor factor, AskedTarget target, AskedPoint? reference, int freshSeeds) =>
        (_factor, _target, _reference, _freshSeeds) = (factor, target, reference, freshSeeds);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => [_factor.Words.Name];

    /// <inheritdoc/>
    internal override string Measure => _target.Measure;

    /// <inheritdoc/>
    internal override string? Sought => _factor.Words.Name;

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Ends =>
        [.. _factor.Telling.SelectMany(PointsOf).DistinctBy(point => point.Name)];

    /// <inheritdoc/>
    internal override SearchKind Kind => SearchKind.Find;

    /// <summary>Reads the block «find».</summary>
    internal static FindDesign Read(Block block, IReadOnlyList<AskedMeasure> measures, SearchTerms terms)
    {
        terms.CheckSeeds(block);
        var smallest = block.Section<SearchedFactor?>("smallest", null, SearchedFactor.Read);
        var largest = block.Section<SearchedFactor?>("largest", null, inner =>
            SearchedFactor.Read(inner).Falling);
        if (smallest is null == largest is null)
        {
            block.RefuseWhole(
                smallest is null ? "what is sought is not said" : "two values are sought",
                "smallest: or largest:, with path, from, to and step");
        }

        var factor = smallest ?? largest ?? SearchedFactor.None;
        var target = block.RequiredSection("suchThat", inner => AskedTarget.Read(inner, measures));
        var reference = block.Section<AskedPoint?>("reference", null, inner => new AskedPoint(
            "reference", [new FactorLevel(factor.Words.Name, "reference", null)], ChangeBlocks.Read(inner)));
        var design = new FindDesign(factor, target, reference, SearchTerms.FreshSeeds(block));
        if (design.Search(terms).SeedsNeeded is { } needed)
        {
            block.RefuseInside("suchThat.inShareOfFestivals",
                Invariant($"{terms.Seeds} seeds and {design._freshSeeds} fresh ones cannot show it"),
                Invariant($"seeds: {needed} and confirm: {{ seeds: {needed} }}, or more"));
        }

        return design;
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> PointsOf(int place) => _reference is null
        ? [_factor.Point(place)] : [_reference, _factor.Point(place)];

    /// <inheritdoc/>
    public override long? RunsMax(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var looks = Math.Min(_factor.Levels.Count, (2 * SearchLevels.Looks(_factor.Levels.Count)) - 2);
        var (own, fresh) = (_reference is null ? 0 : 1, (FindSearch.StepsUpMax + 1L) * _freshSeeds);
        return ((looks + own) * (long)study.Seeds.Count) + ((1 + own) * fresh);
    }

    private protected override IReadOnlyList<SearchOrder> Wanted(Study study, SearchRuns runs) =>
        Search(SearchTerms.Of(study)).After(runs.Values).Wanted;

    private protected override string SoFar(StudyRuns done, SearchRuns runs) =>
        $"{_factor.Words.Name} {Sentence(done).SoFar(Answer(done, runs))}";

    private protected override SearchFound Found(SearchFound nothing, StudyRuns done, SearchRuns runs)
    {
        var answer = Answer(done, runs);
        return nothing with
        {
            Result = Words.Of(answer.Result),
            Sentence = Sentence(done).Of(answer),
            Factor = _factor.Found,
            Target = _target.Found(_reference is not null),
            Level = answer.Level is { } level ? _factor.Levels[level] : null,
            Range = answer is { Level: { } found, RangeFrom: { } from }
                ? _factor.Range(found, from) : null,
            Looks = answer.Looks.Count == 0 ? [] : LooksOf(answer),
        };
    }

    private FindSearch Search(SearchTerms terms) => new(
        _factor.Levels.Count, _target.Value, _target.IsBelow, terms.Confidence, terms.Seeds, _freshSeeds,
        _target.ShareOfFestivals);

    private FindAnswer Answer(StudyRuns done, SearchRuns runs) =>
        Search(SearchTerms.Of(done.Plan.Study)).After(runs.Values).Answer;

    private FindSentence Sentence(StudyRuns done)
    {
        var (search, measure) = (Search(SearchTerms.Of(done.Plan.Study)), done.JudgedOf(Measure));
        return new FindSentence(
            search, _factor.Levels, _factor.Words, measure, _target.Words.Length > 0 ? _target.Words
                : FindSentence.ConditionOf(search, measure, _reference is not null))
        {
            IsDifference = _reference is not null,
        };
    }

    private IReadOnlyList<SearchLook> LooksOf(FindAnswer answer)
    {
        var looks = answer.Looks.ToDictionary(look => look.Level);
        return
        [
            .. _factor.Steps(answer.Brackets, (aim, level) => Look(aim, looks[level])),
            .. answer.Confirmations.Select(look => Look(SearchAim.Fresh, look)),
        ];
    }

    private SearchLook Look(SearchAim aim, FindLook look) => new(
        aim, _factor.Point(look.Level).Name, _factor.Levels[look.Level], look.Runs, look.Mean, look.Low,
        look.High, look.Holds ? SearchVerdict.Holds
            : look.IsRuledOut ? SearchVerdict.RuledOut : SearchVerdict.NotTold);
}
