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
    /// <summary>The condition if the study has no words for it.</summary>
    public static string ConditionOf(FindSearch search, JudgedMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(measure);
        var side = search.IsBelow ? "below" : "above";
        return $"{measure.Name} is {side} {StudyNumber.LevelExactly(search.Target, measure)}"
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
                $"Not confirmed: {Text(answer.Level!.Value)}, the last of {answer.Confirmations} looked at, "
                + $"gives {Fresh(answer)}.",
            FindResult.NoneIsEnough => None(answer.Looks![^1]),
            FindResult.TooFewSeeds => Invariant(
                $"{Search.Seeds} and {Search.FreshSeeds} seeds cannot say this: it takes at least ")
                + Invariant($"{answer.SeedsNeeded} of each."),
            _ => $"{Measure.Name} rises and falls along {Factor.Name} beyond chance: vary it instead.",
        };
    }

    private string Extreme => Levels[^1] > Levels[0] ? "smallest" : "largest";

    private string Confidence => Invariant($"{Search.Confidence * 100:0.##} %");

    private string Text(int level) => Factor.Text(Levels[level]);

    private string Value(int level) => StudyNumber.Factor(Levels[level]);

    private string Fresh(FindAnswer answer)
    {
        var look = answer.Confirmation!;
        return Invariant($"on {Search.FreshSeeds} fresh seeds: {Mean(look)}, {Bound(look)}");
    }

    private string None(FindLook last) => last.IsRuledOut
        ? $"Not even {Text(last.Level)} is enough: {Mean(last)} there, {OtherBound(last)}."
        : $"{Text(last.Level)} is not shown to be enough: {Mean(last)} there, {Bound(last)}; "
            + "more seeds would tell.";

    private string Mean(FindLook look) => Search.ShareOfFestivals is null
        ? StudyNumber.Level(look.Mean, Measure) : $"in {StudyNumber.Percent(look.Mean)} of festivals";

    private string Bound(FindLook look) =>
        Limit(look, isUpper: Search.IsBelow && Search.ShareOfFestivals is null);

    private string OtherBound(FindLook look) =>
        Limit(look, isUpper: !Search.IsBelow || Search.ShareOfFestivals is not null);

    private string Limit(FindLook look, bool isUpper)
    {
        var limit = isUpper ? look.High : look.Low;
        return (isUpper ? "at most " : "at least ")
            + (Search.ShareOfFestivals is null
                ? StudyNumber.Level(limit, Measure) : StudyNumber.Percent(limit));
    }
}
