namespace FlashSale.Simulator;

/// <summary>
/// The rows of run.sqlite, streamed from the market's tables: all of the sample, money in fen of the sample.
/// </summary>
/// <remarks>
/// Moments are ms since midnight of the festival's day, China time; null where it did not happen.
/// </remarks>
public sealed record RunTables
{
    /// <summary>
    /// How many orders <see cref="Orders"/> will give; decides whether buyers are thinned out.
    /// </summary>
    public required long OrderCount { get; init; }

    /// <summary>Orders, in any order that is the same for the same seed.</summary>
    public required IEnumerable<RunOrderRow> Orders { get; init; }

    /// <summary>The lines of the orders; may be left out.</summary>
    public IEnumerable<RunOrderLineRow> Lines { get; init; } = [];

    /// <summary>Ratings that buyers gave.</summary>
    public IEnumerable<RunRatingRow> Ratings { get; init; } = [];

    /// <summary>All stores.</summary>
    public required IEnumerable<RunStoreRow> Stores { get; init; }

    /// <summary>All listings.</summary>
    public required IEnumerable<RunListingRow> Listings { get; init; }

    /// <summary>Movements of money, by kind.</summary>
    public required IEnumerable<RunMovementRow> Movements { get; init; }

    /// <summary>Every refund.</summary>
    public IEnumerable<RefundRow> Refunds { get; init; } = [];

    /// <summary>What leaves no trace in an order; null if it is not known.</summary>
    public RunRecorder? Recorder { get; init; }

    /// <summary>When the run ended, in ms since midnight.</summary>
    public long EndAtMs { get; init; }

    /// <summary>The first of the hot listings, which stand behind all others.</summary>
    public int FirstHot { get; init; }
}

/// <summary>One order.</summary>
/// <param name="Order">Its id, which holds the buyer.</param>
/// <param name="Store">The store.</param>
/// <param name="Category">The category of its first line.</param>
/// <param name="Region">Where it goes.</param>
public readonly record struct RunOrderRow(OrderId Order, StoreId Store, CategoryId Category, RegionId Region)
{
    /// <summary>How many lines it has.</summary>
    public int Lines { get; init; }

    /// <summary>How many units, over all lines.</summary>
    public int Units { get; init; }

    /// <summary>What the buyer is to pay, discounts taken off.</summary>
    public Money Total { get; init; }

    /// <summary>What a coupon of the store took off; zero if none did (rule CRT-2).</summary>
    public Money CouponOff { get; init; }

    /// <summary>What was paid.</summary>
    public Money Paid { get; init; }

    /// <summary>What was given back.</summary>
    public Money Refunded { get; init; }

    /// <summary>What was released to the store and the platform.</summary>
    public Money Released { get; init; }

    /// <summary>
    /// The stage that it ended in: placed, paid, shipped, delivered, confirmed, rated, closed.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>Why it was closed; null if it was not.</summary>
    public string? CloseReason { get; init; }

    /// <summary>Whether time confirmed its receipt.</summary>
    public bool IsConfirmedByItself { get; init; }

    /// <summary>
    /// From when on it could be paid: of a presale, when its balance opened or was asked for.
    /// </summary>
    public long PayableAtMs { get; init; }

    /// <summary>When it was placed.</summary>
    public required long PlacedAtMs { get; init; }

    /// <summary>When it was paid.</summary>
    public long? PaidAtMs { get; init; }

    /// <summary>When it was shipped.</summary>
    public long? ShippedAtMs { get; init; }

    /// <summary>When it was delivered.</summary>
    public long? DeliveredAtMs { get; init; }

    /// <summary>When receipt was confirmed.</summary>
    public long? ConfirmedAtMs { get; init; }

    /// <summary>When it was closed.</summary>
    public long? ClosedAtMs { get; init; }
}

/// <summary>One line of an order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Listing">What was bought.</param>
/// <param name="Units">How many.</param>
/// <param name="UnitPrice">The price of one, before order discounts.</param>
public readonly record struct RunOrderLineRow(OrderId Order, ListingId Listing, int Units, Money UnitPrice);

/// <summary>One refund.</summary>
/// <param name="Order">The order.</param>
/// <param name="AtMs">When.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why.</param>
public readonly record struct RefundRow(OrderId Order, long AtMs, Money Amount, string Reason);

/// <summary>One rating (rules REP-2, REP-4): stars 1 to 5, credit +1, 0, −1, or none.</summary>
public readonly record struct RunRatingRow(
    OrderId Order, int Described, int Service, int Dispatch, int Delivery, int? Credit, long RatedAtMs);

/// <summary>One store at the end.</summary>
/// <param name="Store">Its number.</param>
/// <param name="Name">Its mark.</param>
/// <param name="State">Its market, its status and what it has paid.</param>
/// <param name="Category">Its main category.</param>
/// <param name="Credit">Its credit score (rule REP-3).</param>
/// <param name="Balance">Released to it and not withdrawn.</param>
/// <param name="CouponOff">What its coupon takes off; zero if it gives none (rule CRT-2).</param>
/// <param name="CouponFrom">The least value of an order for it.</param>
/// <param name="CouponGoneAtMs">When it gave its last one; null if it has some left, or gave none.</param>
public readonly record struct RunStoreRow(
    StoreId Store, string Name, Store State, CategoryId Category, long Credit, Money Balance,
    Money CouponOff = default, Money CouponFrom = default, long? CouponGoneAtMs = null);

/// <summary>One listing at the end.</summary>
/// <param name="Listing">Its number.</param>
/// <param name="Store">Its store.</param>
/// <param name="Category">Its category.</param>
/// <param name="Name">Its title.</param>
/// <param name="ListPrice">Its price outside the festival.</param>
/// <param name="FestivalPrice">Its price in the festival.</param>
/// <param name="Stock">Units put in.</param>
/// <param name="Sold">Units sold.</param>
/// <param name="Held">Units held for unpaid orders.</param>
/// <param name="SoldOutSeconds">When it first sold out, seconds since midnight; null if it did not.</param>
public readonly record struct RunListingRow(
    ListingId Listing, StoreId Store, CategoryId Category, string Name, Money ListPrice, Money FestivalPrice,
    long Stock, long Sold, long Held, long? SoldOutSeconds);

/// <summary>All movements of one kind (rule ESC-2).</summary>
/// <param name="Kind">payment, release, commission, refund …</param>
/// <param name="From">The kind of account that is debited.</param>
/// <param name="To">The kind of account that is credited.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">Their sum.</param>
public readonly record struct RunMovementRow(string Kind, string From, string To, long Count, Money Amount);
