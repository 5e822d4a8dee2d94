namespace FlashSale.Simulator;

/// <summary>What the platform sees of a listing on a day (rule TRU-2).</summary>
/// <param name="PriceRatio">Its price as a share of the brand's.</param>
/// <param name="Look">Text and pictures, in standard deviations: the higher the worse.</param>
/// <param name="Complaints">Complaints of late; older ones count less.</param>
/// <param name="Returns">Returns above those of its category, in standard deviations; 0 if below.</param>
/// <param name="IsLinked">Whether another violation of its owner is known.</param>
/// <param name="IsRegionFlagged">Whether the seller is from a region with many makers.</param>
/// <param name="IsJump">Whether sales are three times the last week's.</param>
/// <param name="IsNewStore">Whether its store is new.</param>
internal readonly record struct ListingSigns(
    double PriceRatio, double Look, double Complaints, double Returns, bool IsLinked, bool IsRegionFlagged,
    bool IsJump, bool IsNewStore);

/// <summary>How signs add up to a risk: a logistic curve over their weighted sum (rule TRU-2).</summary>
internal static class ListingRisk
{
    private const double PriceFrom = 0.8; // of the brand's price: what lies below is a sign
    private const double PriceStep = 0.4;

    /// <summary>The weighted sum.</summary>
    public static double Logit(in ListingSigns signs, SignHabits weights) =>
        weights.Bias
        + (weights.PriceWeight * Math.Max(0, PriceFrom - signs.PriceRatio) / PriceStep)
        + (weights.LookWeight * signs.Look)
        + (weights.ComplaintWeight * signs.Complaints)
        + (weights.ReturnWeight * signs.Returns)
        + (signs.IsLinked ? weights.LinkedWeight : 0)
        + (signs.IsRegionFlagged ? weights.RegionWeight : 0)
        + (signs.IsJump ? weights.JumpWeight : 0)
        + (signs.IsNewStore ? weights.NewWeight : 0);

    /// <summary>The risk of a weighted sum, from 0 to 1.</summary>
    public static double Of(double logit) => 1 / (1 + ExactMath.Exp(-logit));

    /// <summary>The weighted sum that leads to a risk; beyond all where no listing reaches it.</summary>
    public static double LogitOf(double risk) =>
        risk >= 1 ? double.PositiveInfinity : ExactMath.Ln(risk / (1 - risk));
}
