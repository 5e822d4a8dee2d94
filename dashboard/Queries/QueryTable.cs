using static FlashSale.Dashboard.QueryOperation;

namespace FlashSale.Dashboard;

/// <summary>All questions of the API.</summary>
internal static class QueryTable
{
    private static readonly QueryParameter Max =
        new("max", $"How many to give at most, 1 to {ListingQuery.PageMax}; 20 if not given.");

    private static readonly QueryParameter[] OfListings =
    [
        new("from", "The first listing to look at: where the page before said «next»."),
        Max,
        new("store", "Only this store's, such as s3."),
        new("category", "Only of this category, a number."),
        new("priceFromFen", "Only at this price now, or above."),
        new("priceToFen", "Only at this price now, or below."),
        new("forSale", "true leaves out what is sold out or withdrawn."),
    ];

    private static readonly QueryParameter[] OfTrail =
    [
        new("from", "The page goes on from here: where the page before said «next»."),
        Max,
        new("about", "Only about this: market, or an id such as s3, l5, b17, p2, b17-3.0."),
        new("who", "Only of this operator or reviewer."),
    ];

    private static ApiJson Json => ApiJson.Default;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<QueryOperation> All { get; } =
        [.. OfGoods(), .. OfShops(), .. OfScreening(), .. OfOrders(), .. OfMarket(), .. OfCases()];

    private static IEnumerable<QueryOperation> OfGoods() =>
    [
        new("find-listings", "listings", Caller.Anyone,
            "Listings, by their ids, a page at a time. A page may be short, even empty, and have a next one.",
            Json.ListingPageDocument,
            (api, ref _, query) => Map(api.Browser.FindListings(ListingQueryOf(query)), page =>
                new ListingPageDocument([.. page.Listings.Select(ListingDocument.Of)], page.Next)))
            { Parameters = OfListings },
        new("search", "search", Caller.Anyone,
            "Listings that a buyer looks for, ranked, with the reasons for the order, a page at a time.",
            Json.SearchPageDocument,
            (api, ref _, query) => Map(
                api.Browser.Search(SearchParameters.QueryOf(query)), SearchPageDocument.Of))
            { Parameters = SearchParameters.All },
        new("find-listing", "listings/{listing}", Caller.Anyone, "A listing with its stock.",
            Json.ListingDocument,
            (api, ref ids, _) => Map(api.Reader.FindListing(ids.Listing()), ListingDocument.Of!)),
    ];

    private static IEnumerable<QueryOperation> OfShops() =>
    [
        new("find-stores", "stores", Caller.Anyone, "Stores, by their ids, a page at a time.",
            Json.StorePageDocument,
            (api, ref _, query) => Map(
                api.Browser.FindStores(query.Id<StoreId>("from") ?? default, query.Max()), page =>
                new StorePageDocument(
                    [.. page.Stores.Select(store => StoreDocument.Of(store, api.Options.Reputation))],
                    page.Next)))
            { Parameters = [new("from", "The first store to look at."), Max] },
        new("find-store", "stores/{store}", Caller.Anyone, "A store's page with its reputation.",
            Json.StoreDocument,
            (api, ref ids, _) => Map(
                api.Reader.FindStore(ids.Store()),
                store => StoreDocument.Of(store!, api.Options.Reputation))),
        new("find-applications", "applications", Caller.Operator,
            "Stores whose application for a certificate is open, by their ids, a page at a time. A page may "
                + "be short, even empty, and have a next one.",
            Json.ApplicationPageDocument,
            (api, ref _, query) => Map(
                api.Browser.FindApplications(query.Id<StoreId>("from") ?? default, query.Max()),
                ApplicationPageDocument.Of))
            { Parameters = [new("from", "The first store to look at."), Max] },
        new("find-sellers", "sellers", Caller.Anyone, "Sellers, by their ids, a page at a time.",
            Json.SellerPageDocument,
            (api, ref _, query) => Map(
                api.Browser.FindSellers(query.Id<SellerId>("from") ?? default, query.Max()), page =>
                new SellerPageDocument(
                    [.. page.Sellers.Select(seller => SellerDocument.Of(seller, api.Options.Reputation))],
                    page.Next)))
            { Parameters = [new("from", "The first seller to look at."), Max] },
        new("find-seller", "sellers/{seller}", Caller.Anyone,
            "A seller with its stores, added up: the person or organisation behind them.",
            Json.SellerDocument,
            (api, ref ids, _) => Map(
                api.Reader.FindSeller(ids.Id<SellerId>()),
                seller => SellerDocument.Of(seller!, api.Options.Reputation))),
    ];

    private static IEnumerable<QueryOperation> OfCases() =>
    [
        new("find-case-files", "case-files", Caller.Anyone,
            "The files on sellers: cases, points, measures; by the sellers' ids, a page at a time.",
            Json.CaseFilePageDocument,
            (api, ref _, query) => Map(
                api.Browser.FindCaseFiles(query.Id<SellerId>("from") ?? default, query.Max()), page =>
                new CaseFilePageDocument([.. page.Files.Select(CaseFileDocument.Of)], page.Next)))
            { Parameters = [new("from", "The first seller to look at."), Max] },
        new("find-cases", "sellers/{seller}/cases", Caller.Anyone,
            "The file on a seller: its cases, the points of its stores, its flag.",
            Json.CaseFileDocument,
            (api, ref ids, _) => Map(
                api.Reader.FindCases(ids.Id<SellerId>()), file => CaseFileDocument.Of(file!))),
    ];

    private static IEnumerable<QueryOperation> OfScreening() =>
    [
        new("find-publications", "publications", Caller.Operator,
            "Listings whose screening is open, those first whom reviewers take first, and their day.",
            Json.WaitingPageDocument,
            (api, ref _, query) => Map(
                api.Browser.FindPublications(query.Max()), WaitingPageDocument.Of))
            { Parameters = [Max] },
    ];

    private static IEnumerable<QueryOperation> OfOrders() =>
    [
        new("find-cart", "buyers/{buyer}/cart", Caller.Anyone, "A buyer's cart.", Json.CartDocument,
            (api, ref ids, _) => FindCart(api, ids.Buyer())),
        new("find-checkout", "checkouts/{checkout}", Caller.Anyone, "The orders of a checkout.",
            Json.CheckoutDocument, (api, ref ids, _) => FindCheckout(api, ids.Checkout())),
        new("find-order", "orders/{order}", Caller.Anyone, "An order: status, money, moments, lines.",
            Json.OrderDocument,
            (api, ref ids, _) => Map(api.Reader.FindOrder(ids.Order()), OrderDocument.Of!)),
        new("find-account", "accounts/{kind}/{owner}", Caller.Anyone,
            "What an account holds: its kind and the number of its buyer, store or channel.",
            Json.AccountDocument,
            (api, ref ids, _) => FindAccount(
                api, new AccountId(ids.Word<AccountKind>(), (int)ids.Number(int.MaxValue)))),
    ];

    private static IEnumerable<QueryOperation> OfMarket() =>
    [
        new("find-switches", "switches", Caller.Anyone, "The degradation switches and their flips.",
            Json.SwitchesDocument,
            (api, ref _, _) => Map(
                api.Browser.FindSwitchFlips(),
                flips => SwitchesDocument.Of(flips, api.Options.MarketClock.GetUtcNow()))),
        new("find-policy", "policy", Caller.Anyone,
            "The policy in force, all numbers of the rules, and those that are planned.",
            Json.PolicyDocument,
            (api, ref _, _) => Map(
                api.Browser.FindPolicies(),
                policies => PolicyDocument.Of(policies, api.Options.MarketClock.GetUtcNow()))),
        new("find-trail", "trail", Caller.Operator,
            "What operators and reviewers did, the latest first, a page at a time. A page may be short, even "
                + "empty, and have a next one.",
            Json.TrailPageDocument,
            (api, ref _, query) => Map(api.Browser.FindTrail(TrailQueryOf(query)), TrailPageDocument.Of))
            { Parameters = OfTrail },
        new("find-festival", "festival", Caller.Anyone,
            "The moment, the speed of the market's time, and the phases of the festival.",
            Json.FestivalDocument,
            (api, ref _, _) => new ValueTask<object?>(FestivalDocument.Of(api.Options))),
        new("find-statistics", "statistics", Caller.Anyone,
            "Orders, accounts and movements of the whole market, added up.", Json.StatisticsDocument,
            (api, ref _, _) => FindStatistics(api)),
        new("audit", "audit", Caller.Operator,
            "Counts everything again; the market waits meanwhile.", Json.AuditDocument,
            (api, ref _, _) => Map(api.Reader.Audit(), AuditDocument.Of)),
    ];

    private static ListingQuery ListingQueryOf(QueryParameters query) => new()
    {
        From = query.Id<ListingId>("from") ?? default,
        ListingsMax = query.Max(),
        Store = query.Id<StoreId>("store"),
        Category = query.Number("category", byte.MaxValue) is { } category
            ? new CategoryId((byte)category)
            : null,
        PriceFrom = query.Amount("priceFromFen"),
        PriceTo = query.Amount("priceToFen"),
        OnlyForSale = query.Flag("forSale"),
    };

    private static TrailQuery TrailQueryOf(QueryParameters query) => new()
    {
        Before = query.Read("from", TrailMark.Parse, "the «next» of a page"),
        EntriesMax = query.Max(),
        About = query.Read("about", TrailEntity.Parse, "market, or an id such as s3"),
        Who = query.Words("who"),
    };

    private static ValueTask<object?> FindCart(MarketApi api, BuyerId buyer) => Map(
        api.Reader.FindCart(buyer),
        lines => new CartDocument(
            buyer,
            [.. lines.Select(line => new CartLineDocument(line.Listing, line.Units, line.PriceSeen))]));

    private static ValueTask<object?> FindAccount(MarketApi api, AccountId account) => Map(
        api.Reader.FindBalance(account),
        balance => new AccountDocument(account.Kind, account.Owner, balance));

    private static async ValueTask<object?> FindStatistics(MarketApi api) => StatisticsDocument.Of(
        await api.Browser.FindStatistics() ?? throw new RequestFaultException(RequestFault.NotOffered));

    private static async ValueTask<object?> FindCheckout(MarketApi api, CheckoutId id)
    {
        var orders = new List<OrderDocument>();
        while (orders.Count < Limits.LinesPerCartMax
            && await api.Reader.FindOrder(id.Order(orders.Count)) is { } order)
        {
            orders.Add(OrderDocument.Of(order));
        }

        return orders.Count == 0 ? null : new CheckoutDocument(orders);
    }
}
