using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// A buyer's cart and open orders, by the buyer's id: it runs checkout, payment, fulfilment and refunds.
/// </summary>
/// <remarks>
/// Every command is idempotent by the ids that the client chose (rule ORD-4). An exception says that nothing
/// is known: send the same command again. What a crash interrupts is finished when the grain wakes up next,
/// which a sweep sees to.
/// </remarks>
[Alias("flashsale.cart-grain")]
public interface ICartGrain : ICommandGrain
{
    /// <summary>The cart's lines.</summary>
    [Alias("lines")]
    Task<CartLine[]> Lines();

    /// <inheritdoc cref="IMarketReader.FindOrder"/>
    [Alias("find")]
    Task<OrderView?> Find(OrderId id);

    /// <summary>Lets what is due happen, and finishes what a crash has left.</summary>
    [Alias("wake")]
    Task Wake();

    /// <summary>What a listing has to do with the units that it holds or remembers for an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="listing">The listing that asks.</param>
    [Alias("fate"), AlwaysInterleave]
    Task<HoldFate> FateOf(OrderId order, ListingId listing);
}

/// <summary>What has to become of units that are held or remembered for an order.</summary>
/// <param name="Step">What to do with held units.</param>
/// <param name="AskAgainAt">For <see cref="HoldStep.Keep"/>: when to ask again.</param>
/// <param name="Returned">Units of the order that came back, as the order itself keeps in mind.</param>
[GenerateSerializer, Immutable, Alias("flashsale.hold-fate")]
public readonly record struct HoldFate(
    [property: Id(0)] HoldStep Step,
    [property: Id(1)] DateTimeOffset AskAgainAt,
    [property: Id(2)] int Returned);

/// <summary>What to do with held units.</summary>
public enum HoldStep : byte
{
    /// <summary>The order waits for its payment.</summary>
    Keep = 1,

    /// <summary>The order is paid: the units are sold.</summary>
    Commit,

    /// <summary>There is no such order, or it is closed: the units go back on sale.</summary>
    Release,
}
