namespace FlashSale.Grains;

/// <summary>Compares what accounts keep with what orders say (rules ESC-1 to ESC-3, STO-3).</summary>
internal sealed class AccountCount(GrainRoom room, OrderCount orders)
{
    private readonly Dictionary<MovementKind, Money> _moved = [];
    private readonly Dictionary<long, AccountState> _stores = [];
    private readonly AuditFindings _overdrawn = new("no-account-overdrawn", "ESC-2");
    private readonly AuditFindings _finished = new("movements-have-both-halves", "ESC-2");
    private readonly Dictionary<AccountId, Money> _sums = []; // over all owners

    /// <summary>Runs the checks.</summary>
    public async Task<IReadOnlyList<AuditCheck>> Run()
    {
        await foreach (var (key, account) in RowPages.All<AccountState>(room, RowKind.Account))
        {
            Add(key.Owner, account);
        }

        return
        [
            orders.Orders.Sums.EscrowEqualsOrders(SumOf(AccountKind.Escrow), Moved),
            orders.Orders.Payers.Close(
                channel => _sums.GetValueOrDefault(new AccountId(AccountKind.Bank, (int)channel)),
                SumOf(AccountKind.Buyer), Moved),
            OrderMoney.MoneyIsConserved(SumOf),
            _overdrawn.Close("no account but the bank's and the lender's is below zero"),
            _finished.Close("no movement has only left or only arrived"),
            await StoresAgree(),
        ];
    }

    private void Add(long owner, AccountState account)
    {
        foreach (var kind in Enum.GetValues<AccountKind>())
        {
            var channels = kind == AccountKind.Bank ? (int)PaymentChannel.Credit : 0;
            for (var channel = 0; channel <= channels; channel++)
            {
                var id = new AccountId(kind, channel);
                var balance = account[id];
                _sums[id] = _sums.GetValueOrDefault(id) + balance;
                _overdrawn.Expect(
                    !balance.IsNegative || id.MayOverdraw, $"{kind} of owner {owner} holds {balance}");
            }
        }

        if (OwnerKey.IsStore(owner))
        {
            _stores[owner] = account;
        }
        else
        {
            AddPayer(OwnerKey.BuyerOf(owner), account);
        }

        foreach (var (kind, sum) in account.Totals)
        {
            _moved[kind] = Moved(kind) + Money.FromFen(sum.Fen);
        }

        foreach (var open in account.Open)
        {
            _finished.Expect(
                open.Stage is MoveStage.Done or MoveStage.Final,
                $"{open.Order.Id} of owner {owner}: {open.Stage}");
        }
    }

    /// <summary>A buyer's balance, and what each channel has brought for the buyer.</summary>
    private void AddPayer(BuyerId buyer, AccountState account)
    {
        foreach (var channel in PayerMoney.OfBanks)
        {
            var bank = account[new AccountId(AccountKind.Bank, (int)channel)];
            orders.Orders.Payers.Compare(buyer, channel, bank, orders.LeftOf(buyer, channel));
        }

        var balance = account[new AccountId(AccountKind.Buyer)];
        var toppedUp = Money.FromFen(account.Totals.GetValueOrDefault(MovementKind.BuyerTopUp).Fen);
        orders.Orders.Payers.CompareBalance(
            buyer, balance, toppedUp, orders.LeftOf(buyer, PaymentChannel.Balance));
    }

    private Money SumOf(AccountKind kind) => _sums.Where(sum => sum.Key.Kind == kind)
        .Aggregate(Money.Zero, (all, sum) => all + sum.Value);

    private Money Moved(MovementKind kind) => _moved.GetValueOrDefault(kind);

    private async Task<AuditCheck> StoresAgree()
    {
        var audit = new StoreAudit();
        await foreach (var (key, store) in RowPages.All<StoreState>(room, RowKind.Store))
        {
            var id = new StoreId((int)key.Owner);
            var accounts = _stores.GetValueOrDefault(OwnerKey.Of(id)) ?? new AccountState();
            audit.Add(id, store.Store, account => accounts[account]);
        }

        return audit.Close();
    }
}
