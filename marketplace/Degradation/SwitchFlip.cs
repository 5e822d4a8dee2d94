namespace FlashSale.Marketplace;

/// <summary>The answer to an operator who flips a switch.</summary>
public enum FlipResult : byte
{
    /// <summary>It is flipped and in the trace; or was, by the same command.</summary>
    Flipped = 1,

    /// <summary>It stands so already, by another command.</summary>
    NoChange,

    /// <summary>It says no who or no why, or too much (rule IDN-5).</summary>
    NoReason,

    /// <summary>It would end before it begins.</summary>
    EndsTooEarly,

    /// <summary>The client's name for it stands for something else (rule ORD-4).</summary>
    IdReused,
}

/// <summary>One flip of a switch, as the trace keeps it for ever the same (rules CAP-2, IDN-5).</summary>
/// <param name="Number">Which flip of the board this is, from 1.</param>
/// <param name="Switch">The switch.</param>
/// <param name="On">Whether it was turned on.</param>
/// <param name="Who">The operator, or the scenario.</param>
/// <param name="Why">The reason.</param>
/// <param name="Since">When it was flipped.</param>
/// <param name="Until">When it turns off by itself; null for never.</param>
public sealed record SwitchFlip(
    long Number, Switch Switch, bool On, string Who, string Why, DateTimeOffset Since, DateTimeOffset? Until);
