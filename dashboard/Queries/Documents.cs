namespace FlashSale.Dashboard;

/// <summary>
/// A listing with its stock. A price in a window and a presale stand beside the usual price.
/// </summary>
internal sealed record ListingDocument(
    ListingId Id,
    StoreId Store,
    string Title,
    byte Category,
    int Brand,
    Money PriceFen,
    Money PriceNowFen,
    FestivalPriceBody? Festival,
    PresaleBody? Presale,
    int UnitsPerBuyer,
    HoldMode Hold,
    bool Withdrawn,
    bool TakenDown,
    PublicationStatus? Publication,
    StockDocument Stock,
    IReadOnlyDictionary<string, string>? Attributes)
{
    public static ListingDocument Of(ListingView view)
    {
        var listing = view.Listing;
        var (from, until) = listing.BalanceWindow; // of a festival price the same two moments
        return new ListingDocument(
            view.Id, listing.Store, view.Title, listing.Category.Value, listing.Brand, listing.Price,
            view.PriceNow,
            listing.HasFestivalPrice ? new FestivalPriceBody(listing.PriceAt(from), from, until) : null,
            listing.IsPresale ? new PresaleBody(listing.Deposit, from, until) : null,
            listing.UnitsPerBuyer, listing.Hold, listing.IsWithdrawn, listing.IsTakenDown,
            listing.Publication == PublicationStatus.None ? null : listing.Publication,
            StockDocument.Of(view.Stock), view.Attributes.Document());
    }
}

/// <summary>Attributes as an object of texts; left out if there are none.</summary>
internal static class AttributeDocuments
{
    public static IReadOnlyDictionary<string, string>? Document(this ListingAttributes attributes) =>
        attributes.IsNone ? null : new SortedDictionary<string, string>(
            attributes.Pairs.ToDictionary(), StringComparer.Ordinal);
}

/// <summary>A listing's units; refusals are buyers who came too late.</summary>
internal sealed record StockDocument(int PutIn, int ForSale, int Held, int Sold, int Refusals)
{
    public static StockDocument Of(StockTotals stock) =>
        new(stock.PutIn, stock.ForSale, stock.Held, stock.Sold, stock.Refusals);
}

/// <summary>A page of listings; without «next» it is the last one.</summary>
internal sealed record ListingPageDocument(IReadOnlyList<ListingDocument> Listings, ListingId? Next);

/// <summary>An order.</summary>
internal sealed record OrderDocument(
    OrderId Id,
    StoreId Store,
    OrderStatus Status,
    bool Ended,
    PaymentChannel? Channel,
    PaymentChannel? DepositChannel,
    Money TotalFen,
    Money PaidFen,
    Money HeldFen,
    Money ReleasedFen,
    Money RefundedFen,
    DateTimeOffset PlacedAt,
    DateTimeOffset? PaidAt,
    DateTimeOffset? ShippedAt,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? ConfirmedAt,
    RatingBody? Rating,
    ReserveResult? RefusedFor,
    IReadOnlyList<OrderLineDocument> Lines)
{
    public static OrderDocument Of(OrderView order) => new(
        order.Id, order.Store, order.Status, order.HasEnded, order.Channel == 0 ? null : order.Channel,
        order.DepositChannel == 0 ? null : order.DepositChannel,
        order.Total, order.Escrow.Paid, order.Escrow.Held, order.Escrow.Released, order.Escrow.Refunded,
        order.PlacedAt, order.PaidAt, order.ShippedAt, order.DeliveredAt, order.ConfirmedAt,
        RatingOf(order.Rating), order.RefusedFor == 0 ? null : order.RefusedFor,
        [.. order.Lines.Select(line => new OrderLineDocument(line.Listing, line.Units, line.Returned))]);

    private static RatingBody? RatingOf(Rating rating) => rating == default
        ? null
        : new RatingBody(
            rating.AsDescribed, rating.Service, rating.DispatchSpeed, rating.DeliverySpeed,
            rating.Credit == 0 ? null : rating.Credit);
}

/// <summary>A line of an order.</summary>
internal sealed record OrderLineDocument(ListingId Listing, int Units, int Returned);

/// <summary>The orders of a checkout.</summary>
internal sealed record CheckoutDocument(IReadOnlyList<OrderDocument> Orders);

/// <summary>A buyer's cart.</summary>
internal sealed record CartDocument(BuyerId Buyer, IReadOnlyList<CartLineDocument> Lines);

/// <summary>A line of a cart.</summary>
internal sealed record CartLineDocument(ListingId Listing, int Units, Money PriceSeenFen);

/// <summary>What an account holds.</summary>
internal sealed record AccountDocument(AccountKind Kind, long Owner, Money BalanceFen);
