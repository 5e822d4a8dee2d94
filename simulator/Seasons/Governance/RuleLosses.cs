namespace FlashSale.Simulator;

/// <summary>What changes of the rules cost stores, by the policy and by who is hit (rule GOV-3).</summary>
internal sealed class RuleLosses(SeasonRun run, SeasonPolicies policies, GovernanceHabits habits)
{
    private const double WeeksPerYear = 52;
    private const int HitBits = 4; // a change has at most ten

    private double[] _done = []; // by change: the share of its steps that has taken effect
    private (Policy Before, Policy After)[] _policies = []; // by change
    private IReadOnlyList<PolicyChange>? _seen;

    /// <summary>A day begins: how far each change is, and what it will come to.</summary>
    public void Begin(int day)
    {
        if (!ReferenceEquals(_seen, policies.Changes))
        {
            _seen = policies.Changes;
            _policies = [.. _seen.Select(change => (
                policies.On(Math.Max(0, SeasonPolicies.DayOf(change.At) - 1)),
                policies.On(SeasonPolicies.DayOf(change.EndsAt))))];
        }

        _done = [.. _seen.Select(change => change.StepTimes.Count(at => SeasonPolicies.DayOf(at) <= day)
            / (double)change.Steps)];
    }

    /// <summary>Whether a change can mean a store at all.</summary>
    public bool Means(int store, int number) => policies.Changes[number] is var change
        && change.Terms is { } terms && IsIn(store, terms.Scope, change);

    /// <summary>The share of its profit that a store will lose by a whole change, 0 to 1.</summary>
    /// <param name="store">The store.</param>
    /// <param name="number">The number of the change.</param>
    /// <param name="profitFen">What it earns a week by now.</param>
    /// <param name="salesFen">What it sells a week.</param>
    public double Expected(int store, int number, double profitFen, double salesFen)
    {
        var (before, after) = _policies[number];
        var lossFen = (salesFen * (CommissionOf(store, after) - CommissionOf(store, before)))
            + FixedFen(store, after) - FixedFen(store, before);
        var byPolicy = lossFen <= 0 ? 0
            : profitFen > 0 ? Math.Min(1, lossFen / profitFen)
            : 1; // who earns nothing cannot bear it
        return Math.Min(1, byPolicy + HitBy(store, number));
    }

    /// <summary>The share of its profit that a store loses today through what no number says.</summary>
    public double LossToday(int store)
    {
        var loss = 0.0;
        for (var number = 0; number < _done.Length; number++)
        {
            loss += _done[number] == 0 ? 0 : HitBy(store, number) * _done[number];
        }

        return Math.Min(1, loss);
    }

    /// <summary>Whether a change punishes a store.</summary>
    public bool Punishes(int store, int number)
    {
        var hits = policies.Changes[number].Terms?.Hits ?? [];
        for (var at = 0; at < hits.Count; at++)
        {
            if (hits[at].IsPunishment && IsHit(store, number, at))
            {
                return true;
            }
        }

        return false;
    }

    // What no number of the policy says, less what the platform pays for it.
    private double HitBy(int store, int number)
    {
        if (policies.Changes[number].Terms is not { Hits.Count: > 0 } terms)
        {
            return 0;
        }

        var loss = 0.0;
        for (var at = 0; at < terms.Hits.Count; at++)
        {
            loss += IsHit(store, number, at) ? terms.Hits[at].Loss : 0;
        }

        return Math.Min(1, loss) * (1 - terms.Compensation);
    }

    private bool IsHit(int store, int number, int hit)
    {
        var change = policies.Changes[number];
        var one = change.Terms!.Hits[hit];
        var bits = Draws.At(
            run.World.Seed, store, Streams.ChangeHit, (uint)((number << HitBits) | hit));
        return IsIn(store, change.Terms.Scope, change) && IsIn(store, one.Scope, change)
            && Draws.ToUnit(bits) < one.Stores;
    }

    private bool IsIn(int store, ChangeScope scope, PolicyChange change) => scope switch
    {
        ChangeScope.Consumer => run.Stores[store].IsBrand == 0,
        ChangeScope.Brand => run.Stores[store].IsBrand == 1,
        ChangeScope.NewStores => run.Stores[store].OpenedDay >= SeasonPolicies.DayOf(change.At),
        _ => true,
    };

    private MarketKind MarketOf(int store) =>
        run.Stores[store].IsBrand == 1 ? MarketKind.Brand : MarketKind.Consumer;

    private double CommissionOf(int store, Policy policy) => StoreFees.CommissionBasisPoints(
        MarketOf(store), new CategoryId((byte)run.Stores[store].Category), policy) / 10_000.0;

    // What a week costs that does not hang on sales: the deposit at the guarantor, and the annual fee where
    // accounts are kept, which pay it.
    private double FixedFen(int store, Policy policy)
    {
        var deposit = StoreApplication.Paid(
            new StoreId(store), new SellerId(run.Stores[store].Owner), MarketOf(store), "", policy.Stores)
            .Deposit.Fen;
        var fee = run.World.Scenario.Accounts is null ? Money.Zero : StoreFees.AnnualFee(
            MarketOf(store), new CategoryId((byte)run.Stores[store].Category), policy);
        return ((deposit * habits.CostOfCapital) + fee.Fen) / WeeksPerYear;
    }
}
