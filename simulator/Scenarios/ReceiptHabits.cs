namespace FlashSale.Simulator;

/// <summary>What buyers do when a parcel has arrived, or does not arrive (rules ORD-2, ORD-3).</summary>
public sealed record ReceiptHabits
{
    /// <summary>
    /// The share who confirm receipt themselves; the others leave it to the deadline (assumed).
    /// </summary>
    public double ConfirmShare { get; init; } = 0.6;

    /// <summary>
    /// From delivery to confirmation (F: Olist's answer delay, median 1.7 and p90 4.9 days).
    /// </summary>
    public LengthQuantiles ConfirmDelay { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromMinutes(5)),
        (50, TimeSpan.FromDays(1.7)),
        (90, TimeSpan.FromDays(4.9)),
        (100, TimeSpan.FromDays(12)));

    /// <summary>
    /// How long before time would confirm it the buyer of a parcel that has not come claims the money
    /// (assumed: the market reminds of the deadline).
    /// </summary>
    public LengthQuantiles ClaimBefore { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromHours(1)),
        (50, TimeSpan.FromHours(12)),
        (100, TimeSpan.FromDays(2)));

    internal static ReceiptHabits Read(Block block)
    {
        var usual = new ReceiptHabits();
        return new ReceiptHabits
        {
            ConfirmShare = block.Share("confirmShare", usual.ConfirmShare),
            ConfirmDelay = block.Section("confirmDelay", usual.ConfirmDelay, LengthQuantiles.Read),
            ClaimBefore = block.Section("claimBefore", usual.ClaimBefore, LengthQuantiles.Read),
        };
    }
}
