using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>A store, by its id: its status, money and coupon (rules STO-1 to STO-5, CRT-2).</summary>
[Alias("flashsale.store-grain")]
public interface IStoreGrain : ICommandGrain
{
    /// <summary>The store; null if there is none.</summary>
    [Alias("find")]
    Task<StoreView?> Find();

    /// <summary>
    /// What its listings must know; from now on this listing is told when it changes.
    /// </summary>
    [Alias("terms-for"), AlwaysInterleave]
    Task<StoreTerms> TermsFor(ListingId listing);

    /// <summary>
    /// Carries out an act of the seller's file, once: acts come in the order of their numbers.
    /// </summary>
    /// <returns>How much money it has moved; of a repeat the same.</returns>
    [Alias("carry")]
    Task<Money> Carry(CaseAct act);

    /// <summary>Lets what is due happen and finishes what a crash has left.</summary>
    [Alias("wake")]
    Task Wake();
}

/// <summary>What checkouts must know of a store.</summary>
/// <param name="Version">Which is newer.</param>
/// <param name="CanSell">Whether buyers can order there.</param>
/// <param name="Market">Its market, which decides on the commission (rule STO-5).</param>
/// <param name="Coupon">What it gives to all; the default is none (rule CRT-2).</param>
/// <param name="Owner">The person behind it (rule IDN-4).</param>
[GenerateSerializer, Immutable, Alias("flashsale.store-terms")]
public sealed record StoreTerms(
    [property: Id(0)] long Version,
    [property: Id(1)] bool CanSell,
    [property: Id(2)] MarketKind Market,
    [property: Id(3)] Coupon Coupon,
    [property: Id(4)] SellerId Owner)
{
    /// <summary>Of a store that is not known: it may not sell.</summary>
    public static StoreTerms Unknown { get; } = new(0, false, default, default, default);
}

/// <summary>A store's name, by its normal form: no two stores share one (rule STO-4).</summary>
[Alias("flashsale.store-name-grain")]
public interface IStoreNameGrain : IGrainWithStringKey
{
    /// <summary>Gives the name to a store if it is free; true if the store has it now.</summary>
    [Alias("claim")]
    Task<bool> Claim(StoreId store);
}

/// <summary>
/// The person or organisation behind stores, by its id: which stores, and how the business goes (rule IDN-4).
/// </summary>
[Alias("flashsale.seller-grain")]
public interface ISellerGrain : IGrainWithIntegerKey
{
    /// <summary>The seller with its stores; null if it has none.</summary>
    [Alias("find"), AlwaysInterleave]
    Task<SellerView?> Find();

    /// <summary>How many orders of the seller's stores came how far, and for how much.</summary>
    [Alias("dashboard"), ReadOnly]
    Task<SalesFigures> Dashboard();

    /// <summary>Adds order events; a batch that was added before changes nothing.</summary>
    [Alias("add")]
    Task Add(EventBatch batch);

    /// <summary>How much less than usual was paid at a store between two moments (rule TRU-8).</summary>
    [Alias("lost"), ReadOnly]
    Task<Money> Lost(StoreId store, DateTimeOffset from, DateTimeOffset until);
}
