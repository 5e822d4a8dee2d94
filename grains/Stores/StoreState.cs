namespace FlashSale.Grains;

/// <summary>A store, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.store")]
internal sealed class StoreState
{
    /// <summary>What it is and how it stands.</summary>
    [Id(0)]
    public Store Store { get; set; }

    /// <summary>Its name.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>What it gives to all its buyers.</summary>
    [Id(2)]
    public Coupon Coupon { get; set; }

    /// <summary>How often what its listings must know has changed.</summary>
    [Id(3)]
    public long TermsVersion { get; set; } = 1;

    /// <summary>A transfer that is under way; null if none is.</summary>
    [Id(4)]
    public Transfer? Pending { get; set; }

    /// <summary>First answers that nothing else tells (rule ORD-4).</summary>
    [Id(10)]
    public FirstAnswerRow[]? Answers { get; set; }

    /// <summary>Acts by the names that clients gave them (rule ORD-4).</summary>
    [Id(11)]
    public KeyedRequest[] Requests { get; set; } = [];

    /// <summary>Whether it is among its seller's stores; false in rows of before.</summary>
    [Id(12)]
    public bool IsWithSeller { get; set; }

    /// <summary>Who signed the transfer that is under way; null if nobody did.</summary>
    [Id(13)]
    public Signature? PendingBy { get; set; }

    /// <summary>Whether it may be that a listing does not know of the latest change.</summary>
    [Id(14)]
    public bool HasToTell { get; set; }

    /// <summary>Its certificate, and its application for one.</summary>
    [Id(15)]
    public Certification Certification { get; set; }

    /// <summary>The last act of the seller's file that was carried out; 0 if none was.</summary>
    [Id(20)]
    public long LastAct { get; set; }

    /// <summary>What it moved, in fen.</summary>
    [Id(21)]
    public long LastActFen { get; set; }

    /// <summary>The act whose money is under way; null if none is.</summary>
    [Id(22)]
    public CaseAct? PendingAct { get; set; }

    /// <summary>How it stood before the measure that is upon it; 0 if none is.</summary>
    [Id(23)]
    public (byte Status, byte Cause) Before { get; set; }

    /// <summary>What its listings have to know.</summary>
    public StoreTerms Terms => new(TermsVersion, Store.CanSell, Store.Market, Coupon, Store.Owner);

    /// <summary>The store that an application opens, before its first payment.</summary>
    public static StoreState Of(StoreApplication application, DateTimeOffset now, PolicyTimeline policies)
    {
        var policy = policies.At(now);
        var store = StoreProcess.Begin(application, policy.Stores);
        var certification = CertificationProcess.Begin(now, policy.Certification);
        store.Certify(certification, now, policies);
        var answers = default(FirstAnswerRow[]?);
        return new StoreState
        {
            Name = application.Name,
            Store = store,
            Certification = certification,
            Pending = StoreProcess.FirstPayment(application),
            Answers = StoreProcess.Remember(application, store) is { } opening
                ? answers.With(opening)
                : answers,
        };
    }

    /// <summary>Takes a step in the store's life; a repeat is answered as the first and takes none.</summary>
    public StoreResult Take(StoreStep step, DateTimeOffset now, out bool isTaken)
    {
        var (store, latest) = (Store, Answers.Find(new Act(ActKind.StoreStep)));
        var result = StoreProcess.Take(
            ref store, step, latest, Certification.IsMissingAt(now), out var taken);
        isTaken = taken is not null;
        (Store, Answers) = (store, taken is { } answer ? Answers.With(answer) : Answers);
        return result;
    }

    /// <summary>
    /// Puts a measure upon the store, or ends it, if it is the latest act; whether it is one of that kind.
    /// </summary>
    public bool Hold(CaseAct act)
    {
        if (act.Movement is not null || act.Number <= LastAct)
        {
            return act.Movement is null && act.Number == LastAct;
        }

        var store = Store;
        var before = store.Hold(
            act.Measure, new StoreStanding((StoreStatus)Before.Status, (SuspensionCause)Before.Cause));
        (Store, Before) = (store, ((byte)before.Status, (byte)before.Cause));
        Note(act, Money.Zero);
        return true;
    }

    /// <summary>Begins to move the money of an act; false if there is none to move.</summary>
    public bool Begin(CaseAct act, Money there)
    {
        var amount = act.AmountOf(there);
        if (amount.IsPositive)
        {
            (Pending, PendingAct) = (act.ToTransfer(Store.Owner, amount), act);
        }

        return amount.IsPositive;
    }

    /// <summary>Notes that an act was carried out.</summary>
    public void Note(CaseAct act, Money moved) =>
        (LastAct, LastActFen, PendingAct) = (act.Number, moved.Fen, null);

    /// <summary>Follows the money of the pending transfer, which has moved.</summary>
    public void Complete(Transfer transfer, DateTimeOffset now)
    {
        var store = Store;
        store.Complete(transfer, PendingAct?.At ?? now);
        (Store, Pending) = (store, null);
        if (PendingAct is { } act)
        {
            Note(act, transfer.Amount);
        }
    }

    /// <summary>When time does something to the store; null if it does not.</summary>
    public DateTimeOffset? DueAt(PolicyTimeline policies)
    {
        var (check, certificate) =
            (Store.CheckAt(policies), CertificationProcess.DueAt(Store, Certification));
        return check < certificate || certificate is null ? check : certificate;
    }

    /// <summary>Lets happen what time has brought, in its order.</summary>
    /// <returns>Whether the store may not sell any more for it.</returns>
    public bool FallDue(DateTimeOffset now, PolicyTimeline policies)
    {
        var store = Store;
        var isCheck = store.CheckAt(policies) is { } at && at == DueAt(policies);
        var hasFallen = isCheck
            ? store.Check(now, policies)
            : store.Certify(Certification, now, policies);
        Store = store;
        return hasFallen;
    }

    /// <summary>Whether the store may sell follows its certificate (rule IDN-3).</summary>
    public void Certify(DateTimeOffset now, PolicyTimeline policies)
    {
        var store = Store;
        store.Certify(Certification, now, policies);
        Store = store;
    }
}

/// <summary>Says that a listing wants to know of changes, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.store-listing")]
internal sealed record StoreListing;

/// <summary>Who has a name, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.store-name")]
internal sealed record StoreNameState([property: Id(0)] StoreId Holder);
