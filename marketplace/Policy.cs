namespace FlashSale.Marketplace;

/// <summary>Every number of the rule book: the defaults, which a scenario can change.</summary>
/// <remarks>Sources and confidence of each number are in docs/reference/rules.md under the rule's id.</remarks>
public sealed record Policy
{
    /// <summary>The categories of goods.</summary>
    public IReadOnlyList<string> Categories { get; init; } = ["Apparel & shoes"];
}
