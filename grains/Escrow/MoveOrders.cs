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
        var leg = LegOf(movement);
        return new MoveOrder(id, from, to, leg, leg with { Amount = Money.Zero });
    }

    /// <summary>A plan from one owner's accounts to another's, or within those of one.</summary>
    public static MoveOrder AsOrder(this in MovementPlan plan, MovementId id, long from, long to)
    {
        var first = plan.Count > 0 ? LegOf(plan[0]) : default;
        var second = plan.Count > 1 ? LegOf(plan[1]) : first with { Amount = Money.Zero };
        return new MoveOrder(id, from, to, first, second)
        {
            Third = plan.Count > 2 ? LegOf(plan[2]) : null,
        };
    }

    /// <summary>The movements of an order, without those of no amount.</summary>
    public static MovementPlan Plan(this MoveOrder order)
    {
        var plan = default(MovementPlan);
        Add(ref plan, order.First);
        Add(ref plan, order.Second);
        Add(ref plan, order.Third ?? default);
        return plan;
    }

    private static void Add(ref MovementPlan plan, in MoneyLeg leg) =>
        plan.Add(leg.Kind, leg.From, leg.To, leg.Amount);

    private static MoneyLeg LegOf(in Movement movement) =>
        new(movement.Kind, movement.From, movement.To, movement.Amount);
}
