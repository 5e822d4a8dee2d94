namespace FlashSale.Grains;

/// <summary>Makes orders to move money.</summary>
internal static class MoveOrders
{
    /// <summary>A movement within one owner's accounts.</summary>
    public static MoveOrder AsOrder(this Movement movement, MovementId id, long owner) =>
        movement.AsOrder(id, owner, owner);

    /// <summary>A movement from one owner's accounts to another's.</summary>
    public static MoveOrder AsOrder(this Movement movement, MovementId id, long from, long to)
    {
        var leg = new MoneyLeg(movement.Kind, movement.From, movement.To, movement.Amount);
        return new MoveOrder(id, from, to, leg, leg with { Amount = Money.Zero });
    }

    /// <summary>Two movements at once between the same owners.</summary>
    public static MoveOrder With(this MoveOrder order, Movement second) =>
        order with { Second = new MoneyLeg(second.Kind, second.From, second.To, second.Amount) };
}
