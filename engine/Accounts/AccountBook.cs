using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// The accounts of the payment guarantor, and every movement between them (rules ESC-1 to ESC-6).
/// </summary>
internal sealed class AccountBook(MarketSize size) : IBook
{
    private const int SingleAccounts = 16;
    private const int AccountsOfStore = 3;

    // Kinds came in four steps: a state without movements of the later ones is as it was before them.
    private static readonly string[] Marks = ["acct", "acc2", "acc3", "acc4"];

    private static ReadOnlySpan<byte> KindsOf =>
    [
        (byte)MovementKind.DepositForfeited + 1, (byte)MovementKind.FrozenPaidOut + 1,
        (byte)MovementKind.Promotion + 1, Movement.KindMax + 1,
    ];

    // By the number of a kind: where it lies among its owner's accounts, or among the single ones. It is
    // kept in snapshots.
    private static ReadOnlySpan<byte> Places =>
    [
        0, // no kind
        0, // Bank: one place for each channel
        8, // Escrow
        0, // Buyer
        0, // Store
        1, // StoreFrozen
        2, // StoreDeposit
        13, // Platform
        14, // Lender
    ];

    private readonly Table<Account> _buyers = new(size.BuyersMax);
    private readonly Table<StoreAccounts> _stores = new(size.StoresMax);
    private readonly Account[] _single = new Account[SingleAccounts];
    private readonly MovementTotal[] _totals = new MovementTotal[Movement.KindMax + 1];

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("accounts", _buyers.Bytes + _stores.Bytes)];

    /// <summary>Buyers that have an account.</summary>
    public int Buyers => _buyers.Count;

    /// <summary>How many movements of a kind there were, and how much they moved.</summary>
    public MovementTotal Total(MovementKind kind) => _totals[(int)kind];

    /// <summary>What an account holds; zero if nothing ever moved there, or if it cannot be.</summary>
    public Money Balance(AccountId id) => IsKept(id) ? Of(id).Balance : Money.Zero;

    /// <summary>
    /// Carries a movement out, or changes nothing. The accounts' owners exist, or come to exist here.
    /// </summary>
    public MoveResult Move(in Movement movement)
    {
        if (!Covers(movement.From, movement.Amount))
        {
            return MoveResult.InsufficientFunds; // before any table grows
        }

        var result = Account.Move(movement, ref Reached(movement.From), ref Reached(movement.To));
        if (result == MoveResult.Moved)
        {
            ref var total = ref _totals[(int)movement.Kind];
            total = new MovementTotal(total.Count + 1, total.Amount + movement.Amount);
        }

        return result;
    }

    /// <summary>Carries out a movement that cannot fail unless the code is broken.</summary>
    public void MustMove(in Movement movement)
    {
        if (movement.Amount == Money.Zero)
        {
            return;
        }

        var result = Move(movement);
        Invariant.Holds(result == MoveResult.Moved, "money that is held can be moved");
    }

    /// <summary>Carries out a plan that cannot fail unless the code is broken.</summary>
    public void MustMove(in MovementPlan plan)
    {
        for (var at = 0; at < plan.Count; at++)
        {
            MustMove(plan[at]);
        }
    }

    /// <summary>Carries out all movements of a plan, or none if an account holds too little.</summary>
    public MoveResult Move(in MovementPlan plan)
    {
        for (var at = 0; at < plan.Count; at++)
        {
            if (!Covers(plan[at].From, plan.NeededFor(at)))
            {
                return MoveResult.InsufficientFunds;
            }
        }

        MustMove(plan);
        return MoveResult.Moved;
    }

    /// <summary>The sum over all accounts of a kind.</summary>
    public Money Sum(AccountKind kind)
    {
        var sum = Money.Zero;
        for (var owner = 0; owner < OwnersOf(kind); owner++)
        {
            sum += Of(new AccountId(kind, owner)).Balance;
        }

        return sum;
    }

    public void Save(StateWriter writer)
    {
        var step = 0;
        while (_totals.AsSpan(KindsOf[step]).ContainsAnyExcept(default(MovementTotal)))
        {
            step++;
        }

        writer.WriteMark(Marks[step]);
        _buyers.Save(writer);
        _stores.Save(writer);
        writer.WriteRows<Account>(_single);
        writer.WriteRows<MovementTotal>(_totals.AsSpan(0, KindsOf[step]));
    }

    public void Load(StateReader reader)
    {
        var step = reader.ReadMark(Marks);
        _buyers.Load(reader);
        _stores.Load(reader);
        reader.ReadRows<Account>(_single);
        reader.ReadRows<MovementTotal>(_totals.AsSpan(0, KindsOf[step]));
    }

    /// <summary>How many accounts of a kind there are: one for each number from 0.</summary>
    public int OwnersOf(AccountKind kind) => AccountTable.OwnerOf(kind) switch
    {
        AccountOwner.Buyer => _buyers.Count,
        AccountOwner.Store => _stores.Count,
        AccountOwner.Channel => (int)PaymentChannel.Credit + 1,
        AccountOwner.Market => 1,
        _ => 0,
    };

    private bool Covers(AccountId id, Money needed) =>
        id.MayOverdraw || Account.Of(Balance(id)).Covers(id, needed); // most payments come from a bank

    private bool IsKept(AccountId id) => id.Owner >= 0
        && (id.Owner < OwnersOf(id.Kind) || AccountTable.OwnerOf(id.Kind) == AccountOwner.Market);

    // The owner comes to exist, if this is its first movement; rows stay where they are as tables grow.
    private ref Account Reached(AccountId id)
    {
        switch (AccountTable.OwnerOf(id.Kind))
        {
            case AccountOwner.Buyer:
                _buyers.Reach(id.Owner);
                break;
            case AccountOwner.Store:
                _stores.Reach(id.Owner);
                break;
            default:
                break;
        }

        return ref Of(id);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Account Of(AccountId id)
    {
        switch (AccountTable.OwnerOf(id.Kind))
        {
            case AccountOwner.Buyer:
                return ref _buyers[id.Owner];
            case AccountOwner.Store:
                return ref _stores[id.Owner][Places[(int)id.Kind]];
            case AccountOwner.Channel:
                return ref _single[Places[(int)id.Kind] + id.Owner];
            default:
                return ref _single[Places[(int)id.Kind]];
        }
    }

    [InlineArray(AccountsOfStore)]
    private struct StoreAccounts
    {
        private Account _first;
    }
}
