namespace FlashSale.Simulator;

/// <summary>The axis of a factor, in its own unit and spacing.</summary>
internal static class FactorAxis
{
    private const double ManyTimes = 20;

    /// <summary>Of values that somebody chose: logarithmic if they span many times the lowest.</summary>
    public static Axis Of(string factor, double lowest, double highest) =>
        lowest > 0 && highest / lowest > ManyTimes
            ? Axis.LogarithmicAround(factor, lowest, highest, StudyNumber.Factor)
            : Axis.Around(factor, lowest, highest, StudyNumber.Factor);

    /// <summary>Of a factor with a range: as it is spaced.</summary>
    public static Axis Of(RangedFactor factor)
    {
        var (scale, words) = (factor.Values.Scale, factor.InWords);
        var title = words.Unit.Length == 0 ? factor.Name : $"{factor.Name} ({words.Unit})";
        var axis = scale.Spacing == FactorSpacing.Log
            ? Axis.LogarithmicAround(title, scale.Low, scale.High, StudyNumber.Factor)
            : Axis.Around(title, scale.Low, scale.High, StudyNumber.Factor);
        return axis with { Exact = value => StudyNumber.FourDigits(value) + words.Suffix };
    }
}
