namespace FlashSale.Marketplace;

/// <summary>Kinds of what a command is about. The numbers are stored.</summary>
public enum SubjectKind : byte
{
    /// <summary>A store.</summary>
    Store = 1,

    /// <summary>A listing.</summary>
    Listing,

    /// <summary>A buyer's cart and orders.</summary>
    Cart,

    /// <summary>The festival: its degradation switches.</summary>
    Festival,

    /// <summary>A buyer's accounts.</summary>
    Accounts,

    /// <summary>The platform's file on a seller: complaints and cases.</summary>
    Cases = 8,

    /// <summary>The lists of identities; there is one of them.</summary>
    Identities = 9,

    /// <summary>A brand of the platform's catalogue.</summary>
    Brand = 10,
}

/// <summary>
/// What a command is about: it is carried out there, one after the other, and remembered there.
/// </summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Number">Which of them.</param>
public readonly record struct Subject(SubjectKind Kind, int Number)
{
    /// <summary>Both in one number.</summary>
    public long Packed => ((long)Kind << 32) | unchecked((uint)Number);

    /// <summary>A store.</summary>
    public static Subject Of(StoreId store) => new(SubjectKind.Store, store.Value);

    /// <summary>A listing.</summary>
    public static Subject Of(ListingId listing) => new(SubjectKind.Listing, listing.Value);

    /// <summary>A buyer's cart and orders.</summary>
    public static Subject Of(BuyerId buyer) => new(SubjectKind.Cart, buyer.Value);

    /// <summary>The platform's file on a seller.</summary>
    public static Subject CasesOf(SellerId seller) => new(SubjectKind.Cases, seller.Value);
}
