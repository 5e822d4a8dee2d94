namespace FlashSale.Marketplace;

/// <summary>A policy and the first moment at which it is in force.</summary>
public sealed record DatedPolicy(DateTimeOffset From, Policy Policy)
{
    /// <summary>What it promises; every step of an order asks.</summary>
    internal PolicyPromises Promises { get; } = PolicyPromises.Of(Policy);
}

/// <summary>
/// Which policy is in force when: the present one, planned ones, and what past ones promised.
/// </summary>
/// <remarks>
/// Rule GOV-1. It never changes; a change makes another one. Nothing has to happen when a moment comes: the
/// policy of a moment is looked up, so that every host and every replay sees the same one, and what was
/// promised at a moment – the time to pay, to confirm, to return, to top up – is what the policy of that
/// moment promises, whatever is in force by now.
/// </remarks>
public sealed class PolicyTimeline
{
    /// <summary>Changes that may be planned at a time (assumed).</summary>
    public const int PlannedMax = 16;

    /// <summary>Policies of before whose promises are remembered (assumed).</summary>
    public const int RememberedMax = 1_024;

    /// <summary>How far ahead a change may be planned (assumed).</summary>
    public static readonly TimeSpan AheadMax = TimeSpan.FromDays(366);

    private readonly DatedPolicy[] _policies;
    private readonly PastPromises[] _past;

    private PolicyTimeline(DatedPolicy[] policies, PastPromises[] past) =>
        (_policies, _past) = (policies, past);

    /// <summary>The policy that was in force at the last change, and those planned since.</summary>
    public IReadOnlyList<DatedPolicy> Policies => _policies;

    /// <summary>What policies of before have promised, the oldest first.</summary>
    public ReadOnlySpan<PastPromises> Past => _past;

    /// <summary>Whether nothing was ever changed.</summary>
    public bool IsConstant => _policies.Length == 1 && _policies[0].From == DateTimeOffset.MinValue;

    /// <summary>The numbers of reputation, which are the same at all times.</summary>
    public ReputationPolicy Reputation => _policies[0].Policy.Reputation;

    /// <summary>One policy for ever.</summary>
    public static PolicyTimeline Of(Policy policy) => new([new(DateTimeOffset.MinValue, policy)], []);

    /// <summary>Builds a timeline again from its parts.</summary>
    /// <exception cref="InvalidDataException">No changes lead to these.</exception>
    public static PolicyTimeline Of(IEnumerable<DatedPolicy> policies, IEnumerable<PastPromises> past)
    {
        var timeline = new PolicyTimeline([.. policies], [.. past]);
        return timeline.Problem() is { } problem
            ? throw new InvalidDataException($"These are no policies of a market: {problem}.")
            : timeline;
    }

    /// <summary>The policy that is in force at a moment, now or later.</summary>
    public Policy At(DateTimeOffset moment) => _policies[IndexAt(moment)].Policy;

    /// <summary>Since when that one is in force; null if it is the first.</summary>
    public DateTimeOffset? SinceAt(DateTimeOffset moment) =>
        _policies[IndexAt(moment)].From is var from && from == DateTimeOffset.MinValue ? null : from;

    /// <summary>What was promised to whoever did something at a moment, now or before.</summary>
    public PolicyPromises PromisesAt(DateTimeOffset moment)
    {
        if (moment >= _policies[0].From || _past.Length == 0)
        {
            return _policies[IndexAt(moment)].Promises;
        }

        var (at, ms) = (_past.Length - 1, moment.ToUnixTimeMilliseconds());
        while (at > 0 && ms < _past[at].FromMs)
        {
            at--;
        }

        return _past[at].Promises;
    }

    /// <summary>The planned changes that lie ahead.</summary>
    public IEnumerable<DatedPolicy> PlannedAfter(DateTimeOffset now) =>
        _policies.Skip(1).Where(one => one.From > now);

    /// <summary>Changes the policy from a moment on; null is at once.</summary>
    /// <remarks>
    /// A policy comes into force with a whole second, the first one that has not begun: ended orders keep
    /// their moments in seconds, and what was decided before the change stays decided. A refusal, and a
    /// repeat of what is in force or planned so, leave everything as it is.
    /// </remarks>
    public PolicyResult Change(
        Policy? policy, DateTimeOffset? from, DateTimeOffset now, out PolicyTimeline after)
    {
        after = this;
        var at = WholeSecond(from ?? now.AddMilliseconds(1));
        if (Refuse(policy, at, now) is { } refusal)
        {
            return refusal;
        }

        var text = PolicyText.Write(policy!);
        if (_policies.FirstOrDefault(one => one.From == at) is { } planned)
        {
            return PolicyText.Write(planned.Policy) == text ? PolicyResult.Changed : PolicyResult.SameMoment;
        }

        if (from is null && PolicyText.Write(At(now)) == text)
        {
            return PolicyResult.Changed;
        }

        return Settled(now) is { } settled && settled._policies.Length <= PlannedMax
            ? settled.With(new DatedPolicy(at, policy!), out after)
            : PolicyResult.TooManyChanges;
    }

    /// <summary>Withdraws the change that is planned for a moment; others stay planned.</summary>
    /// <remarks>
    /// What has come into force is not withdrawn: another change follows it. A repeat of the latest one is
    /// answered as the first (rule ORD-4).
    /// </remarks>
    public PolicyResult Withdraw(
        DateTimeOffset from, DateTimeOffset now, out PolicyTimeline after, FirstAnswer? latest = null)
    {
        after = this;
        var at = WholeSecond(from);
        if (at <= now)
        {
            return PolicyResult.InThePast;
        }

        var left = Array.FindAll(_policies, one => one.From != at);
        if (left.Length == _policies.Length)
        {
            return Repeats.OfWithdrawal(latest, from);
        }

        after = new PolicyTimeline(left, _past);
        return PolicyResult.Changed;
    }

    private int IndexAt(DateTimeOffset moment)
    {
        var at = _policies.Length - 1;
        while (at > 0 && moment < _policies[at].From)
        {
            at--;
        }

        return at;
    }

    /// <summary>The first whole second that has not begun: a policy comes into force with it.</summary>
    internal static DateTimeOffset WholeSecond(DateTimeOffset moment)
    {
        var down = DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
        return down == moment ? down
            : DateTimeOffset.MaxValue - down < TimeSpan.FromSeconds(1) ? DateTimeOffset.MaxValue // never
            : down.AddSeconds(1);
    }

    private PolicyResult? Refuse(Policy? policy, DateTimeOffset at, DateTimeOffset now) =>
        policy is null || policy.Validate().Count > 0 || !PolicyText.Fits(policy) ? PolicyResult.BadPolicy
        : policy.Categories.Count != _policies[0].Policy.Categories.Count
            || TextOf(policy.Reputation) != TextOf(Reputation) ? PolicyResult.FixedNumbers
        : at <= now ? PolicyResult.InThePast
        : at - now > AheadMax ? PolicyResult.TooFarAhead
        : null;

    private static string TextOf(ReputationPolicy reputation) =>
        PolicyText.Write(new Policy { Reputation = reputation });

    private PolicyResult With(DatedPolicy added, out PolicyTimeline after)
    {
        after = new PolicyTimeline([.. _policies.Append(added).OrderBy(one => one.From)], _past);
        return PolicyResult.Changed;
    }

    // Of what is no longer in force only the promises are kept; null if these are too many.
    private PolicyTimeline? Settled(DateTimeOffset now)
    {
        var past = _past.ToList();
        var first = 0;
        for (; first + 1 < _policies.Length && _policies[first + 1].From <= now; first++)
        {
            var (from, promises) = (_policies[first].From, _policies[first].Promises);
            if (past.Count == 0 || past[^1].Promises != promises)
            {
                past.Add(new PastPromises(from.ToUnixTimeMilliseconds(), promises));
            }
        }

        while (past.Count > RememberedMax && IsOver(past, now))
        {
            past.RemoveAt(0);
        }

        return past.Count <= RememberedMax ? new PolicyTimeline(_policies[first..], [.. past]) : null;
    }

    private static bool IsOver(List<PastPromises> past, DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeMilliseconds(past[1].FromMs) + past[0].Promises.Longest < now;

    /// <summary>Whether another one says the same of every moment.</summary>
    public bool IsSameAs(PolicyTimeline other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _past.AsSpan().SequenceEqual(other._past)
            && _policies.Select(Shown).SequenceEqual(other._policies.Select(Shown));

        static (DateTimeOffset, string) Shown(DatedPolicy one) => (one.From, PolicyText.Write(one.Policy));
    }

    /// <summary>The first thing that no changes lead to, in words; null if there is none.</summary>
    public string? Problem() =>
        _policies.Length is 0 or > PlannedMax + 1 ? "there is none, or there are too many"
        : _past.Length > RememberedMax ? "too many are remembered"
        : _policies.Zip(_policies.Skip(1)).Any(pair => pair.First.From >= pair.Second.From)
            || _past.Zip(_past.Skip(1)).Any(pair => pair.First.FromMs >= pair.Second.FromMs)
            ? "their moments do not rise"
        : _policies.Any(one => one.Policy.Validate().Count > 0) ? "a number is out of its range"
        : null;
}
