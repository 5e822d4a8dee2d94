using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>Kinds of what an act in the trail is about. The numbers are stored and never reused.</summary>
public enum EntityKind : byte
{
    /// <summary>The whole market: its rules and switches.</summary>
    Market = 1,

    /// <summary>A store.</summary>
    Store = 2,

    /// <summary>A listing.</summary>
    Listing = 3,

    /// <summary>A buyer.</summary>
    Buyer = 4,

    /// <summary>A seller.</summary>
    Seller = 5,

    /// <summary>An order.</summary>
    Order = 6,

    /// <summary>A case.</summary>
    Case = 7,

    /// <summary>An identity, by its hash.</summary>
    Identity = 8,
}

/// <summary>What an act of an operator or reviewer is about (rule IDN-5).</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Its id, packed into one number.</param>
public readonly record struct TrailEntity(EntityKind Kind, long Id)
{
    private const string MarketName = "market";
    private const int NumberBits = 32;

    private static readonly (char Letter, EntityKind Kind)[] Letters =
    [
        ('s', EntityKind.Store), ('l', EntityKind.Listing), ('b', EntityKind.Buyer), ('p', EntityKind.Seller),
    ];

    /// <summary>The whole market.</summary>
    public static TrailEntity Market => new(EntityKind.Market, 0);

    /// <summary>A store.</summary>
    public static TrailEntity Of(StoreId store) => new(EntityKind.Store, store.Value);

    /// <summary>A listing.</summary>
    public static TrailEntity Of(ListingId listing) => new(EntityKind.Listing, listing.Value);

    /// <summary>A buyer.</summary>
    public static TrailEntity Of(BuyerId buyer) => new(EntityKind.Buyer, buyer.Value);

    /// <summary>A seller.</summary>
    public static TrailEntity Of(SellerId seller) => new(EntityKind.Seller, seller.Value);

    /// <summary>An identity.</summary>
    public static TrailEntity Of(IdentityId identity) => new(EntityKind.Identity, identity.Value);

    /// <summary>An order.</summary>
    public static TrailEntity Of(OrderId order) => new(EntityKind.Order, order.Packed);

    /// <summary>A case.</summary>
    public static TrailEntity Of(CaseId one) =>
        new(EntityKind.Case, ((long)one.Seller.Value << NumberBits) | unchecked((uint)one.Number));

    /// <summary>Reads the form that <see cref="ToString"/> writes; null if the text is none.</summary>
    public static TrailEntity? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == MarketName)
        {
            return Market;
        }

        if (OrderId.Parse(text) is { } order)
        {
            return Of(order);
        }

        if (CaseId.Parse(text) is { } one)
        {
            return Of(one);
        }

        if (IdentityId.Parse(text) is { } identity)
        {
            return Of(identity);
        }

        foreach (var (letter, kind) in Letters)
        {
            if (text.StartsWith(letter) && int.TryParse(
                text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return new TrailEntity(kind, id);
            }
        }

        return null;
    }

    /// <summary>«market», or the id as it is written everywhere: «s3», «b17-3.0».</summary>
    public override string ToString()
    {
        if (Kind == EntityKind.Order && OrderId.FromPacked(Id) is { } order)
        {
            return order.ToString();
        }

        if (Kind == EntityKind.Case)
        {
            return new CaseId(new SellerId((int)(Id >> NumberBits)), unchecked((int)Id)).ToString();
        }

        if (Kind == EntityKind.Identity)
        {
            return new IdentityId(Id).ToString();
        }

        var kind = Kind;
        var letter = Array.Find(Letters, one => one.Kind == kind).Letter;
        return letter == default
            ? MarketName
            : string.Create(CultureInfo.InvariantCulture, $"{letter}{Id}");
    }
}
