namespace FlashSale.Tests;

/// <summary>Defaults for the tests of the rules: what a test sets matters.</summary>
internal static class RuleFixtures
{
    /// <summary>The numbers of the rule book.</summary>
    public static Policy Rules { get; } = new();

    /// <summary>Midnight of the festival of 2018, in China.</summary>
    public static DateTimeOffset Midnight { get; } = new(2018, 11, 11, 0, 0, 0, ChinaTime.Offset);

    /// <summary>A store that has paid its deposit and sells.</summary>
    public static Store OpenStore(MarketKind market = MarketKind.Consumer)
    {
        var store = Store.Apply(new SellerId(1), market, DepositTier.Low, Rules.Stores);
        store.PaySecurity(store.SecurityRequired);
        store.Take(StoreStep.Open);
        return store;
    }

    /// <summary>A rating of five points everywhere.</summary>
    public static Rating Stars(
        CreditRating credit = CreditRating.Good,
        int asDescribed = 5,
        int service = 5,
        int dispatchSpeed = 5,
        int deliverySpeed = 5) =>
        Rating.Of(credit, asDescribed, service, dispatchSpeed, deliverySpeed)!.Value;
}
