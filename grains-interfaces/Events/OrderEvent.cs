namespace FlashSale.GrainInterfaces;

/// <summary>Something that happened to an order, as it is stored and sent to whoever keeps count.</summary>
/// <remarks>
/// A <see cref="MarketEvent"/> and what a reader outside the buyer's grain cannot know. That an order is
/// placed or a listing sold out leaves none: it would be one write more where the rush is.
/// </remarks>
[GenerateSerializer, Immutable, Alias("flashsale.order-event")]
public sealed record OrderEvent
{
    /// <summary>What happened.</summary>
    [Id(0)]
    public required MarketEventKind Kind { get; init; }

    /// <summary>The order.</summary>
    [Id(1)]
    public required OrderId Order { get; init; }

    /// <summary>Its store.</summary>
    [Id(2)]
    public required StoreId Store { get; init; }

    /// <summary>When.</summary>
    [Id(3)]
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="MarketEvent.Amount"/>
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

    /// <summary>By how much what the guarantor holds of the order has changed since its last event.</summary>
    [Id(9)]
    public Money Guarded { get; init; }

    /// <summary>Of an order that is paid as a whole: its category (<see cref="OrderCategory"/>).</summary>
    [Id(10)]
    public CategoryId Category { get; init; }

    /// <summary>Of an order that is paid as a whole: what was bought; else null.</summary>
    [Id(11)]
    public Sale[]? Sales { get; init; }

    /// <inheritdoc cref="MarketEvent.IsByTime"/>
    [Id(12)]
    public bool IsByTime { get; init; }

    /// <inheritdoc cref="MarketEvent.Reason"/>
    [Id(13)]
    public CloseReason Reason { get; init; }

    /// <summary>Of what the watch counts (rule TRU-13): the listing; else null.</summary>
    [Id(14)]
    public ListingId? Listing { get; init; }

    /// <inheritdoc cref="MarketEvent.Complaint"/>
    [Id(15)]
    public ComplaintReason Complaint { get; init; }

    /// <summary>What the watch sees of it; null if it does not count it (rule TRU-13).</summary>
    public WatchedEvent? Seen =>
        Listing is { } listing ? new WatchedEvent(Kind, Store, listing, At, Complaint) : null;
}

/// <summary>What was paid for a listing.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Paid">The money.</param>
[GenerateSerializer, Immutable, Alias("flashsale.sale")]
public readonly record struct Sale([property: Id(0)] ListingId Listing, [property: Id(1)] Money Paid);

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
    /// <summary>Events by kind: <see cref="MarketEventKind"/> − 1 is the index.</summary>
    [Id(0)]
    public required long[] Counts { get; init; }

    /// <summary>Their amounts, in fen.</summary>
    [Id(1)]
    public required long[] AmountsFen { get; init; }

    /// <summary>The figures that follow.</summary>
    public EventTotals Totals => new(Counts, AmountsFen);
}

/// <summary>What the whole market has sold, as far as its events have come.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.market-sales")]
public sealed record MarketSales
{
    /// <summary>How many orders came how far.</summary>
    [Id(0)]
    public required SalesFigures Figures { get; init; }

    /// <summary>What buyers have paid, deposits too.</summary>
    [Id(1)]
    public required Money Paid { get; init; }

    /// <summary>What the guarantor holds.</summary>
    [Id(2)]
    public required Money Escrow { get; init; }

    /// <summary>Orders paid and their money, by category; those without an order are left out.</summary>
    [Id(3)]
    public required CategorySales[] Categories { get; init; }

    /// <summary>The listings that sold for most, the first one first, with what is certain.</summary>
    [Id(4)]
    public required Sale[] Best { get; init; }
}

/// <summary>What was sold of a category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Orders">Orders that were paid.</param>
/// <param name="Paid">Their money.</param>
[GenerateSerializer, Immutable, Alias("flashsale.category-sales")]
public readonly record struct CategorySales(
    [property: Id(0)] CategoryId Category, [property: Id(1)] long Orders, [property: Id(2)] Money Paid);
