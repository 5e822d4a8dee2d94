namespace FlashSale.Marketplace;

/// <summary>The whole market in numbers.</summary>
/// <param name="Now">The moment the market has reached.</param>
/// <param name="StoresEnd">One more than the highest id of a store.</param>
/// <param name="ListingsEnd">One more than the highest id of a listing.</param>
/// <param name="OrdersPlaced">Orders ever placed.</param>
/// <param name="OrdersAlive">Of these, those that have not ended.</param>
/// <param name="Accounts">What the accounts of each kind hold together.</param>
/// <param name="Movements">All movements of each kind, added up.</param>
public sealed record MarketStatistics(
    DateTimeOffset Now,
    int StoresEnd,
    int ListingsEnd,
    long OrdersPlaced,
    long OrdersAlive,
    IReadOnlyList<AccountSum> Accounts,
    IReadOnlyList<MovementSum> Movements);

/// <summary>What the accounts of one kind hold together.</summary>
public readonly record struct AccountSum(AccountKind Kind, Money Amount);

/// <summary>The movements of one kind.</summary>
public readonly record struct MovementSum(MovementKind Kind, MovementTotal Total);
