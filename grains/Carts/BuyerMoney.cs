namespace FlashSale.Grains;

/// <summary>Moves the money of a buyer's orders, through the buyer's accounts at the guarantor.</summary>
/// <remarks>
/// The accounts remember a movement until the orders that it is for are saved: so what a crash interrupts is
/// found there and finished (see <see cref="ClusterRecovery"/>).
/// </remarks>
internal sealed class BuyerMoney(GrainRoom room, BuyerId buyer)
{
    private const int AllHeld = (1 << 23) - 1;

    /// <summary>The number of a payment that came too late.</summary>
    public const int TooLate = 2;

    private const int UnitsRoom = Limits.UnitsPerLineMax + 1;

    private readonly List<MovementId> _final = [];

    private IEscrowAccountGrain Accounts => room.Grains.Accounts(Owner);

    private long Owner => OwnerKey.Of(buyer);

    /// <summary>Movements that may not be in the orders yet.</summary>
    public Task<MoveOrder[]> Open() => Accounts.Open();

    /// <summary>Moves money once.</summary>
    public async Task<MoveResult> Move(MoveOrder order)
    {
        if (order.Plan().Count == 0)
        {
            return MoveResult.Moved;
        }

        MovementId[] final = [.. _final];
        var result = await Accounts.Move(order, final);
        _final.RemoveRange(0, final.Length);
        return result;
    }

    /// <summary>Moves money that is held: that cannot fail unless the code is broken.</summary>
    public async Task MustMove(MoveOrder order)
    {
        var result = await Move(order);
        Invariant.Holds(result == MoveResult.Moved, "money that is held can be moved");
    }

    /// <summary>The orders have it: the accounts need not remember it any more.</summary>
    public void IsSaved(MovementId id) => _final.Add(id);

    /// <summary>Tells the accounts what is final, though no money moves.</summary>
    public async Task Tell()
    {
        if (_final.Count > 0)
        {
            MovementId[] final = [.. _final];
            await Accounts.Forget(final);
            _final.RemoveRange(0, final.Length);
        }
    }

    /// <summary>What is in the buyer's balance.</summary>
    public Task<Money> Balance() => Accounts.Balance(AccountKind.Buyer, 0);

    /// <summary>A payment of a checkout into escrow.</summary>
    public MoveOrder Payment(CheckoutId id, bool isBalance, PaymentChannel channel, Money amount) =>
        OrderMovements.Payment(buyer, channel, amount)
            .AsOrder(MovementId.Of(id.Packed, MovementKind.Payment, isBalance ? 1 : 0), Owner);

    /// <summary>A payment of a closed order, and back at once.</summary>
    public MoveOrder LatePayment(OrderId id, PaymentChannel channel, Money amount) =>
        OrderMovements.LatePayment(buyer, channel, amount)
            .AsOrder(MovementId.Of(id.Packed, MovementKind.Payment, TooLate), Owner, Owner);

    /// <summary>All that was paid for an order, with this payment, goes back.</summary>
    public MoveOrder ReturnHeld(in Order order, PaymentChannel channel, ReserveResult why) =>
        PaymentOutcomes.Refused(order, channel).AsOrder(Refusal(order.Id, why), Owner, Owner);

    /// <summary>The money of a confirmed order, to the store and the platform.</summary>
    public MoveOrder Settlement(in Order order) => OrderMovements.Settlement(order)
        .AsOrder(MovementId.Of(order.Id.Packed, MovementKind.Release), Owner, OwnerKey.Of(order.Store));

    /// <summary>The deposit of a presale whose balance was not paid, to the store.</summary>
    public MoveOrder Forfeit(in Order order) => OrderMovements.Forfeit(order).AsOrder(
        MovementId.Of(order.Id.Packed, MovementKind.DepositForfeited), Owner, OwnerKey.Of(order.Store));

    /// <summary>What was paid for some units, from whoever has it now.</summary>
    public MoveOrder Refund(in Order order, in RefundPlan plan)
    {
        var nth = (plan.Line * UnitsRoom) + plan.UnitsInTotal;
        var (kind, from) = order.IsSettled
            ? (MovementKind.Return, OwnerKey.Of(order.Store))
            : (MovementKind.Refund, Owner);
        return plan.Movements.AsOrder(MovementId.Of(order.Id.Packed, kind, nth), from, Owner);
    }

    /// <summary>
    /// The refund of all that is held for an order whose payment was refused: its number says why.
    /// </summary>
    public static MovementId Refusal(OrderId order, ReserveResult why) => MovementId.Of(
        order.Packed, MovementKind.Refund, AllHeld - (why == ReserveResult.SoldOut ? 0 : (int)why));

    /// <summary>Why a payment was refused; null if the refund is of units.</summary>
    public static ReserveResult? RefusalOf(MovementId id) => id switch
    {
        { Kind: not MovementKind.Refund } => null,
        { Nth: AllHeld } => ReserveResult.SoldOut,
        _ when AllHeld - id.Nth <= (int)ReserveResult.NotForSale => (ReserveResult)(AllHeld - id.Nth),
        _ => null,
    };

    /// <summary>The line and units in total that a refund is for.</summary>
    public static (int Line, int UnitsInTotal) RefundOf(MovementId id) => Math.DivRem(id.Nth, UnitsRoom);
}
