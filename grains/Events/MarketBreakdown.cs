namespace FlashSale.Grains;

/// <summary>What the market has sold, by category and listing, as it is stored.</summary>
/// <remarks>
/// Of a market of an older version only what was paid is known; the rest counts from the first event that
/// this version has seen.
/// </remarks>
[GenerateSerializer, Alias("flashsale.row.market-breakdown")]
internal sealed class MarketBreakdown
{
    private const int ListingsMax = 256;
    private const int BestMax = 10;

    /// <summary>What buyers have paid, in fen.</summary>
    [Id(0)]
    public long PaidFen { get; set; }

    /// <summary>What the guarantor holds, in fen.</summary>
    [Id(1)]
    public long EscrowFen { get; set; }

    /// <summary>Orders by category.</summary>
    [Id(2)]
    public Dictionary<byte, (long Orders, long Fen)> Categories { get; set; } = [];

    /// <summary>
    /// The listings that may have sold for most: what was counted, in fen, and how much of it may be others'.
    /// </summary>
    /// <remarks>
    /// Of so many listings at most; a new one takes the place and the count of the least (Metwally et al.,
    /// «Space-Saving», 2005): whatever sold for more than the whole divided by so many is among them.
    /// </remarks>
    [Id(3)]
    public Dictionary<int, (long Fen, long OthersFen)> Listings { get; set; } = [];

    /// <summary>Adds an event.</summary>
    public void Add(OrderEvent one)
    {
        EscrowFen += one.Guarded.Fen;
        if (one.Kind is MarketEventKind.Paid or MarketEventKind.DepositPaid)
        {
            PaidFen += one.Guarded.Fen;
        }

        if (one.Sales is not { } sales)
        {
            return;
        }

        var (orders, fen) = Categories.GetValueOrDefault(one.Category.Value);
        Categories[one.Category.Value] = (orders + 1, fen + one.Amount.Fen);
        foreach (var sale in sales)
        {
            Add(sale.Listing.Value, sale.Paid.Fen);
        }
    }

    /// <summary>What was sold.</summary>
    public MarketSales Sales(SalesFigures figures) => new()
    {
        Figures = figures,
        Paid = Money.FromFen(PaidFen),
        Escrow = Money.FromFen(EscrowFen),
        Categories =
        [
            .. Categories.OrderBy(one => one.Key).Select(one => new CategorySales(
                new CategoryId(one.Key), one.Value.Orders, Money.FromFen(one.Value.Fen))),
        ],
        Best =
        [
            .. Listings.Select(one => (one.Key, Certain: one.Value.Fen - one.Value.OthersFen))
                .OrderByDescending(one => one.Certain).ThenBy(one => one.Key).Take(BestMax)
                .Select(one => new Sale(new ListingId(one.Key), Money.FromFen(one.Certain))),
        ],
    };

    private void Add(int listing, long fen)
    {
        var others = 0L;
        if (Listings.TryGetValue(listing, out var known))
        {
            (fen, others) = (fen + known.Fen, known.OthersFen);
        }
        else if (Listings.Count == ListingsMax)
        {
            var least = Listings.MinBy(one => one.Value.Fen);
            Listings.Remove(least.Key);
            (fen, others) = (fen + least.Value.Fen, least.Value.Fen);
        }

        Listings[listing] = (fen, others);
    }
}
