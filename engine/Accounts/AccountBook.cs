using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// The accounts of the payment guarantor, and every movement between them (rules ESC-1 to ESC-6).
/// </summary>
internal sealed class AccountBook(MarketSize size) : IBook
{
    private const int SingleAccounts = 16;

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
        if (!movement.From.MayOverdraw && Balance(movement.From) < movement.Amount)
        {
            return MoveResult.InsufficientFunds; // before any table grows
        }

        Reach(movement.From);
        Reach(movement.To);
        var result = Account.Move(movement, ref Of(movement.From), ref Of(movement.To));
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
            if (!plan[at].From.MayOverdraw && Balance(plan[at].From) < plan.NeededFor(at))
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
        switch (kind)
        {
            case AccountKind.Buyer:
                for (var at = 0; at < _buyers.Count; at++)
                {
                    sum += _buyers[at].Balance;
                }

                break;
            case AccountKind.Store or AccountKind.StoreFrozen or AccountKind.StoreDeposit:
                for (var at = 0; at < _stores.Count; at++)
                {
                    sum += Of(new AccountId(kind, at)).Balance;
                }

                break;
            case AccountKind.Bank:
                for (var channel = 0; channel <= (int)PaymentChannel.Credit; channel++)
                {
                    sum += Of(new AccountId(kind, channel)).Balance;
                }

                break;
            default:
                sum = Of(new AccountId(kind)).Balance;
                break;
        }

        return sum;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("acct");
        _buyers.Save(writer);
        _stores.Save(writer);
        writer.WriteRows<Account>(_single);
        writer.WriteRows<MovementTotal>(_totals);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("acct");
        _buyers.Load(reader);
        _stores.Load(reader);
        reader.ReadRows<Account>(_single);
        reader.ReadRows<MovementTotal>(_totals);
    }

    private bool IsKept(AccountId id) => id.Owner >= 0 && id.Kind switch
    {
        AccountKind.Buyer => id.Owner < _buyers.Count,
        AccountKind.Store or AccountKind.StoreFrozen or AccountKind.StoreDeposit => id.Owner < _stores.Count,
        AccountKind.Bank => id.Owner <= (int)PaymentChannel.Credit,
        AccountKind.Escrow or AccountKind.Platform or AccountKind.Lender => true,
        _ => false,
    };

    private void Reach(AccountId id)
    {
        switch (id.Kind)
        {
            case AccountKind.Buyer:
                _buyers.Reach(id.Owner);
                break;
            case AccountKind.Store or AccountKind.StoreFrozen or AccountKind.StoreDeposit:
                _stores.Reach(id.Owner);
                break;
            default:
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Account Of(AccountId id)
    {
        switch (id.Kind)
        {
            case AccountKind.Buyer:
                return ref _buyers[id.Owner];
            case AccountKind.Store:
                return ref _stores[id.Owner].Earned;
            case AccountKind.StoreFrozen:
                return ref _stores[id.Owner].Frozen;
            case AccountKind.StoreDeposit:
                return ref _stores[id.Owner].Deposit;
            case AccountKind.Bank:
                return ref _single[id.Owner]; // 0 to the last channel
            default:
                return ref _single[(int)id.Kind + 6]; // behind the banks
        }
    }

    private struct StoreAccounts
    {
        public Account Earned;
        public Account Frozen;
        public Account Deposit;
    }
}
