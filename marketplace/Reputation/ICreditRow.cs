namespace FlashSale.Marketplace;

/// <summary>A row of the credit ledger's tables; a row of zeros is an empty slot.</summary>
internal interface ICreditRow
{
    /// <summary>Whether this is an empty slot.</summary>
    bool IsEmpty { get; }

    /// <summary>Whom the row is about.</summary>
    ulong Key { get; }

    /// <summary>Whether the row can no longer hold a verdict back.</summary>
    bool IsOver(in CreditMoment now);
}
