namespace FlashSale.Marketplace;

/// <summary>When a listing's units are taken out of sale for a buyer (rule INV-1).</summary>
public enum HoldMode : byte
{
    /// <summary>When the order is placed; the hold ends when the order is not paid in time.</summary>
    AtOrder = 1,

    /// <summary>
    /// When the order is paid; a buyer who pays after the last unit is gone gets the money back.
    /// </summary>
    AtPayment,
}

/// <summary>A lower price during a window (rule LST-3).</summary>
/// <param name="Price">The price in the window.</param>
/// <param name="From">The first moment of the window.</param>
/// <param name="Until">The first moment after it.</param>
public readonly record struct FestivalPrice(Money Price, DateTimeOffset From, DateTimeOffset Until);

/// <summary>A presale: a deposit now, the balance in a later window (rule LST-3).</summary>
/// <param name="Deposit">What a buyer pays for one unit to reserve it.</param>
/// <param name="BalanceFrom">The first moment at which the balance can be paid.</param>
/// <param name="BalanceUntil">
/// The first moment at which it can no longer be paid, and the deposit is lost.
/// </param>
public readonly record struct Presale(Money Deposit, DateTimeOffset BalanceFrom, DateTimeOffset BalanceUntil);

/// <summary>
/// What a seller says of a listing when publishing it (rules LST-1, LST-3, INV-1, INV-3, INV-4).
/// </summary>
public sealed record ListingTerms
{
    /// <summary>The store that sells it.</summary>
    public required StoreId Store { get; init; }

    /// <summary>What buyers read.</summary>
    public string Title { get; init; } = "";

    /// <summary>The category of goods.</summary>
    public required CategoryId Category { get; init; }

    /// <summary>The brand, by a number of the host's choice; 0 is none.</summary>
    public int Brand { get; init; }

    /// <summary>What it is like, as buyers filter by it.</summary>
    public ListingAttributes Attributes { get; init; }

    /// <summary>The price of one unit outside any window.</summary>
    public required Money Price { get; init; }

    /// <summary>The festival price, if there is one.</summary>
    public FestivalPrice? Festival { get; init; }

    /// <summary>The presale, if it is one.</summary>
    public Presale? Presale { get; init; }

    /// <summary>Units that one buyer may have over all orders; 0 is no limit.</summary>
    public int UnitsPerBuyer { get; init; }

    /// <summary>When units are taken out of sale.</summary>
    public HoldMode Hold { get; init; } = HoldMode.AtOrder;

    /// <summary>Units put up for sale.</summary>
    public required int Stock { get; init; }

    /// <summary>Into how many buckets the stock is split; 1 is not split.</summary>
    public int Buckets { get; init; } = 1;

    /// <summary>The first thing wrong with the terms, in words, or null.</summary>
    public string? Problem() => this switch
    {
        { Title.Length: > Limits.NameLengthMax } => $"title: at most {Limits.NameLengthMax} characters",
        _ when !UnicodeText.IsWhole(Title) => "title: no halves of letters",
        { Category.Value: >= Limits.CategoriesMax } => $"category: 0 to {Limits.CategoriesMax - 1}",
        { Brand: < 0 } => "brand: 0 (none) or a positive number",
        _ when !IsPrice(Price) => $"price: above 0, at most {Limits.PriceYuanMax} yuan",
        { Festival: { } festival } when !IsPrice(festival.Price) || festival.Price > Price =>
            "festival price: above 0, at most the price",
        { Festival: { } festival } when !IsWindow(festival.From, festival.Until) =>
            "festival window: from before until",
        { Presale: { } presale } when !presale.Deposit.IsPositive || presale.Deposit >= Price =>
            "presale deposit: above 0, below the price",
        { Presale: { } presale } when !IsWindow(presale.BalanceFrom, presale.BalanceUntil) =>
            "balance window: from before until",
        { Presale: not null, Festival: not null } => "a listing has a festival price or a presale, not both",
        { Presale: not null, Hold: not HoldMode.AtOrder } =>
            "a presale holds its units when the order is placed",
        { UnitsPerBuyer: < 0 or > Limits.UnitsPerLineMax } =>
            $"units per buyer: 0 to {Limits.UnitsPerLineMax}",
        { Hold: not (HoldMode.AtOrder or HoldMode.AtPayment) } => "hold: at-order or at-payment",
        { Stock: < 0 or > Limits.StockMax } => $"stock: 0 to {Limits.StockMax}",
        { Buckets: < 1 or > Limits.BucketsMax } => $"buckets: 1 to {Limits.BucketsMax}",
        _ => null,
    };

    internal static bool IsPrice(Money price) =>
        price.IsPositive && price <= Money.FromYuan(Limits.PriceYuanMax);

    // Moments are kept in whole milliseconds.
    private static bool IsWindow(DateTimeOffset from, DateTimeOffset until) =>
        from.ToUnixTimeMilliseconds() < until.ToUnixTimeMilliseconds();
}
