namespace FlashSale.Simulator;

/// <summary>A degradation switch and when it is on (rule CAP-2).</summary>
public sealed record PlannedSwitch
{
    /// <summary>The feature that is switched off to save the rest.</summary>
    public required DegradedFeature Feature { get; init; }

    /// <summary>When it goes off, counted from midnight of the festival.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>When it comes back.</summary>
    public required TimeSpan Until { get; init; }

    internal static PlannedSwitch Read(Block block)
    {
        var (earliest, latest) = (TimeSpan.FromDays(-30), TimeSpan.FromDays(90));
        var planned = new PlannedSwitch
        {
            Feature = block.Choice<DegradedFeature>("feature", null),
            From = block.Length("from", null, earliest, latest),
            Until = block.Length("until", null, earliest, latest),
        };
        if (planned.Until <= planned.From)
        {
            block.Refuse("until", "the end is not after the beginning",
                $"later than {Words.Of(planned.From)}");
        }

        return planned;
    }
}
