namespace FlashSale.Grains;

/// <summary>The accounts of one owner, as they are stored.</summary>
[GenerateSerializer, Alias("flashsale.row.account")]
internal sealed class AccountState
{
    /// <summary>Balances in fen, by <see cref="SlotOf"/>.</summary>
    [Id(0)]
    public Dictionary<int, long> Balances { get; set; } = [];

    /// <summary>Movements that were asked for here: how many of each kind, and how much in fen.</summary>
    [Id(1)]
    public Dictionary<MovementKind, MovedSum> Totals { get; set; } = [];

    /// <summary>Movements that are not known to be final.</summary>
    [Id(2)]
    public List<OpenMove> Open { get; set; } = [];

    /// <summary>What an account holds.</summary>
    public Money this[AccountId account] => Of(account).Balance;

    /// <summary>
    /// Where an account's balance is kept; of an owner's own, the owner's number does not matter.
    /// </summary>
    public static int SlotOf(AccountId account) =>
        ((int)account.Kind * 8)
        + (AccountTable.OwnerOf(account.Kind) == AccountOwner.Channel ? account.Owner : 0);

    /// <summary>Whether the accounts that the money leaves hold enough.</summary>
    public bool Covers(MoveOrder order)
    {
        var plan = order.Plan();
        for (var at = 0; at < plan.Count; at++)
        {
            if (!Of(plan[at].From).Covers(plan[at].From, plan.NeededFor(at)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the money from the accounts that it leaves.</summary>
    public void Debit(MoveOrder order)
    {
        var plan = order.Plan();
        for (var at = 0; at < plan.Count; at++)
        {
            var account = Of(plan[at].From);
            account.Debit(plan[at].Amount);
            Balances[SlotOf(plan[at].From)] = account.Balance.Fen;
        }
    }

    /// <summary>Adds the money to the accounts that it enters.</summary>
    public void Credit(MoveOrder order)
    {
        var plan = order.Plan();
        for (var at = 0; at < plan.Count; at++)
        {
            var account = Of(plan[at].To);
            account.Credit(plan[at].Amount);
            Balances[SlotOf(plan[at].To)] = account.Balance.Fen;
        }
    }

    /// <summary>Counts a movement that was asked for here.</summary>
    public void Count(MoveOrder order)
    {
        var plan = order.Plan();
        for (var at = 0; at < plan.Count; at++)
        {
            var sum = Totals.GetValueOrDefault(plan[at].Kind);
            Totals[plan[at].Kind] = new MovedSum(sum.Count + 1, sum.Fen + plan[at].Amount.Fen);
        }
    }

    private Account Of(AccountId account) =>
        Account.Of(Money.FromFen(Balances.GetValueOrDefault(SlotOf(account))));
}

/// <summary>All movements of a kind that were asked for here.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.moved-sum")]
internal readonly record struct MovedSum([property: Id(0)] long Count, [property: Id(1)] long Fen);

/// <summary>How far a movement is.</summary>
internal enum MoveStage : byte
{
    /// <summary>Both ends have it.</summary>
    Done = 1,

    /// <summary>The money has left here and may not yet have arrived.</summary>
    Sent,

    /// <summary>The money is wanted from elsewhere and has not arrived here.</summary>
    Asked,

    /// <summary>Whoever asked has it in mind: only the other end may still remember it.</summary>
    Final,
}

/// <summary>A movement that is not known to be final, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.open-move")]
internal sealed class OpenMove
{
    /// <summary>The movement.</summary>
    [Id(0)]
    public required MoveOrder Order { get; init; }

    /// <summary>How far it is.</summary>
    [Id(1)]
    public MoveStage Stage { get; set; }
}

/// <summary>Halves of movements with one subject that arrived here, as they are stored.</summary>
[GenerateSerializer, Alias("flashsale.row.movement-halves")]
internal sealed class HalvesState
{
    /// <summary>Which of the subject's movements.</summary>
    [Id(0)]
    public List<int> What { get; set; } = [];
}
