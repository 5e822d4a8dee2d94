namespace FlashSale.Simulator;

/// <summary>How buyers pay what they ordered (rules INV-2, ESC-5).</summary>
/// <remarks>
/// The delay and the unpaid share are measured: data/tmall_store_pay_delay_value_quantiles.csv.
/// </remarks>
public sealed record PaymentHabits
{
    /// <summary>The share of checkouts that is never paid (F: 14 % of 28,010 orders of one store).</summary>
    public double NeverShare { get; init; } = 0.14;

    /// <summary>
    /// From the order to the payment's start, for those who pay (F: measured in the same store).
    /// </summary>
    public LengthQuantiles Delay { get; init; } = LengthQuantiles.Of(
        (0, TimeSpan.FromSeconds(3)),
        (5, TimeSpan.FromSeconds(4)),
        (25, TimeSpan.FromSeconds(6)),
        (50, TimeSpan.FromSeconds(8)),
        (75, TimeSpan.FromSeconds(15)),
        (85, TimeSpan.FromSeconds(25)),
        (90, TimeSpan.FromSeconds(51)),
        (95, TimeSpan.FromSeconds(191)),
        (97, TimeSpan.FromSeconds(569)),
        (98, TimeSpan.FromSeconds(1_557)),
        (99, TimeSpan.FromSeconds(9_445)),
        (100, TimeSpan.FromHours(6)));

    /// <summary>
    /// How much longer those take who are not on a phone: the page of their bank (assumed; fitted on the
    /// first minute of 2013, when four in five were not).
    /// </summary>
    public TimeSpan DelayOffPhone { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long a buyer waits after a failed payment before the next try (assumed).</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After so many failed payments a buyer gives up (assumed).</summary>
    public int TriesMax { get; init; } = 4;

    /// <summary>
    /// What the channels settle for long, as a share of their published peak (fitted with the demand;
    /// the clocks of the first minutes say 0.75 to 1.1).
    /// </summary>
    public double SustainedShareOfPeak { get; init; } = 0.90;

    /// <summary>
    /// How long the channels take at midnight to warm up from a third of that (CAP-1; fitted, as before).
    /// </summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The share of those who pay at all that starts within this time.</summary>
    /// <param name="length">The time.</param>
    /// <param name="mobileShare">How many are on a phone.</param>
    internal double ShareWithin(TimeSpan length, double mobileShare)
    {
        var later = length > DelayOffPhone ? Delay.ShareWithin(length - DelayOffPhone) : 0;
        return (mobileShare * Delay.ShareWithin(length)) + ((1 - mobileShare) * later);
    }

    internal static PaymentHabits Read(Block block)
    {
        var usual = new PaymentHabits();
        return new PaymentHabits
        {
            NeverShare = block.Number("neverShare", usual.NeverShare, new(0, 0.95)),
            Delay = block.Section("delay", usual.Delay, LengthQuantiles.Read),
            DelayOffPhone = block.Length(
                "delayOffPhone", usual.DelayOffPhone, TimeSpan.Zero, TimeSpan.FromHours(1)),
            RetryDelay = block.Length("retryDelay", usual.RetryDelay, TimeSpan.FromSeconds(1),
                TimeSpan.FromDays(1)),
            TriesMax = (int)block.Count("triesMax", usual.TriesMax, 1, 100),
            SustainedShareOfPeak = block.Number("sustainedShareOfPeak", usual.SustainedShareOfPeak, new(0.01,
                1)),
            WarmUp = block.Length("warmUp", usual.WarmUp, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        };
    }
}
