namespace FlashSale.Marketplace;

/// <summary>An operator's wish to flip a switch (rules CAP-2, IDN-5).</summary>
/// <param name="Switch">Which.</param>
/// <param name="On">Whether it shall be on.</param>
/// <param name="Who">The operator.</param>
/// <param name="Why">The reason.</param>
/// <param name="Until">When it turns off by itself; null for never.</param>
public readonly record struct SwitchCommand(
    Switch Switch, bool On, string Who, string Why, DateTimeOffset? Until);
