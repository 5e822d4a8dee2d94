using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>The sentence of a search for a threshold.</summary>
/// <param name="Search">The search.</param>
/// <param name="Levels">The values of its levels, in its order.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Condition">What is asked, as a clause: «fewer than 1 % pay too late».</param>
public sealed record FindSentence(
    FindSearch Search, IReadOnlyList<double> Levels, FactorWords Factor, JudgedMeasure Measure,
    string Condition)
{
    /// <summary>Whether the measure is what it is above a reference: shares are points then.</summary>
    public bool IsDifference { get; init; }

    /// <summary>The condition if the study has no words for it.</summary>
    public static string ConditionOf(FindSearch search, JudgedMeasure measure, bool isDifference = false)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(measure);
        var side = search.IsBelow ? "below" : "above";
        var target = isDifference ? StudyNumber.Exactly(search.Target, measure)
            : StudyNumber.LevelExactly(search.Target, measure);
        return $"{measure.Name}{(isDifference ? " less that of the reference" : "")} is {side} {target}"
            + (search.ShareOfFestivals is { } share ? $" in {StudyNumber.Percent(share)} of festivals" : "");
    }

    /// <summary>The sentence.</summary>
    public string Of(FindAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Result switch
        {
            FindResult.Confirmed when answer is { Level: 0 } =>
                $"{Text(0)} is enough already: {Condition} ({Confidence}; confirmed {Fresh(answer)}).",
            FindResult.Confirmed =>
                $"The {Extreme} {Factor.Name} at which {Condition} is {Text(answer.Level!.Value)} "
                + $"({Confidence}; it may lie anywhere from {Value(answer.RangeFrom!.Value)}; "
                + $"confirmed {Fresh(answer)}).",
            FindResult.NotConfirmed =>
                $"Not confirmed: {Text(answer.Level!.Value)}, the last of {answer.Confirmations.Count} "
                + $"looked at, gives {Fresh(answer)}.",
            FindResult.NoneIsEnough => None(answer.Looks[^1]),
            FindResult.TooFewSeeds => Invariant(
                $"{Search.Seeds} and {Search.FreshSeeds} seeds cannot say this: it takes at least ")
                + Invariant($"{answer.SeedsNeeded} of each."),
            FindResult.Open => $"Stopped before its end: the {Extreme} {Factor.Name} at which {Condition} "
                + $"{SoFar(answer)}.",
            _ => $"{Measure.Name} rises and falls along {Factor.Name} beyond chance: vary it instead.",
        };
    }

    /// <summary>What is known while runs are wanted: «lies between 112,000 and 118,000 a second so
    /// far».</summary>
    public string SoFar(FindAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer switch
        {
            { Level: { } level } => $"is {Text(level)} so far, which is not confirmed",
            { Looks: [] } => "is not known yet",
            _ => answer.Brackets.LastOrDefault(one => one.Aim == SearchAim.Holds) is { } last
                ? $"lies between {Value(last.From)} and {Text(last.To)} so far"
                : $"lies between {Value(0)} and {Text(Levels.Count - 1)} so far",
        };
    }

    private string Extreme => Levels[^1] > Levels[0] ? "smallest" : "largest";

    private string Confidence => Invariant($"{Search.Confidence * 100:0.##} %");

    private string Text(int level) => Factor.Text(Levels[level]);

    private string Value(int level) => StudyNumber.Factor(Levels[level]);

    private string Fresh(FindAnswer answer)
    {
        var look = answer.Confirmations[^1];
        return Invariant($"on {look.Runs} fresh seeds: {Mean(look)}, {Bound(look)}");
    }

    private string None(FindLook last) => last.IsRuledOut
        ? $"Not even {Text(last.Level)} is enough: {Mean(last)} there, {OtherBound(last)}."
        : $"{Text(last.Level)} is not shown to be enough: {Mean(last)} there, {Bound(last)}; "
            + "more seeds would tell.";

    private string Mean(FindLook look) => Search.ShareOfFestivals is null
        ? Number(look.Mean) : $"in {StudyNumber.Percent(look.Mean)} of festivals";

    private string Number(double value) => IsDifference
        ? StudyNumber.Difference(value, Measure) : StudyNumber.Level(value, Measure);

    private string Bound(FindLook look) =>
        Limit(look, isUpper: Search.IsBelow && Search.ShareOfFestivals is null);

    private string OtherBound(FindLook look) =>
        Limit(look, isUpper: !Search.IsBelow || Search.ShareOfFestivals is not null);

    private string Limit(FindLook look, bool isUpper)
    {
        var limit = isUpper ? look.High : look.Low;
        return (isUpper ? "at most " : "at least ")
            + (Search.ShareOfFestivals is null ? Number(limit) : StudyNumber.Percent(limit));
    }
}
