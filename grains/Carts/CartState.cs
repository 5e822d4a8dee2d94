namespace FlashSale.Grains;

/// <summary>A buyer's cart, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.cart")]
internal sealed class CartState
{
    /// <summary>Its lines.</summary>
    [Id(0)]
    public CartLine[] Lines { get; set; } = [];

    /// <summary>
    /// All checkouts that have ended have numbers below this: what comes after them need not be looked for.
    /// </summary>
    [Id(1)]
    public int EndedBelow { get; set; }

    /// <summary>Changes by the names that clients gave them (rule ORD-4).</summary>
    [Id(2)]
    public KeyedRequest[] Requests { get; set; } = [];
}

/// <summary>The orders of one checkout, as they are stored.</summary>
[GenerateSerializer, Alias("flashsale.row.checkout")]
internal sealed class CheckoutRow
{
    /// <summary>One per store, in the order of their first lines.</summary>
    [Id(0)]
    public OrderRow[] Orders { get; set; } = [];

    /// <summary>Whether nothing can happen to any of them any more.</summary>
    public bool HasEnded => Array.TrueForAll(Orders, order => order.HasEnded);

    /// <summary>When something happens to one of them though nobody acts; null if nothing does.</summary>
    public DateTimeOffset? Due(PolicyTimeline policies) => Orders.Min(order => order.Due(policies));
}

/// <summary>An order, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.order")]
internal sealed class OrderRow
{
    /// <summary>The order.</summary>
    [Id(0)]
    public Order Order;

    /// <summary>Its lines.</summary>
    [Id(1)]
    public required OrderLine[] Lines { get; init; }

    /// <summary>Whether it has ended: nothing can happen to it any more.</summary>
    [Id(2)]
    public bool HasEnded { get; set; }

    /// <summary>The listing of its first line as it was when the order was placed.</summary>
    [Id(3)]
    public required Listing First { get; init; }

    /// <summary>The person behind the store.</summary>
    [Id(4)]
    public required SellerId Seller { get; init; }

    /// <summary>Of each line, whether the listing limits the units of one buyer (rule INV-3).</summary>
    [Id(5)]
    public required bool[] IsLimited { get; init; }

    /// <summary>What its last event left with the guarantor.</summary>
    [Id(6)]
    public Money HeldTold { get; set; }

    /// <summary>First answers that nothing else tells (rule ORD-4).</summary>
    [Id(10)]
    public FirstAnswerRow[]? Answers { get; set; }

    /// <summary>When something happens to it though nobody acts; null if nothing does.</summary>
    public DateTimeOffset? Due(PolicyTimeline policies) => Next(policies)?.At;

    /// <summary>What happens to it though nobody acts, and when; null if nothing does.</summary>
    public (Due What, DateTimeOffset At)? Next(PolicyTimeline policies) =>
        HasEnded ? null : OrderDeadlines.Next(Order, First.BalanceWindow.Until, policies);
}

/// <summary>Units of a limited listing that a buyer has, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.buyer-units")]
internal sealed record BuyerUnits([property: Id(0)] int Units);

/// <summary>What a buyer's verdicts hold back, as it is stored (rule REP-2).</summary>
[GenerateSerializer, Alias("flashsale.row.verdicts")]
internal sealed class VerdictState
{
    /// <summary>Pairs of the buyer and a store.</summary>
    [Id(0)]
    public PairCredit[] Pairs { get; set; } = [];

    /// <summary>Pairs of the buyer and a listing.</summary>
    [Id(1)]
    public ListingCredit[] Listings { get; set; } = [];
}
