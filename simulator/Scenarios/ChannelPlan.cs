namespace FlashSale.Simulator;

/// <summary>
/// A way to pay: who uses it, how much it carries, how long it takes and how often it fails (rule ESC-5).
/// </summary>
public sealed record ChannelPlan
{
    /// <summary>Which one.</summary>
    public required PaymentChannel Kind { get; init; }

    /// <summary>
    /// The share of buyers who use it (F: credit had one order in five in 2015; the others assumed).
    /// </summary>
    public required double ShareOfBuyers { get; init; }

    /// <summary>Its share of the payment capacity.</summary>
    public required double ShareOfCapacity { get; init; }

    /// <summary>How long a payment takes when nobody waits (F: credit 0.035 s; the others assumed).</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The share of payments that fail and must be tried again (F: credit none in 2015; the others assumed).
    /// </summary>
    public double FailureRate { get; init; } = 0.01;

    /// <summary>The four channels; each carries as much of the capacity as it has buyers.</summary>
    public static IReadOnlyList<ChannelPlan> Typical { get; } =
    [
        Of(PaymentChannel.Balance, 0.25, TimeSpan.FromMilliseconds(100), 0.002),
        Of(PaymentChannel.Bank, 0.10, TimeSpan.FromSeconds(3), 0.03),
        Of(PaymentChannel.QuickPay, 0.45, TimeSpan.FromSeconds(1), 0.01),
        Of(PaymentChannel.Credit, 0.20, TimeSpan.FromMilliseconds(35), 0),
    ];

    internal static ChannelPlan Read(Block block) => new()
    {
        Kind = block.Choice<PaymentChannel>("kind", null),
        ShareOfBuyers = block.Share("shareOfBuyers", null),
        ShareOfCapacity = block.Share("shareOfCapacity", null),
        Delay = block.Length("delay", TimeSpan.FromSeconds(1), TimeSpan.Zero, TimeSpan.FromHours(1)),
        FailureRate = block.Number("failureRate", 0.01, new(0, 0.95)),
    };

    /// <summary>Notes what is wrong with the channels together.</summary>
    internal static void Check(Block block, string key, IReadOnlyList<ChannelPlan> channels)
    {
        block.SumToOne(key, channels.Select(channel => channel.ShareOfBuyers));
        block.SumToOne(key, channels.Select(channel => channel.ShareOfCapacity));
        block.NamesOnce(key, channels.Select(channel => Words.Of(channel.Kind)));
        foreach (var channel in channels.Where(c => c.ShareOfBuyers > 0 && c.ShareOfCapacity <= 0))
        {
            block.Refuse(key, $"{Words.Of(channel.Kind)} has buyers but no capacity",
                "a shareOfCapacity above 0");
        }
    }

    private static ChannelPlan Of(PaymentChannel kind, double share, TimeSpan delay, double failures) => new()
    {
        Kind = kind,
        ShareOfBuyers = share,
        ShareOfCapacity = share,
        Delay = delay,
        FailureRate = failures,
    };
}
