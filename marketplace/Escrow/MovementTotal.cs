namespace FlashSale.Marketplace;

/// <summary>All movements of one kind.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Amount">What they moved together.</param>
public readonly record struct MovementTotal(long Count, Money Amount);
