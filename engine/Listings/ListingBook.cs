using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>
/// All listings of the market, their stock in one or more buckets, and how much of a limited one each buyer
/// has.
/// </summary>
internal sealed class ListingBook(MarketSize size) : IBook
{
    private readonly Table<ListingRow> _rows = new(size.ListingsMax);
    private readonly BlockArena<Stock> _buckets = new();
    private readonly LongIndex _unitsOfBuyer = new();
    private readonly List<string> _titles = [];
    private readonly Table<uint> _publishedAtS = new(size.ListingsMax);

    /// <summary>One more than the highest id in use.</summary>
    public int Count => _rows.Count;

    /// <inheritdoc/>
    /// <remarks>Without texts.</remarks>
    public IEnumerable<(string Part, long Bytes)> Bytes =>
        [("listings", _rows.Bytes + _buckets.Bytes + _unitsOfBuyer.Bytes + _publishedAtS.Bytes)];

    /// <summary>A listing's row; only where <see cref="Exists"/>.</summary>
    public ref Listing this[ListingId id] => ref _rows[id.Value].Listing;

    /// <summary>Whether there is such a listing.</summary>
    public bool Exists(ListingId id) =>
        id.Value >= 0 && id.Value < _rows.Count && _rows[id.Value].Listing.Exists;

    /// <summary>What buyers read.</summary>
    public string TitleOf(ListingId id) => _titles[id.Value];

    /// <summary>When a listing was published, in whole seconds; 1970 if that was not noted.</summary>
    public DateTimeOffset PublishedAt(ListingId id) => DateTimeOffset.FromUnixTimeSeconds(
        id.Value < _publishedAtS.Count ? _publishedAtS[id.Value] : 0);

    /// <summary>The buckets of a listing's stock.</summary>
    public Span<Stock> Stock(ListingId id)
    {
        ref var stock = ref _rows[id.Value].Stock;
        return stock.Buckets == 1
            ? new Span<Stock>(ref stock.Unsplit)
            : _buckets.Rows(stock.Block, stock.Buckets);
    }

    /// <summary>
    /// What the listing's units have been through; kept apart from the stock so that an audit can compare.
    /// </summary>
    public ref ListingStock History(ListingId id) => ref _rows[id.Value].Stock;

    /// <summary>Reads a listing's row from end to end, so that it comes into the caches.</summary>
    public int Touch(ListingId id)
    {
        if (!Exists(id))
        {
            return 0;
        }

        ref readonly var row = ref _rows[id.Value];
        return row.Stock.Refusals + (row.Listing.Price.IsPositive ? 1 : 0);
    }

    /// <summary>Adds a listing that is not there yet.</summary>
    public void Add(ListingId id, ListingTerms terms, DateTimeOffset now)
    {
        _rows.Reach(id.Value);
        _publishedAtS.Reach(id.Value);
        _publishedAtS[id.Value] = (uint)now.ToUnixTimeSeconds();
        var block = terms.Buckets == 1 ? 0 : _buckets.Take(terms.Buckets);
        _rows[id.Value] = new ListingRow
        {
            Listing = new Listing(terms),
            Stock = new ListingStock(block, terms.Buckets, Fingerprint.Of(terms)),
        };
        Restock(id, terms.Stock);
        while (_titles.Count <= id.Value)
        {
            _titles.Add("");
        }

        _titles[id.Value] = terms.Title;
    }

    /// <summary>Puts more units up for sale.</summary>
    public void Restock(ListingId id, int units)
    {
        StockBuckets.Spread(Stock(id), units);
        _rows[id.Value].Stock.PutIn += units;
    }

    /// <summary>
    /// When an order is placed: holds units, or only looks whether they are there if the listing holds at
    /// payment (rule INV-1).
    /// </summary>
    public ReserveResult ReserveAtOrder(ListingId id, BuyerId buyer, int units, out int bucket)
    {
        ref readonly var listing = ref _rows[id.Value].Listing;
        if (listing.Hold == HoldMode.AtOrder)
        {
            return Reserve(id, buyer, units, out bucket);
        }

        bucket = StockBuckets.HomeOf(buyer, _rows[id.Value].Stock.Buckets);
        return RefuseHold(id, buyer, units, canSell: true)
            ?? (units <= StockBuckets.ForSale(Stock(id)) ? ReserveResult.Held : Refuse(id, units));
    }

    /// <summary>Holds units of a listing for a buyer; the bucket that holds them comes back.</summary>
    /// <param name="id">The listing.</param>
    /// <param name="buyer">The buyer.</param>
    /// <param name="units">How many.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="canSell">Whether the listing's store may sell now.</param>
    public ReserveResult Reserve(
        ListingId id, BuyerId buyer, int units, out int bucket, bool canSell = true)
    {
        var buckets = Stock(id);
        bucket = StockBuckets.HomeOf(buyer, buckets.Length);
        if (RefuseHold(id, buyer, units, canSell) is { } refusal)
        {
            return refusal;
        }

        var result = StockBuckets.Reserve(buckets, bucket, units);
        if (result == ReserveResult.SoldOut)
        {
            return Refuse(id, units);
        }

        NoteUnits(id, buyer, units);
        return result;
    }

    /// <summary>Puts held units back on sale.</summary>
    public void Release(ListingId id, BuyerId buyer, int bucket, int units)
    {
        Stock(id)[bucket].Release(units);
        NoteUnits(id, buyer, -units);
    }

    /// <summary>Puts sold units back on sale.</summary>
    public void PutBack(ListingId id, BuyerId buyer, int bucket, int units)
    {
        Stock(id)[bucket].PutBack(units);
        NoteUnits(id, buyer, -units);
    }

    /// <summary>
    /// Units of a limited listing that a buyer has over all orders (rule INV-3); 0 if it is not limited.
    /// </summary>
    public int UnitsOf(ListingId id, BuyerId buyer) => Math.Max(0, _unitsOfBuyer.Find(Key(id, buyer)));

    /// <summary>Units of limited listings that all buyers have.</summary>
    public long UnitsOfBuyers() => _unitsOfBuyer.Sum();

    public void Save(StateWriter writer)
    {
        writer.WriteMark("list");
        _rows.Save(writer);
        _buckets.Save(writer);
        _unitsOfBuyer.Save(writer);
        foreach (var title in _titles)
        {
            writer.WriteText(title);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("list");
        _rows.Load(reader);
        _buckets.Load(reader);
        _unitsOfBuyer.Load(reader);
        for (var at = 0; at < _rows.Count; at++)
        {
            _titles.Add(reader.ReadText());
        }
    }

    /// <summary>
    /// Writes when listings were published: search ranks by it, and nothing of the state does.
    /// </summary>
    public void SavePublished(StateWriter writer) => _publishedAtS.Save(writer);

    /// <summary>Reads what <see cref="SavePublished"/> wrote.</summary>
    public void LoadPublished(StateReader reader) => _publishedAtS.Load(reader);

    private ReserveResult? RefuseHold(ListingId id, BuyerId buyer, int units, bool canSell)
    {
        ref readonly var listing = ref _rows[id.Value].Listing;
        return CheckoutRules.RefuseHold(listing, canSell, listing.IsLimited ? UnitsOf(id, buyer) : 0, units);
    }

    private ReserveResult Refuse(ListingId id, int units)
    {
        ref var history = ref _rows[id.Value].Stock;
        history.Refuse(units, history.PutIn - TakenOf(Stock(id)));
        return ReserveResult.SoldOut;
    }

    private static int TakenOf(ReadOnlySpan<Stock> buckets)
    {
        var taken = 0;
        foreach (ref readonly var bucket in buckets)
        {
            taken += bucket.Held + bucket.Sold;
        }

        return taken;
    }

    private static long Key(ListingId id, BuyerId buyer) => ((long)id.Value << 32) | (long)buyer.Value;

    private void NoteUnits(ListingId id, BuyerId buyer, int units)
    {
        if (_rows[id.Value].Listing.IsLimited)
        {
            _unitsOfBuyer.Set(Key(id, buyer), UnitsOf(id, buyer) + units);
        }
    }

    /// <summary>A listing and its stock side by side: what sells one reads the other.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct ListingRow
    {
        public Listing Listing;
        public ListingStock Stock;
    }
}
