namespace FlashSale.GrainInterfaces;

/// <summary>Where the grains of the market are, by what they are of.</summary>
/// <remarks>
/// The names of the interfaces are resolved once. <see cref="IGrainFactory"/> resolves them by reflection
/// each time, which costs as much as the call that follows.
/// </remarks>
/// <param name="grains">The cluster, from inside a silo or from an Orleans client.</param>
public sealed class MarketAddresses(IGrainFactory grains)
{
    private readonly Numbered<ICartGrain> _carts = new(grains);
    private readonly Numbered<IListingGrain> _listings = new(grains);
    private readonly Numbered<IStockBucketGrain> _buckets = new(grains);
    private readonly Numbered<IStoreGrain> _stores = new(grains);
    private readonly Numbered<ISellerGrain> _sellers = new(grains);
    private readonly Numbered<ICaseGrain> _cases = new(grains);
    private readonly Numbered<IWatchGrain> _watches = new(grains);
    private readonly Numbered<IEscrowAccountGrain> _accounts = new(grains);
    private readonly Numbered<IReputationGrain> _reputations = new(grains);
    private readonly Numbered<IOutboxGrain> _outboxes = new(grains);
    private readonly Numbered<ISweepGrain> _sweeps = new(grains);
    private readonly Numbered<ISalesGrain> _sales = new(grains);
    private readonly Numbered<ISearchGrain> _searches = new(grains);
    private readonly Numbered<IBrandGrain> _brands = new(grains);

    /// <summary>The festival.</summary>
    public IFestivalGrain Festival => grains.GetGrain<IFestivalGrain>(0);

    /// <summary>What the whole market has done.</summary>
    public ITelemetryGrain Telemetry => grains.GetGrain<ITelemetryGrain>(0);

    /// <summary>Whoever runs audits.</summary>
    public IAuditGrain Audit => grains.GetGrain<IAuditGrain>(0);

    /// <summary>The reviewers of appeals.</summary>
    public IReviewGrain Reviewers => grains.GetGrain<IReviewGrain>(0);

    /// <summary>The lists of identities.</summary>
    public IIdentityGrain Identities => grains.GetGrain<IIdentityGrain>(0);

    /// <summary>The reviewers of listings.</summary>
    public IListingReviewGrain ListingReviewers => grains.GetGrain<IListingReviewGrain>(0);

    /// <summary>The studies that are open.</summary>
    public IStudyBoardGrain Studies => grains.GetGrain<IStudyBoardGrain>(0);

    /// <summary>A study, by its id.</summary>
    public IStudyGrain Study(string id) => grains.GetGrain<IStudyGrain>(id);

    /// <summary>A run of studies, by its name.</summary>
    public IRunGrain Run(string key) => grains.GetGrain<IRunGrain>(key);

    /// <summary>Whatever carries out the commands about a subject.</summary>
    public ICommandGrain Of(Subject subject) => subject.Kind switch
    {
        SubjectKind.Store => Store(new StoreId(subject.Number)),
        SubjectKind.Listing => Listing(new ListingId(subject.Number)),
        SubjectKind.Cart => Cart(new BuyerId(subject.Number)),
        SubjectKind.Festival => Festival,
        SubjectKind.Cases => Cases(new SellerId(subject.Number)),
        SubjectKind.Identities => Identities,
        SubjectKind.Brand => Brand(subject.Number),
        SubjectKind.Accounts => Accounts(OwnerKey.Of(new BuyerId(subject.Number))),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
    };

    /// <summary>A buyer's cart and open orders.</summary>
    public ICartGrain Cart(BuyerId buyer) => _carts.At(buyer.Value);

    /// <summary>A listing.</summary>
    public IListingGrain Listing(ListingId listing) => _listings.At(listing.Value);

    /// <summary>A bucket of a hot listing's stock, by its stock key.</summary>
    public IStockBucketGrain Bucket(long stock) => _buckets.At(stock);

    /// <summary>A brand of the catalogue, by its number.</summary>
    public IBrandGrain Brand(int brand) => _brands.At(brand);

    /// <summary>A store.</summary>
    public IStoreGrain Store(StoreId store) => _stores.At(store.Value);

    /// <summary>The person behind stores.</summary>
    public ISellerGrain Seller(SellerId seller) => _sellers.At(seller.Value);

    /// <summary>The platform's file on a seller.</summary>
    public ICaseGrain Cases(SellerId seller) => _cases.At(seller.Value);

    /// <summary>The watch over a seller's orders.</summary>
    public IWatchGrain Watch(SellerId seller) => _watches.At(seller.Value);

    /// <summary>The accounts of an owner, by <see cref="OwnerKey"/>.</summary>
    public IEscrowAccountGrain Accounts(long owner) => _accounts.At(owner);

    /// <summary>The reputation of an owner, by <see cref="OwnerKey"/>.</summary>
    public IReputationGrain Reputation(long owner) => _reputations.At(owner);

    /// <summary>A partition of the outbox.</summary>
    public IOutboxGrain Outbox(int partition) => _outboxes.At(partition);

    /// <summary>Whoever looks after a slice of the owners.</summary>
    public ISweepGrain Sweep(int slice) => _sweeps.At(slice);

    /// <summary>What a partition of the buyers has bought.</summary>
    public ISalesGrain Sales(int partition) => _sales.At(partition);

    /// <summary>The searches in a category, or in the whole market.</summary>
    public ISearchGrain Search(CategoryId? category) =>
        _searches.At(category is { } one ? one.Value : Limits.CategoriesMax);

    /// <summary>A store's name, which belongs to one store.</summary>
    public IStoreNameGrain StoreName(string name) => grains.GetGrain<IStoreNameGrain>(name);

    private sealed class Numbered<T>(IGrainFactory grains)
        where T : IGrainWithIntegerKey
    {
        // Not before the first use: a silo knows its grain types only when it has started.
        private readonly Lazy<(GrainType Grain, GrainInterfaceType Interface)> _types = new(() =>
        {
            var any = grains.GetGrain<T>(0);
            return (any.GetGrainId().Type, ((GrainReference)(object)any).InterfaceType);
        });

        public T At(long key)
        {
            var (grain, type) = _types.Value;
            return (
                T)grains.GetGrain(GrainId.Create(grain, GrainIdKeyExtensions.CreateIntegerKey(key)), type);
        }
    }
}
