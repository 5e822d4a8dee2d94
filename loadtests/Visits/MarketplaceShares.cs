namespace FlashSale.LoadTests;

/// <summary>A transaction of the Online Marketplace benchmark.</summary>
internal enum MarketplaceKind
{
    /// <summary>A buyer orders one thing and pays it.</summary>
    Checkout = 1,

    /// <summary>A seller looks at the sales.</summary>
    Dashboard,

    /// <summary>A seller changes a price.</summary>
    PriceUpdate,

    /// <summary>A seller brings more units.</summary>
    ProductUpdate,

    /// <summary>The oldest paid order is shipped and handed over.</summary>
    Delivery,
}

/// <summary>
/// How often each comes, of 100: checkout 30, seller dashboard 5, price update 3, product update 2, delivery
/// 60. They stand here and nowhere else.
/// </summary>
internal static class MarketplaceShares
{
    /// <summary>What the shares add up to.</summary>
    public const int Whole = 100;

    /// <summary>The share of a transaction.</summary>
    public static int Of(MarketplaceKind kind) => kind switch
    {
        MarketplaceKind.Checkout => 30,
        MarketplaceKind.Dashboard => 5,
        MarketplaceKind.PriceUpdate => 3,
        MarketplaceKind.ProductUpdate => 2,
        MarketplaceKind.Delivery => 60,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no transaction of the benchmark"),
    };

    /// <summary>The transaction that a draw means.</summary>
    /// <param name="draw">0 to <see cref="Whole"/> − 1.</param>
    public static MarketplaceKind KindAt(int draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        foreach (var kind in Enum.GetValues<MarketplaceKind>())
        {
            draw -= Of(kind);
            if (draw < 0)
            {
                return kind;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(draw), "the shares add up to 100");
    }
}
