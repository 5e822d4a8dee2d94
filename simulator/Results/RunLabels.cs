namespace FlashSale.Simulator;

/// <summary>
/// The names of what a run counts by kind. What happens is recorded by index into these lists.
/// </summary>
public sealed record RunLabels
{
    /// <summary>Categories of goods, by <see cref="CategoryId"/>.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Regions that parcels go to, by <see cref="RegionId"/>.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The ways to pay.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Why checkouts are refused: sold out, over the admission limit, price risen …</summary>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <summary>Why buyers give up.</summary>
    public required IReadOnlyList<string> AbandonReasons { get; init; }

    /// <summary>Why orders are closed: not paid in time, cancelled, refunded …</summary>
    public required IReadOnlyList<string> CloseReasons { get; init; }

    /// <summary>Why money goes back to buyers.</summary>
    public required IReadOnlyList<string> RefundReasons { get; init; }

    /// <summary>The names of a run of a scenario.</summary>
    internal static RunLabels Of(Scenario scenario) => new()
    {
        Categories = [.. scenario.Catalogue.Categories.Select(category => category.Name)],
        Regions = [.. scenario.Population.Regions.Select(region => region.Name)],
        Channels = [.. scenario.Channels.Select(channel => Words.Of(channel.Kind))],
        Refusals = WordsOf<Refusal>(),
        AbandonReasons = WordsOf<GivenUp>(),
        CloseReasons = WordsOf<CloseReason>(),
        RefundReasons = WordsOf<RefundCause>(),
    };

    private static IReadOnlyList<string> WordsOf<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(member => Words.Of(member).Replace('-', ' '))];
}
