namespace FlashSale.Marketplace;

/// <summary>A store: its market, its status and its security deposit.</summary>
/// <remarks>
/// Rules STO-1, STO-3. The deposit's money lies in escrow; an audit compares it with <see
/// cref="SecurityPaid"/>. 32 bytes without padding, for dense tables; a row of zeros is no store.
/// </remarks>
public struct Store
{
    private long _shortSinceMs; // Unix time; 0 if the store is not below its deposit

    /// <summary>The deposit that the store owes (rule STO-3).</summary>
    public Money SecurityRequired { readonly get; private set; }

    /// <summary>What of it lies in escrow.</summary>
    public Money SecurityPaid { readonly get; private set; }

    /// <summary>The person behind the store (rule IDN-4).</summary>
    public SellerId Owner { readonly get; private set; }

    /// <summary>Its market.</summary>
    public MarketKind Market { readonly get; private set; }

    /// <summary>How much deposit a brand store owes; a consumer store has it too, without effect.</summary>
    public DepositTier Tier { readonly get; private set; }

    /// <summary>Its status.</summary>
    public StoreStatus Status { readonly get; private set; }

    /// <summary>Why it is suspended, or by which penalty it is hidden or closed; 0 if none of it.</summary>
    public SuspensionCause SuspendedFor { readonly get; private set; }

    /// <summary>Whether buyers can order there.</summary>
    public readonly bool CanSell => Status == StoreStatus.Open;

    /// <summary>What is missing of the deposit; never negative.</summary>
    public readonly Money SecurityMissing =>
        SecurityPaid < SecurityRequired ? SecurityRequired - SecurityPaid : Money.Zero;

    /// <summary>Since when a store that had paid its deposit is below it; null if it is not.</summary>
    public readonly DateTimeOffset? ShortSince =>
        _shortSinceMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(_shortSinceMs);

    /// <summary>All that the store keeps; <see cref="Of"/> builds it again.</summary>
    public readonly StoreFacts Facts => new(
        Owner, Market, Tier, Status, SuspendedFor, SecurityRequired, SecurityPaid, ShortSince);

    /// <summary>Builds a store again from its <see cref="Facts"/>.</summary>
    /// <exception cref="ArgumentException">No history of a store leads to these.</exception>
    public static Store Of(in StoreFacts facts) => facts.Problem() is { } problem
        ? throw new ArgumentException($"These are no facts of a store: {problem}.", nameof(facts))
        : new Store
        {
            Owner = facts.Owner,
            Market = facts.Market,
            Tier = facts.Tier,
            Status = facts.Status,
            SuspendedFor = facts.SuspendedFor,
            SecurityRequired = facts.SecurityRequired,
            SecurityPaid = facts.SecurityPaid,
            _shortSinceMs = facts.ShortSince?.ToUnixTimeMilliseconds() ?? 0,
        };

    /// <summary>A store that has applied: it opens when it has paid its deposit.</summary>
    public static Store Apply(SellerId owner, MarketKind market, DepositTier tier, StorePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new Store
        {
            Owner = owner,
            Market = market,
            Tier = tier,
            Status = StoreStatus.Applying,
            SecurityRequired = policy.SecurityOf(market, tier),
        };
    }

    /// <summary>Takes a step of the store's life that the platform or the seller decides.</summary>
    public StoreResult Take(StoreStep step)
    {
        if (StoreLifecycle.After(Status, step) is not { } next)
        {
            return StoreResult.WrongStatus;
        }

        if (step == StoreStep.Show && SuspendedFor == SuspensionCause.Penalty)
        {
            return StoreResult.WrongStatus; // it is not its owner who hides it
        }

        if (step is StoreStep.Open or StoreStep.Reinstate && SecurityMissing.IsPositive)
        {
            return StoreResult.DepositShort;
        }

        Status = next;
        SuspendedFor = next == StoreStatus.Suspended ? SuspensionCause.Platform : default;
        return StoreResult.Done;
    }

    /// <summary>Adds to the deposit; a store suspended for it sells again as soon as it is whole.</summary>
    public StoreResult PaySecurity(Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Fen);
        if (Status is StoreStatus.Closed or 0)
        {
            return StoreResult.WrongStatus;
        }

        SecurityPaid += amount;
        if (!SecurityMissing.IsPositive)
        {
            _shortSinceMs = 0;
            if (SuspendedFor == SuspensionCause.Deposit)
            {
                (Status, SuspendedFor) = (StoreStatus.Open, default);
            }
        }

        return StoreResult.Done;
    }

    /// <summary>Takes a fee or a compensation from the deposit, at most what is there.</summary>
    /// <returns>What was taken.</returns>
    public Money TakeFromSecurity(Money amount, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Fen);
        var taken = Money.Min(amount, SecurityPaid);
        SecurityPaid -= taken;
        if (_shortSinceMs == 0 && Status is not (StoreStatus.Applying or StoreStatus.Closed or 0)
            && SecurityMissing.IsPositive)
        {
            _shortSinceMs = now.ToUnixTimeMilliseconds();
        }

        return taken;
    }

    /// <summary>Suspends a store that was below its deposit for longer than it may (rule STO-3).</summary>
    /// <returns>Whether it was suspended now.</returns>
    public bool Check(DateTimeOffset now, PolicyTimeline policies)
    {
        if (CheckAt(policies) is not { } at || now < at)
        {
            return false;
        }

        (Status, SuspendedFor) = (StoreStatus.Suspended, SuspensionCause.Deposit);
        return true;
    }

    /// <summary>When a store that is below its deposit is to be checked; null if it is not.</summary>
    public readonly DateTimeOffset? CheckAt(PolicyTimeline policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return ShortSince is { } since && Status is StoreStatus.Open or StoreStatus.Hidden
            && SuspendedFor == default
            ? (since + policies.PromisesAt(since).TopUpWithin).AddMilliseconds(1)
            : null;
    }

    /// <summary>Puts a measure upon the store, in the place of the one before, or ends it.</summary>
    /// <param name="measure">The measure (rules TRU-5, TRU-6).</param>
    /// <param name="before">What this gave back for the measure before; the default if none.</param>
    /// <returns>How the store stood before the measure; the default if none is upon it.</returns>
    public StoreStanding Hold(StoreMeasure measure, StoreStanding before)
    {
        var isHeld = SuspendedFor == SuspensionCause.Penalty;
        var standing = isHeld ? before : new StoreStanding(Status, SuspendedFor);
        if (measure == StoreMeasure.None ? !isHeld : !isHeld && !standing.MayCome(measure))
        {
            return default;
        }

        (Status, SuspendedFor) = measure == StoreMeasure.None
            ? standing.Again(SecurityMissing.IsPositive, isShort: _shortSinceMs != 0)
            : StoreStanding.Under(measure);
        return measure == StoreMeasure.None ? default : standing;
    }

    /// <summary>Keeps a store that should have a certificate from selling, or lets it (rule IDN-3).</summary>
    /// <returns>Whether it was taken or given back now.</returns>
    public bool Certify(in Certification certification, DateTimeOffset now, PolicyTimeline policies)
    {
        var isMissing = certification.IsMissingAt(now);
        if (isMissing && SuspendedFor == default && Status is StoreStatus.Open or StoreStatus.Hidden)
        {
            (Status, SuspendedFor) = (StoreStatus.Suspended, SuspensionCause.Certificate);
            return true;
        }

        if (isMissing || SuspendedFor != SuspensionCause.Certificate)
        {
            return false;
        }

        (Status, SuspendedFor) = (StoreStatus.Open, default);
        Check(now, policies); // its time for the deposit may be over
        return true;
    }

    /// <summary>Gives a closed store its deposit back.</summary>
    /// <returns>What the owner gets; nothing if the store is not closed or has got it.</returns>
    public Money ReturnSecurity()
    {
        if (Status != StoreStatus.Closed)
        {
            return Money.Zero;
        }

        var returned = SecurityPaid;
        (SecurityPaid, _shortSinceMs) = (Money.Zero, 0);
        return returned;
    }

    /// <summary>Why its status or market does not allow a transfer of its money; null if they do.</summary>
    public readonly TransferResult? Refuse(in Transfer transfer)
    {
        var isRefused = MovementTable.Of(transfer.Kind).Security switch
        {
            SecurityEffect.Paid => Status is StoreStatus.Closed or 0,
            SecurityEffect.Returned => Status != StoreStatus.Closed || SecurityPaid != transfer.Amount,
            _ => transfer.Kind is MovementKind.AnnualFee or MovementKind.AnnualFeeReturned
                && Market != MarketKind.Brand, // rule STO-5
        };
        return isRefused ? TransferResult.WrongStatus : null;
    }

    /// <summary>Follows the money of a transfer that has moved: deposit, and with it status.</summary>
    public void Complete(in Transfer transfer, DateTimeOffset now)
    {
        switch (MovementTable.Of(transfer.Kind).Security)
        {
            case SecurityEffect.Paid:
                PaySecurity(transfer.Amount);
                if (Status == StoreStatus.Applying)
                {
                    Take(StoreStep.Open); // stays applying while it owes more
                }

                break;
            case SecurityEffect.Taken:
                TakeFromSecurity(transfer.Amount, now);
                break;
            case SecurityEffect.Returned:
                ReturnSecurity();
                break;
            default:
                break;
        }
    }
}

/// <summary>All that a store keeps, laid open for hosts that store them one by one.</summary>
/// <remarks>Rules STO-1, STO-3. The default is no store.</remarks>
/// <param name="Owner">The person behind the store.</param>
/// <param name="Market">Its market.</param>
/// <param name="Tier">How much deposit a brand store owes.</param>
/// <param name="Status">Its status.</param>
/// <param name="SuspendedFor">Why it is suspended; 0 if it is not.</param>
/// <param name="SecurityRequired">The deposit that the store owes.</param>
/// <param name="SecurityPaid">What of it lies in escrow.</param>
/// <param name="ShortSince">Since when it is below its deposit; null if it is not.</param>
public readonly record struct StoreFacts(
    SellerId Owner,
    MarketKind Market,
    DepositTier Tier,
    StoreStatus Status,
    SuspensionCause SuspendedFor,
    Money SecurityRequired,
    Money SecurityPaid,
    DateTimeOffset? ShortSince)
{
    /// <summary>The first thing that no history of a store leads to, in words, or null.</summary>
    internal string? Problem() => this switch
    {
        _ when this == default => null,
        { Owner.Value: < 0 } => "owner: 0 or more",
        { Market: not (MarketKind.Consumer or MarketKind.Brand) } => "market: no such market",
        { Tier: < DepositTier.Low or > DepositTier.High } => "tier: no such tier",
        { Status: < StoreStatus.Applying or > StoreStatus.Closed } => "status: no such status",
        { SuspendedFor: > SuspensionCause.Certificate } => "suspended for: no such cause",
        _ when !IsCauseOf(Status) => "suspended for: a cause if it is suspended, else none or a penalty",
        _ when SecurityRequired.IsNegative || SecurityPaid.IsNegative => "deposit: not negative",
        { ShortSince: not null } when SecurityPaid >= SecurityRequired =>
            "short since: only below the deposit",
        _ => null,
    };

    // A penalty hides or closes as well.
    private bool IsCauseOf(StoreStatus status) => status switch
    {
        StoreStatus.Suspended => SuspendedFor != default,
        StoreStatus.Hidden or StoreStatus.Closed => SuspendedFor is 0 or SuspensionCause.Penalty,
        _ => SuspendedFor == default,
    };
}
