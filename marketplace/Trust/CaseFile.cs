using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>
/// The platform's file on one seller: complaints, cases, and what follows for the seller's stores. Points,
/// strikes and flags are derived from the cases: what is overturned has never counted.
/// </summary>
/// <remarks>
/// Rules TRU-5 to TRU-8, IDN-4. <see cref="CaseProcess"/> decides; hosts keep the file and carry its acts out
/// one by one.
/// </remarks>
/// <param name="seller">The seller.</param>
public sealed class CaseFile(SellerId seller)
{
    /// <summary>Cases of one seller that may be under way at a time (assumed).</summary>
    public const int UnderWayMax = 24;

    /// <summary>Cases of one seller that are kept: the oldest closed one is forgotten (assumed).</summary>
    public const int CasesMax = 256;

    /// <summary>Complaints that are kept; the oldest without a case is forgotten (assumed).</summary>
    public const int ComplaintsMax = 256;

    private readonly List<Case> _cases = [];
    private readonly List<Complaint> _complaints = [];
    private readonly List<CaseAct> _acts = [];
    private readonly List<StoreHold> _holds = [];
    private int _lastCase;
    private long _lastAct;
    private long _syncedMs;

    /// <summary>Builds a file again from what was stored of it.</summary>
    public CaseFile(SellerId seller, CaseFileFacts facts)
        : this(seller)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _cases.AddRange(facts.Cases);
        _complaints.AddRange(facts.Complaints);
        _acts.AddRange(facts.Acts);
        _holds.AddRange(facts.Holds);
        (_lastCase, _lastAct, _syncedMs) = (facts.LastCase, facts.LastAct, facts.SyncedMs);
    }

    /// <summary>The seller.</summary>
    public SellerId Seller => seller;

    /// <summary>The cases, by their numbers.</summary>
    public IReadOnlyList<Case> Cases => _cases;

    /// <summary>Complaints that count, or that belong to a case which is not closed.</summary>
    public IReadOnlyList<Complaint> Complaints => _complaints;

    /// <summary>The act that is to be carried out next; null if there is none.</summary>
    public CaseAct? NextAct => _acts.Count > 0 ? _acts[0] : null;

    /// <summary>All that it keeps.</summary>
    public CaseFileFacts Facts =>
        new([.. _cases], [.. _complaints], [.. _acts], [.. _holds], _lastCase, _lastAct, _syncedMs);

    /// <summary>When time does something to it next; null if it waits for people.</summary>
    public DateTimeOffset? DueAt
    {
        get
        {
            var next = long.MaxValue;
            foreach (ref readonly var one in CollectionsMarshal.AsSpan(_cases))
            {
                next = one.Status == CaseStatus.Decided ? Math.Min(next, one.CloseMs) : next;
                next = one.Appeal == AppealStatus.Talking ? Math.Min(next, one.TalkUntilMs) : next;
                next = one.IsGuilty && one.UntilMs > _syncedMs ? Math.Min(next, one.UntilMs) : next;
            }

            return next == long.MaxValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(next);
        }
    }

    /// <summary>A case, to be changed where it is; only where <see cref="Has"/>.</summary>
    internal ref Case this[int number] => ref CollectionsMarshal.AsSpan(_cases)[IndexOf(number)];

    /// <summary>Whether there is such a case.</summary>
    public bool Has(int number) => IndexOf(number) >= 0;

    /// <summary>A case as it is now; null if there is none.</summary>
    public Case? Find(int number) => Has(number) ? this[number] : null;

    /// <summary>The number of the last case.</summary>
    public int LastCase => _lastCase;

    /// <summary>The store that a case is about; the first one if there is no such case.</summary>
    public StoreId StoreOf(int number) => Has(number) ? this[number].Store : default;

    /// <summary>An act is carried out, with so much money; it is forgotten.</summary>
    public void Done(in CaseAct act, Money moved)
    {
        Invariant.Holds(_acts.Count > 0 && _acts[0].Number == act.Number, "acts happen in their order");
        _acts.RemoveAt(0);
        if (act.Movement is { } kind && Has(act.Case))
        {
            ref var of = ref this[act.Case];
            of.Frozen += kind switch
            {
                MovementKind.Freeze => moved,
                MovementKind.Unfreeze or MovementKind.FrozenPaidOut => -act.Amount,
                _ => Money.Zero,
            };
        }
    }

    /// <summary>Opens a case; null if there is no room for one more.</summary>
    internal int? Open(CaseKind kind, StoreId store, ListingId listing, CaseSource source, long nowMs)
    {
        if (_cases.Count(one => one.Status != CaseStatus.Closed) >= UnderWayMax)
        {
            return null;
        }

        if (_cases.Count == CasesMax && !ForgetOldest())
        {
            return null;
        }

        _cases.Add(new Case
        {
            Number = ++_lastCase,
            Kind = kind,
            Store = store,
            Listing = listing,
            Source = source,
            Status = CaseStatus.Open,
            OpenedMs = nowMs,
        });
        return _lastCase;
    }

    /// <summary>The case about this that may take one more complaint; 0 if there is none.</summary>
    internal int FindJoined(in Complaint complaint)
    {
        var about = (complaint.Kind, complaint.Store, complaint.Listing);
        var at = _cases.FindLastIndex(one => one.Status != CaseStatus.Closed
            && one.Verdict != CaseVerdict.Cleared && (one.Kind, one.Store, one.Listing) == about);
        return at < 0 ? 0 : _cases[at].Number;
    }

    /// <summary>The case about this that is not decided; 0 if there is none.</summary>
    internal int FindOpen(CaseKind kind, StoreId store, ListingId listing)
    {
        var at = _cases.FindLastIndex(one => one.IsUndecided
            && (one.Kind, one.Store, one.Listing) == (kind, store, listing));
        return at < 0 ? 0 : _cases[at].Number;
    }

    /// <summary>Adds an act that is to be carried out.</summary>
    internal void Add(CaseAct act, DateTimeOffset at) =>
        _acts.Add(act with { Number = ++_lastAct, AtMs = at.ToUnixTimeMilliseconds() });

    /// <summary>Adds a complaint; those that count no more make room.</summary>
    internal void Add(in Complaint complaint, long countSinceMs)
    {
        _complaints.RemoveAll(one => one.Case == 0 && one.AtMs < countSinceMs);
        if (_complaints.Count >= ComplaintsMax)
        {
            _complaints.RemoveAt(Math.Max(0, _complaints.FindIndex(one => one.Case == 0)));
        }

        _complaints.Add(complaint);
    }

    /// <summary>The complaints, to be changed where they are.</summary>
    internal Span<Complaint> ComplaintsToChange => CollectionsMarshal.AsSpan(_complaints);

    /// <summary>The complaints of a case are settled.</summary>
    internal void Settle(int number) => _complaints.RemoveAll(one => one.Case == number);

    /// <summary>
    /// Tells every store whose measure is another one by now: the heaviest of those that its cases put upon
    /// it (rule TRU-6), and of a barred seller the heaviest of all (rule TRU-7).
    /// </summary>
    internal void Sync(IEnumerable<StoreId> stores, DateTimeOffset now, TrustPolicy policy)
    {
        var isBarred = IsBarred(policy);
        var all = stores.Concat(_holds.Select(hold => hold.Store)).Distinct().OrderBy(store => store.Value);
        foreach (var store in all.ToArray())
        {
            var (wanted, at) = (
                isBarred ? StoreMeasure.Closed : MeasureOf(store, now),
                _holds.FindIndex(hold => hold.Store == store));
            if (wanted != (at < 0 ? StoreMeasure.None : _holds[at].Measure))
            {
                Hold(new StoreHold(store, (int)wanted), at);
                Add(new CaseAct { Kind = CaseActKind.Measure, Store = store, Measure = wanted }, now);
            }
        }

        _syncedMs = now.ToUnixTimeMilliseconds();
    }

    /// <summary>The heaviest measure that the cases put upon a store.</summary>
    public StoreMeasure MeasureOf(StoreId store, DateTimeOffset now) => _cases
        .Where(one => one.Store == store && one.HasMeasureAt(now))
        .Select(one => one.Measure).DefaultIfEmpty().Max();

    /// <summary>Violations over all stores of the seller (rule TRU-7).</summary>
    public int Violations => _cases.Count(one => one.IsGuilty);

    /// <summary>Violations of a kind over all stores of the seller (rule TRU-7).</summary>
    public int ViolationsOf(CaseKind kind) => _cases.Count(one => one.IsGuilty && one.Kind == kind);

    /// <summary>
    /// Which strike for counterfeits a verdict would be, over all stores of the seller: one more than before,
    /// or the last one again if the case was opened before the seller was told of that (rule TRU-5: the
    /// ladder is for who was told and goes on).
    /// </summary>
    /// <param name="openedMs">When the case was opened.</param>
    public (int Strike, bool IsTold) StrikeOf(long openedMs)
    {
        var (strikes, toldMs) = (0, long.MinValue);
        foreach (var one in _cases.Where(one => one.IsGuilty && one.Kind == CaseKind.Counterfeit)
            .OrderBy(one => one.DecidedMs))
        {
            if (one.OpenedMs >= toldMs)
            {
                (strikes, toldMs) = (strikes + 1, one.DecidedMs);
            }
        }

        return openedMs >= toldMs ? (strikes + 1, true) : (strikes, false);
    }

    /// <summary>Whether so many violations have come together that the red flag is up (rule TRU-7).</summary>
    public bool IsFlagged(TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Violations >= policy.RedFlagAt;
    }

    /// <summary>
    /// Whether the seller may sell no more, be it under another store: a store of a flagged seller was closed
    /// (rule TRU-7).
    /// </summary>
    public bool IsBarred(TrustPolicy policy) => IsFlagged(policy)
        && _cases.Exists(one => one.IsGuilty && one.Measure == StoreMeasure.Closed);

    /// <summary>
    /// A store's general points: those of this calendar year in China (rule TRU-6).
    /// </summary>
    public int PointsOf(StoreId store, DateTimeOffset now) => _cases
        .Where(one => one.Store == store && one.IsGuilty && one.Kind != CaseKind.Counterfeit
            && YearOf(one.DecidedMs) == YearOf(now.ToUnixTimeMilliseconds()))
        .Sum(one => one.Points);

    /// <summary>
    /// A store's points for counterfeits: they clear at the end of the year, unless they are 24 to 47 then
    /// (rule TRU-6).
    /// </summary>
    public int CounterfeitPointsOf(StoreId store, DateTimeOffset now)
    {
        const int keptFrom = 24;
        var (points, year) = (0, 0);
        foreach (var one in _cases.Where(one =>
            one.Store == store && one.IsGuilty && one.Kind == CaseKind.Counterfeit)
            .OrderBy(one => one.DecidedMs))
        {
            points = (YearOf(one.DecidedMs) == year || points >= keptFrom ? points : 0) + one.Points;
            year = YearOf(one.DecidedMs);
        }

        return YearOf(now.ToUnixTimeMilliseconds()) == year || points >= keptFrom ? points : 0;
    }

    private static int YearOf(long ms) => ChinaTime.MonthOf(DateTimeOffset.FromUnixTimeMilliseconds(ms)) / 12;

    // One that closed a store is kept: the store would open again.
    private bool ForgetOldest()
    {
        var at = _cases.FindIndex(one => one.Status == CaseStatus.Closed
            && !(one.IsGuilty && one.Measure == StoreMeasure.Closed));
        if (at >= 0)
        {
            _cases.RemoveAt(at);
        }

        return at >= 0;
    }

    private int IndexOf(int number) => _cases.FindIndex(one => one.Number == number);

    private void Hold(StoreHold hold, int at)
    {
        if (at < 0)
        {
            _holds.Add(hold);
        }
        else
        {
            _holds[at] = hold;
        }
    }
}
