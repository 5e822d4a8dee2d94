namespace FlashSale.Grains;

/// <summary>
/// What one buyer's cart grain knows: the cart, the checkouts under way, and limits used up.
/// </summary>
internal sealed class BuyerBook(GrainRoom room, GrainRows rows, BuyerId buyer)
{
    private readonly SortedDictionary<int, CheckoutRow> _live = [];
    private readonly DueNumbers _due = new();
    private readonly Dictionary<ListingId, int> _units = [];
    private readonly List<RowKey> _reopened = [];
    private readonly CreditLedger _ledger = new(partitionBits: 0);
    private CartState _cart = new();
    private bool _hasLedger;

    /// <summary>The buyer.</summary>
    public BuyerId Buyer => buyer;

    /// <summary>The lines of the cart.</summary>
    public ReadOnlySpan<CartLine> Lines => _cart.Lines;

    /// <summary>Checkouts with orders that go on.</summary>
    public IReadOnlyDictionary<int, CheckoutRow> Live => _live;

    /// <summary>The checkout to which something happens next though nobody acts; null if none.</summary>
    public (DateTimeOffset At, int Number)? NextDue => _due.First;

    private RowKey CartKey => new(RowKind.Cart, buyer.Value);

    /// <summary>Loads what was stored.</summary>
    public async Task Load()
    {
        var cart = rows.Load<CartState>(CartKey);
        foreach (var (number, row) in await rows.LoadAll<CheckoutRow>(RowKind.Checkout, buyer.Value))
        {
            _live[(int)number] = row;
            _due.Set((int)number, row.Due(room.Policies));
        }

        _cart = await cart ?? new CartState();
    }

    /// <summary>What is known of a change of the cart.</summary>
    public CartResult? Past(KeyedRequest request) =>
        RequestMemory.Answer(_cart.Requests, request, CartResult.IdReused);

    /// <summary>Changes the cart with the next save.</summary>
    public void Put(CartLine[] lines, KeyedRequest request = default)
    {
        _cart.Lines = lines;
        _cart.Requests = RequestMemory.With(_cart.Requests, request);
        rows.Put(CartKey, _cart);
    }

    /// <summary>A checkout; if it has ended, only to look at. Null if there is none.</summary>
    public async ValueTask<CheckoutRow?> Find(CheckoutId id) =>
        _live.TryGetValue(id.Number, out var row) ? row
        : id.Number < _cart.EndedBelow ? await rows.Look<CheckoutRow>(EndedKey(id.Number))
        : null;

    /// <summary>A checkout, also an ended one, to be changed and put again; null if there is none.</summary>
    public async ValueTask<CheckoutRow?> FindToChange(CheckoutId id)
    {
        if (_live.TryGetValue(id.Number, out var row))
        {
            return row;
        }

        _reopened.Add(EndedKey(id.Number));
        return await rows.Load<CheckoutRow>(EndedKey(id.Number));
    }

    /// <summary>An order, under way or ended; null if there is none.</summary>
    public async ValueTask<OrderRow?> Find(OrderId id) =>
        await Find(id.Checkout) is { } row && id.Part < row.Orders.Length ? row.Orders[id.Part] : null;

    /// <summary>
    /// Writes a checkout with the next save: among those under way, or among those that ended.
    /// </summary>
    public void Put(CheckoutId id, CheckoutRow row)
    {
        var key = new RowKey(RowKind.Checkout, buyer.Value, id.Number);
        if (!row.HasEnded)
        {
            var due = row.Due(room.Policies);
            _live[id.Number] = row;
            _due.Set(id.Number, due);
            rows.Put(key, row, due);
            return;
        }

        if (!_live.Remove(id.Number))
        {
            rows.Put(EndedKey(id.Number), row);
            return;
        }

        _due.Set(id.Number, null);
        rows.Delete(key);
        rows.PutOnce(EndedKey(id.Number), row);
        if (id.Number >= _cart.EndedBelow)
        {
            _cart.EndedBelow = id.Number + 1;
            rows.Put(CartKey, _cart);
        }
    }

    /// <summary>Looks again when something happens to a checkout though nobody acts.</summary>
    public void Renew(int number) => _due.Set(number, _live[number].Due(room.Policies));

    /// <summary>Writes everything that changed.</summary>
    public async Task Save()
    {
        await rows.Save();
        _reopened.ForEach(rows.Unload);
        _reopened.Clear();
    }

    /// <summary>Units of a limited listing that the buyer has (rule INV-3).</summary>
    public async ValueTask<int> UnitsOf(ListingId listing)
    {
        if (!_units.TryGetValue(listing, out var units))
        {
            units = (await rows.Load<BuyerUnits>(UnitsKey(listing)))?.Units ?? 0;
            _units[listing] = units;
        }

        return units;
    }

    /// <summary>Adds to the units of a limited listing that the buyer has.</summary>
    public async ValueTask AddUnits(ListingId listing, int units)
    {
        var all = await UnitsOf(listing) + units;
        Invariant.Holds(all >= 0, "a buyer gives back no more units than the buyer has");
        _units[listing] = all;
        if (all > 0)
        {
            rows.Put(UnitsKey(listing), new BuyerUnits(all));
        }
        else
        {
            rows.Delete(UnitsKey(listing));
        }
    }

    /// <summary>Decides whether a verdict counts, and remembers it with the next save (rule REP-2).</summary>
    public async ValueTask<CreditDecision> Judge(MarketEvent rated, Money paid)
    {
        if (rated.Credit == default)
        {
            return CreditDecision.MarketHasNone;
        }

        var (key, policy) = (new RowKey(RowKind.Verdicts, buyer.Value), room.Policies.Reputation);
        var now = rated.At;
        if (!_hasLedger)
        {
            var stored = await rows.Load<VerdictState>(key) ?? new VerdictState();
            _ledger.Restore(stored.Pairs, stored.Listings, now, policy);
            _hasLedger = true;
        }

        var side = rated.Kind == MarketEventKind.StoreRated ? RatedSide.Store : RatedSide.Buyer;
        var decision = _ledger.Record(
            side, rated.Credit, buyer, rated.Store, rated.Listing, paid, now, policy);
        if (decision == CreditDecision.Counts)
        {
            rows.Put(key, new VerdictState
            {
                Pairs = _ledger.PairsOf(0, now, policy),
                Listings = _ledger.ListingsOf(0, now, policy),
            });
        }

        return decision;
    }

    private RowKey EndedKey(int number) => new(RowKind.EndedCheckout, buyer.Value, number);

    private RowKey UnitsKey(ListingId listing) => new(RowKind.BuyerUnits, buyer.Value, listing.Value);
}
