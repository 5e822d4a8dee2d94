namespace FlashSale.Engine;

/// <summary>What can be asked of a market without changing it.</summary>
public readonly struct MarketView
{
    private readonly MarketState _market;

    internal MarketView(MarketState market) => _market = market;

    /// <summary>One more than the highest store id in use.</summary>
    public int Stores => _market.Stores.Count;

    /// <summary>One more than the highest listing id in use.</summary>
    public int Listings => _market.Listings.Count;

    /// <summary>Orders ever placed, and of these those that are alive.</summary>
    public (int Placed, int Alive) Orders => (_market.Orders.Count, _market.Orders.Alive);

    /// <summary>
    /// When the next thing falls due, as Unix time in milliseconds; <see cref="long.MaxValue"/> if nothing
    /// does.
    /// </summary>
    public long NextDeadlineMs => _market.Deadlines.NextAtMs;

    /// <summary>Bytes held by each part of the market's tables, such as «live-orders».</summary>
    public IReadOnlyDictionary<string, long> Memory =>
        _market.Books.SelectMany(book => book.Bytes).ToDictionary(one => one.Part, one => one.Bytes);

    /// <summary>A store; null if there is none.</summary>
    public Store? Store(StoreId id) => _market.Stores.Exists(id) ? _market.Stores[id] : null;

    /// <summary>A store's name; empty if there is no such store.</summary>
    public string StoreName(StoreId id) => _market.Stores.Exists(id) ? _market.Stores.NameOf(id) : "";

    /// <summary>The coupon that counts at a store now: none while they are frozen (CRT-2, CAP-2).</summary>
    public Coupon CouponOf(StoreId id) => !_market.Stores.Exists(id)
        || _market.Switches.IsOn(Switch.CouponsFrozen, _market.Now) ? default : _market.Stores.CouponOf(id);

    /// <summary>A listing; null if there is none.</summary>
    public Listing? Listing(ListingId id) => _market.Listings.Exists(id) ? _market.Listings[id] : null;

    /// <summary>A listing's title; empty if there is no such listing.</summary>
    public string ListingTitle(ListingId id) =>
        _market.Listings.Exists(id) ? _market.Listings.TitleOf(id) : "";

    /// <summary>When a listing was published, in whole seconds; 1970 if that was not noted.</summary>
    public DateTimeOffset PublishedAt(ListingId id) => _market.Listings.PublishedAt(id);

    /// <summary>A store with its reputation; null if there is none.</summary>
    public StoreView? StoreView(StoreId id) => Store(id) is not { } store
        ? null
        : new StoreView(id, StoreName(id), store, Credit(id), Rating(id), Balance(AccountId.Of(id)))
        {
            Certification = Certification(id),
        };

    /// <summary>A store's certificate, and its application for one (rules IDN-1 to IDN-3).</summary>
    public Certification Certification(StoreId id) => _market.Certifications.Of(id);

    /// <summary>A seller with its stores; null if there is none (rule IDN-4).</summary>
    public SellerView? SellerView(SellerId id)
    {
        var (view, own) = (this, _market.Sellers.StoresOf(id));
        const int storesMax = Marketplace.SellerView.StoresMax;
        return own.Count == 0 ? null : new SellerView(
            id, [.. own.Take(storesMax).Select(store => view.StoreView(store)!)], own.Count > storesMax);
    }

    /// <summary>Sellers by their ids, from one on.</summary>
    public IEnumerable<SellerId> SellersFrom(SellerId first) => _market.Sellers.From(first);

    /// <summary>The platform's file on a seller; null if there is none (rules TRU-5 to TRU-8).</summary>
    public CaseFileView? Cases(SellerId seller) => _market.Cases.Find(seller) is { } file
        ? CaseFileView.Of(file, _market.Now, _market.Policy.Trust)
        : null;

    /// <summary>Sellers that have a file, by their ids, from one on.</summary>
    public IEnumerable<SellerId> CaseFilesFrom(SellerId first) => _market.Cases.From(first);

    /// <summary>What is known of a listing whose screening is open; null of others (LST-2).</summary>
    public Publication? Publication(ListingId id) => _market.Publications.Of(id);

    /// <summary>A brand, as the platform's catalogue knows it (rule LST-2).</summary>
    public CatalogueBrand Brand(int brand) => _market.Publications.Of(brand);

    /// <summary>Listings whose screening is open, in the order of the reviewers (rule LST-2).</summary>
    public WaitingListings Waiting(int listingsMax)
    {
        var view = this;
        WaitingListing[] waiting = [.. _market.Publications.Waiting.Take(WaitingListings.ListingsMax)
            .Select(id => new WaitingListing(view.ListingView(id)!, view.Publication(id)!.Value))];
        return WaitingListings.Of(
            waiting, _market.Publications.Count, listingsMax,
            ReviewPool.Of(_market.Publications.Reviewed.CountOn(_market.Now), _market.Policy.Screening));
    }

    /// <summary>A listing with its stock; null if there is none.</summary>
    public ListingView? ListingView(ListingId id) => Listing(id) is not { } listing
        ? null
        : new ListingView(
            id, ListingTitle(id), listing, listing.PriceAt(_market.Now), Stock(id),
            _market.Attributes.Of(id));

    /// <summary>
    /// A listing's stock over all buckets, and how often a buyer was refused for want of it.
    /// </summary>
    public StockTotals Stock(ListingId id)
    {
        if (!_market.Listings.Exists(id))
        {
            return default;
        }

        var (forSale, held, sold) = (0, 0, 0);
        foreach (ref readonly var bucket in _market.Listings.Stock(id))
        {
            forSale += bucket.ForSale;
            held += bucket.Held;
            sold += bucket.Sold;
        }

        ref readonly var history = ref _market.Listings.History(id);
        return new StockTotals(history.PutIn, forSale, held, sold, history.Refusals);
    }

    /// <summary>The lines of a buyer's cart, until the next command.</summary>
    public ReadOnlySpan<CartLine> Cart(BuyerId buyer) => _market.Carts.Lines(buyer);

    /// <summary>An order, alive or ended; null if there is none.</summary>
    public OrderView? Order(OrderId id) => OrderViews.Of(_market, _market.Orders.Find(id));

    /// <summary>Where an order, alive or ended, is in its life; null if there is none.</summary>
    public OrderStatus? StatusOf(OrderId id)
    {
        var place = _market.Orders.Find(id);
        return place.IsLive ? _market.Orders.Live(place.Row).Status
            : place.IsKnown ? _market.Orders.EndedAt(place.Row).Status : null;
    }

    /// <summary>
    /// All orders: first those that have ended, in the order of their ends, then those alive.
    /// </summary>
    public IEnumerable<OrderView> AllOrders()
    {
        for (var row = 0; row < _market.Orders.Ended; row++)
        {
            yield return OrderViews.Of(_market, new OrderPlace(OrderPlace.OfEnded(row)))!;
        }

        for (var row = 0; row < _market.Orders.LiveRows; row++)
        {
            if (_market.Orders.IsLive(row))
            {
                yield return OrderViews.Of(_market, new OrderPlace(OrderPlace.OfLive(row)))!;
            }
        }
    }

    /// <summary>All verdicts, in the order in which they were noted.</summary>
    public IEnumerable<Verdict> AllVerdicts()
    {
        for (var row = 0; row < _market.Reputation.Verdicts; row++)
        {
            yield return _market.Reputation.VerdictAt(row);
        }
    }

    /// <summary>What an account holds.</summary>
    public Money Balance(AccountId account) => _market.Accounts.Balance(account);

    /// <summary>What all accounts of a kind hold together.</summary>
    public Money Sum(AccountKind kind) => _market.Accounts.Sum(kind);

    /// <summary>All movements of one kind, added up.</summary>
    public MovementTotal Movements(MovementKind kind) => _market.Accounts.Total(kind);

    /// <summary>A store's credit (rules REP-2, REP-3).</summary>
    public Credit Credit(StoreId store) => _market.Reputation.CreditOf(store);

    /// <summary>A buyer's credit (rule REP-2).</summary>
    public Credit Credit(BuyerId buyer) => _market.Reputation.CreditOf(buyer);

    /// <summary>A store's ratings over six months (rule REP-4).</summary>
    public RatingSums Rating(StoreId store) => _market.Reputation.RatingOf(store, _market.Now);

    /// <summary>The ratings of a category over six months (rule REP-4).</summary>
    public RatingSums Rating(CategoryId category) => _market.Reputation.RatingOf(category, _market.Now);

    /// <summary>
    /// Tells the market which orders and listings the next commands are about: it fetches them together, up
    /// to 16 orders, so that no command waits for memory. Changes nothing.
    /// </summary>
    public void Prepare(ReadOnlySpan<OrderId> orders, ReadOnlySpan<ListingId> listings) =>
        LookAhead.Fetch(_market, orders, listings);

    /// <summary>
    /// Counts the sales of each listing in the last days from the orders (rule SRC-1); for a market whose
    /// sales nobody notes.
    /// </summary>
    public Dictionary<int, int> Sales(int today, int days)
    {
        var (counts, sums) = (new SalesCount(), new Dictionary<int, int>());
        SalesLog.Recount(_market, counts);
        counts.AddTo(sums, today, days);
        return sums;
    }

    /// <summary>Which policy is in force when (rule GOV-1).</summary>
    public PolicyTimeline Policies => _market.Policies;

    /// <summary>What operators did before a place, the latest first; all if there is none (IDN-5).</summary>
    public IEnumerable<TrailEntry> TrailBefore(TrailMark? place) => _market.Trail.Before(place);

    /// <summary>The degradation switches (rule CAP-2).</summary>
    public SwitchBoard Switches => _market.Switches;
}
