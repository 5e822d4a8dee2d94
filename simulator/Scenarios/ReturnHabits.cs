namespace FlashSale.Simulator;

/// <summary>What buyers send back, and why (rule ORD-3); how much is a number of each category.</summary>
public sealed record ReturnHabits
{
    /// <summary>
    /// The share of paid orders whose buyer asks for the money back before shipping (assumed).
    /// </summary>
    public double BeforeShippingShare { get; init; } = 0.02;

    /// <summary>From the payment to that request (assumed).</summary>
    public LengthQuantiles BeforeShippingDelay { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromMinutes(1)), (50, TimeSpan.FromHours(2)), (100, TimeSpan.FromDays(2)));

    /// <summary>
    /// From delivery to the request for a return (assumed, within the seven days of ORD-3).
    /// </summary>
    public LengthQuantiles Delay { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromMinutes(30)), (50, TimeSpan.FromDays(1.5)), (100, TimeSpan.FromDays(7)));

    /// <summary>
    /// The share of returns for poor quality; the others give no reason that matters (F: Handu, 2,752 of
    /// 180,681).
    /// </summary>
    public double PoorQualityShare { get; init; } = 0.015;

    /// <summary>The share of poor-quality returns that the store disputes (assumed).</summary>
    public double DisputedShare { get; init; } = 0.3;

    /// <summary>How long a dispute takes (assumed).</summary>
    public LengthQuantiles DisputeWithin { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromDays(1)), (50, TimeSpan.FromDays(4)), (100, TimeSpan.FromDays(15)));

    /// <summary>The share of disputes that the buyer wins (assumed).</summary>
    public double BuyerWinsShare { get; init; } = 0.6;

    internal static ReturnHabits Read(Block block)
    {
        var usual = new ReturnHabits();
        return new ReturnHabits
        {
            BeforeShippingShare = block.Share("beforeShippingShare", usual.BeforeShippingShare),
            BeforeShippingDelay = block.Section(
                "beforeShippingDelay", usual.BeforeShippingDelay, LengthQuantiles.Read),
            Delay = block.Section("delay", usual.Delay, LengthQuantiles.Read),
            PoorQualityShare = block.Share("poorQualityShare", usual.PoorQualityShare),
            DisputedShare = block.Share("disputedShare", usual.DisputedShare),
            DisputeWithin = block.Section("disputeWithin", usual.DisputeWithin, LengthQuantiles.Read),
            BuyerWinsShare = block.Share("buyerWinsShare", usual.BuyerWinsShare),
        };
    }
}
