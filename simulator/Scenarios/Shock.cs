namespace FlashSale.Simulator;

/// <summary>The kinds of trouble that a scenario can plan (rules LOG-2, CAP-1, ESC-5).</summary>
public enum ShockKind
{
    /// <summary>
    /// Snow closes roads: couriers of some regions slow down or stop, and their people buy less.
    /// </summary>
    Snow = 1,

    /// <summary>Couriers of some regions strike.</summary>
    CourierStrike,

    /// <summary>A payment channel carries less or nothing.</summary>
    ChannelOutage,

    /// <summary>The gateway admits less.</summary>
    GatewayLimit,

    /// <summary>Stores pack less.</summary>
    PackingSlowdown,
}

/// <summary>A trouble with a beginning and an end.</summary>
public sealed record Shock
{
    /// <summary>What kind.</summary>
    public required ShockKind Kind { get; init; }

    /// <summary>When it begins, counted from midnight of the festival; negative is before.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>When it ends, counted from midnight of the festival.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>The regions that are hit; empty is all (snow and strikes).</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The channel that is hit; null is all (outages).</summary>
    public PaymentChannel? Channel { get; init; }

    /// <summary>What remains of the capacity: 0 is nothing.</summary>
    public double CapacityFactor { get; init; }

    /// <summary>
    /// The share of intended checkouts in the regions that still happen: people lose confidence (LOG-2).
    /// </summary>
    public double Confidence { get; init; } = 1;

    internal static Shock Read(Block block)
    {
        var (earliest, latest) = (TimeSpan.FromDays(-30), TimeSpan.FromDays(90));
        var shock = new Shock
        {
            Kind = block.Choice<ShockKind>("kind", null),
            From = block.Length("from", null, earliest, latest),
            Until = block.Length("until", null, earliest, latest),
            Regions = block.List("regions", [], Limits.RegionsMax, (one, _) => one.Text),
            Channel = block.Find("channel") is { } channel
                ? block.ChoiceOf<PaymentChannel>(channel, block.PathOf("channel"))
                : null,
            CapacityFactor = block.Share("capacityFactor", 0),
            Confidence = block.Share("confidence", 1),
        };
        if (shock.Until <= shock.From)
        {
            block.Refuse(
                "until", "the end is not after the beginning", $"later than {FileWords.Of(shock.From)}");
        }

        return shock;
    }
}
