namespace FlashSale.Grains;

/// <summary>
/// Counts everything again from the orders up and compares it with what accounts, listings and reputation
/// keep. It trusts no total, and reads the rows themselves.
/// </summary>
internal sealed class ClusterAudit(GrainRoom room)
{
    /// <summary>Runs the checks; while the market goes on only those that hold at any moment.</summary>
    public async Task<AuditReport> Run(bool isConsistent)
    {
        var orders = new OrderCount();
        await foreach (var (key, row) in RowPages.All<CheckoutRow>(room, RowKind.Checkout))
        {
            orders.Add(key, row, isEnded: false);
        }

        await foreach (var (key, row) in RowPages.All<CheckoutRow>(room, RowKind.EndedCheckout))
        {
            orders.Add(key, row, isEnded: true);
        }

        List<AuditCheck> checks = [.. orders.Orders.Checks()];
        if (!isConsistent)
        {
            return new AuditReport(checks);
        }

        checks.AddRange(await new StockCount(room, orders).Run());
        checks.AddRange(await new AccountCount(room, orders).Run());
        checks.AddRange(await new VerdictCount(room, orders).Run());
        foreach (var table in RowTable.All)
        {
            if (table.Audit is { } audit)
            {
                checks.Add(await audit(room));
            }
        }

        return new AuditReport(checks);
    }

    /// <summary>What all owners' stripes of one of the market's own accounts hold together.</summary>
    public async Task<Money> SumOf(AccountKind kind, int channel)
    {
        var sum = Money.Zero;
        await foreach (var (_, account) in RowPages.All<AccountState>(room, RowKind.Account))
        {
            sum += account[new AccountId(kind, channel)];
        }

        return sum;
    }
}
