using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// The accounts of one owner at the payment guarantor, a buyer's or a store's (rules ESC-1 to ESC-6).
/// </summary>
/// <remarks>
/// The market's own accounts – bank, escrow, platform, lender – are spread over all owners: each keeps the
/// stripe that its own movements touched, so that no account is hot and most movements have both ends in one
/// grain. A movement between two owners is two halves with the same id; the grain that was asked finishes it
/// after a crash, whichever half was done. A movement is remembered until whoever asked says that it is
/// final.
/// </remarks>
[Alias("flashsale.escrow-account-grain")]
public interface IEscrowAccountGrain : ICommandGrain
{
    /// <summary>Moves money once; a repeat is answered as the first.</summary>
    /// <param name="order">What to move; one of its owners is this one.</param>
    /// <param name="final">Movements that are final by now: see <see cref="Forget"/>.</param>
    [Alias("move")]
    Task<MoveResult> Move(MoveOrder order, MovementId[] final);

    /// <summary>The other half of a movement: takes from or adds to this owner's accounts, once.</summary>
    [Alias("half")]
    Task<MoveResult> Half(MoveOrder order);

    /// <summary>These movements are final: their ids never come again.</summary>
    [Alias("forget")]
    Task Forget(MovementId[] ids);

    /// <summary>Movements that were asked for here and are not known to be final.</summary>
    [Alias("open")]
    Task<MoveOrder[]> Open();

    /// <summary>What one of the owner's accounts, or this owner's stripe of the market's, holds.</summary>
    [Alias("balance"), AlwaysInterleave]
    Task<Money> Balance(AccountKind kind, int channel);

    /// <summary>Finishes what a crash has left.</summary>
    [Alias("wake")]
    Task Wake();
}

/// <summary>Names a movement of money: what it is for, and which movement of that.</summary>
/// <param name="Subject">The order or checkout, packed; or a transfer's id.</param>
/// <param name="What">Which of its movements: <see cref="MovementKind"/> and a number.</param>
[GenerateSerializer, Immutable, Alias("flashsale.movement-id")]
public readonly record struct MovementId([property: Id(0)] long Subject, [property: Id(1)] int What)
{
    private const int KindBits = 8;

    /// <summary>Names the nth movement of a kind.</summary>
    public static MovementId Of(long subject, MovementKind kind, int nth = 0) =>
        new(subject, (nth << KindBits) | (int)kind);

    /// <summary>The kind of the (first) movement.</summary>
    public MovementKind Kind => (MovementKind)(What & ((1 << KindBits) - 1));

    /// <summary>Which of the subject's movements of this kind.</summary>
    public int Nth => What >> KindBits;
}

/// <summary>One leg of a movement order.</summary>
/// <param name="Kind">Why money moves.</param>
/// <param name="From">Where it leaves.</param>
/// <param name="To">Where it enters.</param>
/// <param name="Amount">How much; zero moves nothing.</param>
[GenerateSerializer, Immutable, Alias("flashsale.money-leg")]
public readonly record struct MoneyLeg(
    [property: Id(0)] MovementKind Kind,
    [property: Id(1)] AccountId From,
    [property: Id(2)] AccountId To,
    [property: Id(3)] Money Amount);

/// <summary>A movement of money in one to three legs between the same two owners.</summary>
/// <param name="Id">Its name.</param>
/// <param name="FromOwner">The owner whose accounts the money leaves.</param>
/// <param name="ToOwner">The owner whose accounts it enters; may be the same.</param>
/// <param name="First">The first leg.</param>
/// <param name="Second">The second leg; of amount zero if there is none.</param>
[GenerateSerializer, Immutable, Alias("flashsale.move-order")]
public sealed record MoveOrder(
    [property: Id(0)] MovementId Id,
    [property: Id(1)] long FromOwner,
    [property: Id(2)] long ToOwner,
    [property: Id(3)] MoneyLeg First,
    [property: Id(4)] MoneyLeg Second)
{
    /// <summary>The third leg: of returns to two payers; null if there is none.</summary>
    [Id(5)]
    public MoneyLeg? Third { get; init; }
}

/// <summary>Numbers of owners of accounts and of reputation: buyers and stores.</summary>
public static class OwnerKey
{
    private const long StoreBase = 1L << 32;

    /// <summary>A buyer's.</summary>
    public static long Of(BuyerId buyer) => buyer.Value;

    /// <summary>A store's.</summary>
    public static long Of(StoreId store) => StoreBase + store.Value;

    /// <summary>Whether a number is a store's.</summary>
    public static bool IsStore(long owner) => owner >= StoreBase;

    /// <summary>The store of a number.</summary>
    public static StoreId StoreOf(long owner) => new((int)(owner - StoreBase));

    /// <summary>The buyer of a number.</summary>
    public static BuyerId BuyerOf(long owner) => new((int)owner);
}
