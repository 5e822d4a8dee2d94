namespace FlashSale.Marketplace;

/// <summary>What became of a transfer.</summary>
public enum TransferResult : byte
{
    /// <summary>The money is moved; or was, by the same request.</summary>
    Moved = 1,

    /// <summary>The account it should come from has too little.</summary>
    InsufficientFunds,

    /// <summary>The id was used for another transfer.</summary>
    IdReused,

    /// <summary>
    /// The kind is none that can be asked for, the id is negative, or the amount is none.
    /// </summary>
    BadTransfer,

    /// <summary>The store's status does not allow it, or its market has no such fee.</summary>
    WrongStatus,

    /// <summary>No such buyer or store.</summary>
    UnknownAccount,
}

/// <summary>
/// A movement of money that is no part of an order: top-ups, deposits, fees, freezes, loans (rule ESC-6).
/// </summary>
/// <param name="Id">Chosen by the client, never used for anything else; at least 0.</param>
/// <param name="Kind">Why money moves; none of the kinds that orders use.</param>
/// <param name="Store">The store; ignored by <see cref="MovementKind.BuyerTopUp"/>.</param>
/// <param name="Buyer">The buyer; used by top-ups and compensations only.</param>
/// <param name="Amount">How much; above zero, at most <see cref="Limits.AmountYuanMax"/> yuan.</param>
public readonly record struct Transfer(long Id, MovementKind Kind, StoreId Store, BuyerId Buyer, Money Amount)
{
    /// <summary>Whether a store takes part.</summary>
    public bool HasStore => MovementTable.Find(Kind)?.Touches(AccountOwner.Store) ?? false;

    /// <summary>Whether a buyer takes part.</summary>
    public bool HasBuyer => MovementTable.Find(Kind)?.Touches(AccountOwner.Buyer) ?? false;

    /// <summary>Whether a client can ask for it, be it as a client that may (rule ESC-6).</summary>
    public bool IsSound => Id >= 0 && MovementTable.Find(Kind) is { IsOfOrder: false }
        && Amount.IsPositive && Amount <= Money.FromYuan(Limits.AmountYuanMax);

    /// <summary>A hash of all that is asked for under the id (rule ORD-4).</summary>
    public ulong Fingerprint => default(Fingerprint).With((int)Kind)
        .With(HasStore ? Store.Value : 0)
        .With(HasBuyer ? Buyer.Value : 0)
        .With(Amount.Fen).Value;

    /// <summary>
    /// What of a fingerprint tells a repeat from another transfer: 30 bits, for which an engine has room, so
    /// that all hosts answer alike.
    /// </summary>
    public static int MarkOf(ulong fingerprint) => (int)(fingerprint >> 34);

    /// <summary>The movement; of the kinds that orders use there is none here.</summary>
    public Movement ToMovement()
    {
        var rule = MovementTable.Of(Kind);
        return new Movement(Kind, End(rule.From!.Value), End(rule.To!.Value), Amount);
    }

    private AccountId End(AccountKind kind) => AccountTable.OwnerOf(kind) switch
    {
        AccountOwner.Buyer => new AccountId(kind, Buyer.Value),
        AccountOwner.Store => new AccountId(kind, Store.Value),
        _ => new AccountId(kind),
    };
}
