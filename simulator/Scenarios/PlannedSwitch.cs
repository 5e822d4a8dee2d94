namespace FlashSale.Simulator;

/// <summary>A degradation switch and when it is on (rule CAP-2).</summary>
public sealed record PlannedSwitch
{
    /// <summary>Which one.</summary>
    public required Switch Switch { get; init; }

    /// <summary>When it is turned on, counted from midnight of the festival.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>When it is turned off.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>What turns it on, and later off again.</summary>
    internal SwitchCommand Command(DateTimeOffset midnight) =>
        new(Switch, true, "scenario", "planned in the scenario", midnight.ToUniversalTime() + Until);

    internal static PlannedSwitch Read(Block block)
    {
        var (earliest, latest) = (TimeSpan.FromDays(-30), TimeSpan.FromDays(90));
        var planned = new PlannedSwitch
        {
            Switch = block.Choice<Switch>("switch", null),
            From = block.Length("from", null, earliest, latest),
            Until = block.Length("until", null, earliest, latest),
        };
        if (planned.Switch != 0 && !SwitchRules.OfOrders.Contains(planned.Switch))
        {
            block.Refuse(
                "switch", $"{Words.Of(planned.Switch)} changes nothing in a simulated festival",
                string.Join(", ", SwitchRules.OfOrders.Select(one => Words.Of(one))));
        }

        if (planned.Until <= planned.From)
        {
            block.Refuse("until", "the end is not after the beginning",
                $"later than {FileWords.Of(planned.From)}");
        }

        return planned;
    }
}
