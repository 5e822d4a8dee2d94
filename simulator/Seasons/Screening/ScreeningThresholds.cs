namespace FlashSale.Simulator;

/// <summary>
/// The two scores between which a reviewer looks, in standard deviations of sound listings' scores (rule
/// LST-2).
/// </summary>
/// <remarks>
/// Scores are a mixture: of sound listings around 0, of bad ones around the gap of their category, farther up
/// where the brand is known. Refused is from the score that so many sound listings reach by chance; accepted
/// is below the score that leaves the reviewers their share of all. Of known brands only those come to
/// reviewers whose sellers insist.
/// </remarks>
/// <param name="AcceptBelow">Below it a listing is accepted.</param>
/// <param name="RefuseFrom">From it on one is refused.</param>
internal readonly record struct ScreeningThresholds(double AcceptBelow, double RefuseFrom)
{
    private const int Halvings = 60;
    private const double LowestScore = -10;

    /// <summary>The thresholds that are given, or reckoned.</summary>
    public static ScreeningThresholds Of(ScreeningHabits habits)
    {
        var asked = habits.Thresholds;
        var refuse = asked.RefuseFrom ?? -ExactMath.InverseNormal(asked.RefusesSound);
        if (asked.AcceptBelow is { } given)
        {
            return new(Math.Min(given, refuse), refuse);
        }

        var (low, high) = (LowestScore, refuse);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            if (ReviewedShare(habits, new(middle, refuse)) > 1 - asked.MachineShare)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return new(high, refuse);
    }

    /// <summary>The share of publications that reviewers look at between two thresholds.</summary>
    public static double ReviewedShare(ScreeningHabits habits, ScreeningThresholds thresholds)
    {
        var (bad, known) = (habits.Thresholds.ExpectedBad, habits.Brands.Known);
        var share = 0.0;
        foreach (var goods in GoodsCategory.Typical)
        {
            var ofSound = thresholds.Between(0);
            share += goods.ShareOfOrders * (((1 - bad) * ofSound * Coming(habits.Sellers.HonestGiveUp))
                + (bad * (((1 - known) * GapShare(isBrandKnown: false))
                    + (known * GapShare(isBrandKnown: true) * (1 - habits.Sellers.CheatsGiveUp)))));

            double GapShare(bool isBrandKnown) =>
                thresholds.Between(habits.Scores.GapOf(goods.Name, isBrandKnown));
        }

        return share / GoodsCategory.Typical.Sum(goods => goods.ShareOfOrders);

        double Coming(double giveUp) => 1 - (known * giveUp);
    }

    private double Between(double mean) =>
        ExactMath.NormalCdf(RefuseFrom - mean) - ExactMath.NormalCdf(AcceptBelow - mean);
}
