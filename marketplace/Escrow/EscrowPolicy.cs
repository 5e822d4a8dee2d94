namespace FlashSale.Marketplace;

/// <summary>The numbers of the payment guarantor (rules ESC-1 to ESC-6).</summary>
public sealed record EscrowPolicy
{
    /// <summary>ESC-4: so many open counterfeit complaints freeze what a seller was paid (assumed).</summary>
    public int FreezeAtComplaints { get; init; } = 3;

    internal void Check(PolicyCheck check) => check.Between(FreezeAtComplaints, 1, 1_000_000);
}
