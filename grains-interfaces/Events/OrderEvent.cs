namespace FlashSale.GrainInterfaces;

/// <summary>What happened to an order. The numbers are stored and never reused.</summary>
public enum OrderEventKind : byte
{
    /// <summary>It is paid as a whole.</summary>
    Paid = 1,

    /// <summary>The parcel left the store.</summary>
    Shipped,

    /// <summary>Receipt is confirmed, and the money released.</summary>
    Confirmed,

    /// <summary>The buyer's verdict on the store, or the good one by default.</summary>
    StoreRated,

    /// <summary>The store's verdict on the buyer, or the good one by default.</summary>
    BuyerRated,

    /// <summary>Money went back.</summary>
    Refunded,

    /// <summary>It ended without goods.</summary>
    Closed,
}

/// <summary>Something that happened to an order, for whoever keeps count.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.order-event")]
public sealed record OrderEvent
{
    /// <summary>What happened.</summary>
    [Id(0)]
    public required OrderEventKind Kind { get; init; }

    /// <summary>The order.</summary>
    [Id(1)]
    public required OrderId Order { get; init; }

    /// <summary>Its store.</summary>
    [Id(2)]
    public required StoreId Store { get; init; }

    /// <summary>When.</summary>
    [Id(3)]
    public required DateTimeOffset At { get; init; }

    /// <summary>How much money it is about: paid, released or refunded.</summary>
    [Id(4)]
    public Money Amount { get; init; }

    /// <summary>Of a verdict: good, medium or poor; else 0.</summary>
    [Id(5)]
    public CreditRating Credit { get; init; }

    /// <summary>Of a verdict: whether it moves points (rule REP-2).</summary>
    [Id(6)]
    public CreditDecision Decision { get; init; }

    /// <summary>Of a buyer's verdict: points for the components; else none.</summary>
    [Id(7)]
    public Rating Rating { get; init; }

    /// <summary>The person behind the store.</summary>
    [Id(8)]
    public required SellerId Seller { get; init; }
}

/// <summary>Events of one partition, in the order in which they happened to each order.</summary>
/// <param name="Partition">Which partition of the events.</param>
/// <param name="Number">The batch's number in its partition, from 1 without gaps.</param>
/// <param name="Events">The events.</param>
[GenerateSerializer, Immutable, Alias("flashsale.event-batch")]
public sealed record EventBatch(
    [property: Id(0)] int Partition,
    [property: Id(1)] long Number,
    [property: Id(2)] OrderEvent[] Events);

/// <summary>How many orders came how far, and for how much.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.sales-figures")]
public sealed record SalesFigures
{
    /// <summary>Events by kind: <see cref="OrderEventKind"/> − 1 is the index.</summary>
    [Id(0)]
    public required long[] Counts { get; init; }

    /// <summary>Their amounts, in fen.</summary>
    [Id(1)]
    public required long[] AmountsFen { get; init; }

    /// <summary>How many events there were of a kind.</summary>
    public long CountOf(OrderEventKind kind) => Counts[(int)kind - 1];

    /// <summary>What they amount to.</summary>
    public Money AmountOf(OrderEventKind kind) => Money.FromFen(AmountsFen[(int)kind - 1]);
}
