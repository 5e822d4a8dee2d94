namespace FlashSale.LoadTests;

/// <summary>What a buyer comes for on a day of the market.</summary>
internal enum MarketDayKind
{
    /// <summary>Searches.</summary>
    Search = 1,

    /// <summary>Looks at a listing.</summary>
    Look,

    /// <summary>Puts a listing into the cart.</summary>
    Cart,

    /// <summary>Orders one thing and pays it.</summary>
    Checkout,

    /// <summary>Gets the parcel of the oldest order, confirms receipt and rates the store.</summary>
    Rating,

    /// <summary>Gets the parcel of the oldest order and complains of a counterfeit.</summary>
    Complaint,
}

/// <summary>
/// How often each comes: search 60, look 25, cart 8, checkout 5, rating 1, complaint 1. They stand here and
/// nowhere else.
/// </summary>
internal static class MarketDayShares
{
    private static readonly (MarketDayKind Kind, int Share)[] All =
    [
        (MarketDayKind.Search, 60), (MarketDayKind.Look, 25), (MarketDayKind.Cart, 8),
        (MarketDayKind.Checkout, 5), (MarketDayKind.Rating, 1), (MarketDayKind.Complaint, 1),
    ];

    /// <summary>What the shares add up to.</summary>
    public static int Whole { get; } = All.Sum(one => one.Share);

    /// <summary>What a draw means.</summary>
    /// <param name="draw">0 to <see cref="Whole"/> − 1.</param>
    public static MarketDayKind KindAt(int draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        foreach (var (kind, share) in All)
        {
            draw -= share;
            if (draw < 0)
            {
                return kind;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(draw), $"the shares add up to {Whole}");
    }
}
