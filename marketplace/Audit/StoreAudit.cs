namespace FlashSale.Marketplace;

/// <summary>
/// Compares what stores say of their security deposit with the accounts in which it lies (rule STO-3).
/// </summary>
public sealed class StoreAudit
{
    private readonly AuditFindings _findings = new("deposits-agree", "STO-3");
    private Money _sum;

    /// <summary>Adds a store.</summary>
    public void Add(StoreId id, in Store store, Func<AccountId, Money> balance)
    {
        ArgumentNullException.ThrowIfNull(balance);
        var (held, paid) = (balance(new AccountId(AccountKind.StoreDeposit, id.Value)), store.SecurityPaid);
        _sum += held;
        _findings.Expect(held == paid, $"{id}: {held} in escrow, {paid} in the store's row");
    }

    /// <summary>What was found.</summary>
    public AuditCheck Close() => _findings.Close($"{_sum} of deposits");
}
