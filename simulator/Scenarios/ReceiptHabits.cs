namespace FlashSale.Simulator;

/// <summary>What buyers do when a parcel has arrived (rule ORD-2).</summary>
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

    internal static ReceiptHabits Read(Block block)
    {
        var usual = new ReceiptHabits();
        return new ReceiptHabits
        {
            ConfirmShare = block.Share("confirmShare", usual.ConfirmShare),
            ConfirmDelay = block.Section("confirmDelay", usual.ConfirmDelay, LengthQuantiles.Read),
        };
    }
}
