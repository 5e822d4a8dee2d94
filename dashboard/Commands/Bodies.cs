using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>A line as a client writes it; read often, so without a constructor that boxes.</summary>
internal struct CartLineBody
{
    [JsonRequired]
    public ListingId Listing { get; set; }

    [JsonRequired]
    public int Units { get; set; }

    [JsonRequired]
    public Money PriceSeenFen { get; set; }

    public readonly CartLine ToLine() => new(Listing, Units, PriceSeenFen);
}

/// <summary>What is checked out.</summary>
internal sealed class CheckoutBody
{
    [JsonRequired]
    public CartLineBody[] Lines { get; set; } = [];
}

/// <summary>How it is paid.</summary>
internal sealed class PaymentBody
{
    [JsonRequired]
    public PaymentChannel Channel { get; set; }
}

/// <summary>A line of a cart; the listing stands in the address.</summary>
internal sealed record CartBody(int Units, Money PriceSeenFen);

/// <summary>Units in total, so that a repeat changes nothing.</summary>
internal sealed record UnitsBody(int UnitsInTotal);

/// <summary>A price.</summary>
internal sealed record PriceBody(Money PriceFen);

/// <summary>A coupon.</summary>
internal sealed record CouponBody(Money OffFen, Money FromFen);

/// <summary>A store that is to be opened.</summary>
internal sealed record StoreBody(
    SellerId Owner, MarketKind Market, string Name, Money DepositFen, DepositTier Tier = DepositTier.Low)
{
    /// <summary>An application as a body.</summary>
    public static StoreBody Of(StoreApplication store) =>
        new(store.Owner, store.Market, store.Name, store.Deposit, store.Tier);

    /// <summary>The application of a body.</summary>
    public StoreApplication ToApplication(StoreId id) => new(id, Owner, Market, Tier, Name, DepositFen);
}

/// <summary>A price in a window.</summary>
internal sealed record FestivalPriceBody(Money PriceFen, DateTimeOffset From, DateTimeOffset Until);

/// <summary>A deposit now, the balance in a window.</summary>
internal sealed record PresaleBody(Money DepositFen, DateTimeOffset BalanceFrom, DateTimeOffset BalanceUntil);

/// <summary>The terms of a listing.</summary>
internal sealed record ListingBody(
    StoreId Store,
    string Title,
    byte Category,
    Money PriceFen,
    int Stock,
    int Brand = 0,
    int UnitsPerBuyer = 0,
    HoldMode Hold = HoldMode.AtOrder,
    int Buckets = 1,
    FestivalPriceBody? Festival = null,
    PresaleBody? Presale = null,
    IReadOnlyDictionary<string, string>? Attributes = null)
{
    public ListingTerms ToTerms() => new()
    {
        Store = Store,
        Title = Title,
        Category = new CategoryId(Category),
        Price = PriceFen,
        Stock = Stock,
        Brand = Brand,
        UnitsPerBuyer = UnitsPerBuyer,
        Hold = Hold,
        Buckets = Buckets,
        Festival = Festival is { } f ? new FestivalPrice(f.PriceFen, f.From, f.Until) : null,
        Presale = Presale is { } p ? new Presale(p.DepositFen, p.BalanceFrom, p.BalanceUntil) : null,
        Attributes = ListingAttributes.Of(Attributes ?? Enumerable.Empty<KeyValuePair<string, string>>())
            ?? throw new MalformedException("$.attributes", $"expected {ListingAttributes.Allowed}"),
    };
}

/// <summary>
/// A buyer's rating: 1 to 5 points a component, and the verdict, which a market without verdicts leaves out.
/// </summary>
internal sealed record RatingBody(
    int AsDescribed, int Service, int DispatchSpeed, int DeliverySpeed, CreditRating? Credit = null);

/// <summary>A store's verdict on a buyer.</summary>
internal sealed record VerdictBody(CreditRating Credit);

/// <summary>Who wins a dispute.</summary>
internal sealed record WinnerBody(Side Winner, string? Who = null, string? Why = null);

/// <summary>What a buyer complains of.</summary>
internal sealed record ComplaintBody(ComplaintReason Reason);

/// <summary>A case that is to be opened: about a store, or a listing of it.</summary>
internal sealed record CaseBody(
    StoreId Store, CaseKind Kind, ListingId? Listing = null, string? Who = null, string? Why = null);

/// <summary>Evidence of the platform, in 1/10,000.</summary>
internal sealed record EvidenceBody(int BasisPoints, string? Who = null, string? Why = null);

/// <summary>Evidence of the seller, in 1/10,000.</summary>
internal sealed record AppealBody(int BasisPoints);

/// <summary>What was found.</summary>
internal sealed record CaseVerdictBody(CaseVerdict Verdict, string? Who = null, string? Why = null);

/// <summary>How many of so many votes are for the seller; one vote is a reviewer's.</summary>
internal sealed record VotesBody(int VotesFor, int Votes = 1, string? Who = null, string? Why = null);

/// <summary>A movement of money.</summary>
internal sealed record TransferBody(
    MovementKind Kind,
    Money AmountFen,
    StoreId? Store = null,
    BuyerId? Buyer = null,
    string? Who = null,
    string? Why = null);

/// <summary>A switch to be flipped.</summary>
internal sealed record FlipBody(bool On, string Who, string Why, DateTimeOffset? Until = null);

/// <summary>The moment from which on something is planned.</summary>
internal sealed record MomentBody(DateTimeOffset From, string? Who = null, string? Why = null);

/// <summary>A policy, whole, and from when on it is in force; null is at once.</summary>
internal sealed record PolicyBody(
    Policy Policy, DateTimeOffset? From = null, string? Who = null, string? Why = null)
{
    /// <summary>The policy.</summary>
    /// <exception cref="MalformedException">A number is out of its range; it is named.</exception>
    public Policy Checked() => Policy.Validate() is [var problem, ..]
        ? throw new MalformedException(
            $"$.policy.{problem.Field}", $"{problem.Value} is not within {problem.Allowed}")
        : Policy;
}
