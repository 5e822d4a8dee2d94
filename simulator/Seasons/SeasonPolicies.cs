using System.Globalization;
using System.Text.Json;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The policies of a season: that of the start, the changes of its days, and what of them is planned in the
/// market because it was announced (rule GOV-1).
/// </summary>
/// <remarks>
/// Whoever answers a protest may put changes off or soften them; what the market has planned is then
/// withdrawn and planned anew.
/// </remarks>
internal sealed class SeasonPolicies : ISeasonPart
{
    private readonly SeasonRun _run;
    private readonly Concession[] _concessions; // by change
    private IReadOnlyList<PolicyChange> _changes = [];
    private Dictionary<int, Policy> _steps = []; // by the day on which they take effect
    private bool _isChanged; // since the last day began

    public SeasonPolicies(SeasonRun run)
    {
        _run = run;
        _concessions = new Concession[run.World.Scenario.Changes.Count];
        TakeUp();
    }

    /// <summary>The changes as they are meant by now, in the order of the scenario.</summary>
    public IReadOnlyList<PolicyChange> Changes => _changes;

    /// <summary>The policy of the first day.</summary>
    public static Policy AtStart(SeasonScenario scenario) => Course.Inert(scenario.PolicyOn(0));

    /// <summary>The same before the stores of the start are there, who need no certificate (IDN-3).</summary>
    public static Policy BeforeStart(SeasonScenario scenario)
    {
        var policy = AtStart(scenario);
        return policy with { Certification = policy.Certification with { NewStoresMust = false } };
    }

    /// <summary>The stores of the start are there: the policy of the first day holds.</summary>
    public static void Start(SeasonRun run)
    {
        var policy = AtStart(run.World.Scenario);
        if (policy.Certification.NewStoresMust)
        {
            var result = run.Market.Do(new ChangePolicy(policy));
            Invariant.Holds(result == PolicyResult.Changed, "the policy of a season is sound");
        }
    }

    /// <summary>The first day that a time after the beginning of the season lies in or before.</summary>
    public static int DayOf(TimeSpan time) => (int)Math.Ceiling(time.TotalDays);

    /// <summary>The policy that holds on a day, as changes are meant by now.</summary>
    public Policy On(int day) => Course.Inert(PolicyChange.HoldingAt(
        _run.World.Scenario.PolicyAtStart(), _changes, day * SeasonDay.Ms));

    /// <summary>How many steps of changes take effect on some days.</summary>
    public int StepsIn(int fromDay, int untilDay) => _changes.Sum(change =>
        change.StepTimes.Count(at => DayOf(at) >= fromDay && DayOf(at) < untilDay));

    /// <summary>What came into force on a day, or was taken back, holds; what is announced is planned.
    /// </summary>
    public void Begin(in SeasonDay day)
    {
        if (day.Number > 0 && (_isChanged || _steps.ContainsKey(day.Number)))
        {
            Enforce(_isChanged ? On(day.Number) : _steps[day.Number]);
        }

        _isChanged = false;
        if (_changes.Any(change => change.Terms?.Announced is not null))
        {
            Plan(day.Number);
        }
    }

    /// <summary>A change is put off; what of it has begun is taken back until then.</summary>
    public void PutOff(int change, TimeSpan by)
    {
        _concessions[change].DelayTicks += by.Ticks;
        TakeUp();
        _isChanged = true;
    }

    /// <summary>The deposits that a change raises rise by half only (rule STO-3).</summary>
    public void HalveDeposits(int change)
    {
        _concessions[change].HalvesDeposits = 1;
        TakeUp();
        _isChanged = true;
    }

    /// <summary>From now on penalties need evidence, and sellers may appeal longer (rule TRU-8).</summary>
    public void AskForEvidence(int change)
    {
        _concessions[change].AsksForEvidence = 1;
        TakeUp();
        _isChanged = true;
    }

    public void Save(StateWriter writer)
    {
        if (_run.World.Scenario.Governance is not null)
        {
            writer.Write(_isChanged);
            writer.WriteSpan<Concession>(_concessions);
        }
    }

    public void Load(StateReader reader)
    {
        if (_run.World.Scenario.Governance is not null)
        {
            _isChanged = reader.Read<bool>();
            var saved = reader.ReadSpan<Concession>(); // of an arm it may be more or less
            saved.AsSpan(0, Math.Min(saved.Length, _concessions.Length)).CopyTo(_concessions);
            TakeUp();
        }
    }

    /// <summary>
    /// Why an arm does not share the past of a season before a day; null if it does.
    /// </summary>
    public static string? ObstacleOf(SeasonScenario past, SeasonScenario arm, int day)
    {
        var otherwise = arm with
        {
            Name = past.Name,
            Description = past.Description,
            Policy = past.Policy,
            Changes = past.Changes,
        };
        if (otherwise.Hash != past.Hash)
        {
            return "differs from the season that it goes on from in more than its policies";
        }

        var first = Enumerable.Range(0, day)
            .Where(one => PolicyText.Write(past.PolicyOn(one)) != PolicyText.Write(arm.PolicyOn(one)))
            .Select(one => (int?)one).FirstOrDefault();
        return first is { } before
            ? string.Create(CultureInfo.InvariantCulture,
                $"has another policy on day {before}, before day {day} from which it goes on")
            : AnnouncedBefore(past, day) != AnnouncedBefore(arm, day)
                ? string.Create(CultureInfo.InvariantCulture,
                    $"had announced other changes before day {day} from which it goes on")
            : null;
    }

    private static string AnnouncedBefore(SeasonScenario scenario, int day) =>
        JsonSerializer.Serialize(scenario.Changes
            .Where(change => change.Terms is not null && DayOf(change.AnnouncedAt) < day));

    private void TakeUp()
    {
        var scenario = _run.World.Scenario;
        _changes = [.. scenario.Changes.Select((change, at) => _concessions[at].Soften(change, scenario))];
        _steps = [];
        foreach (var (at, policy) in PolicyChange.Timeline(scenario.PolicyAtStart(), _changes))
        {
            _steps[DayOf(at)] = Course.Inert(policy); // the last of a day holds
        }
    }

    private void Enforce(Policy policy)
    {
        if (PolicyText.Write(policy) == PolicyText.Write(_run.Market.Policy))
        {
            return; // it was planned, and is in force
        }

        var result = _run.Market.Do(new ChangePolicy(policy));
        Invariant.Holds(result == PolicyResult.Changed, "changes were checked when a season was read");
    }

    // What the market has planned becomes what is announced by now, as far ahead as it plans.
    private void Plan(int today)
    {
        var known = _changes.Where(change => DayOf(change.AnnouncedAt) <= today).ToList();
        var wanted = PolicyChange.Timeline(_run.World.Scenario.PolicyAtStart(), known)
            .GroupBy(step => DayOf(step.At)).Select(day => day.Last())
            .Where(step => DayOf(step.At) > today && step.At < TimeSpan.FromDays(today)
                + PolicyTimeline.AheadMax)
            .Take(PolicyTimeline.PlannedMax)
            .ToDictionary(step => MomentOf(DayOf(step.At)), step => Course.Inert(step.Policy));
        var planned = _run.Market.View.Policies.PlannedAfter(_run.Now).ToList();
        foreach (var one in planned.Where(one => !wanted.TryGetValue(one.From, out var policy)
            || PolicyText.Write(policy) != PolicyText.Write(one.Policy)))
        {
            var result = _run.Market.Do(new WithdrawPolicy(one.From));
            Invariant.Holds(result == PolicyResult.Changed, "what is planned can be withdrawn");
        }

        foreach (var (from, policy) in wanted.OrderBy(one => one.Key))
        {
            var result = _run.Market.Do(new ChangePolicy(policy, from)); // a repeat changes nothing
            Invariant.Holds(result == PolicyResult.Changed, "what is announced can be planned");
        }
    }

    private DateTimeOffset MomentOf(int day) =>
        _run.World.Calendar.StartsAt.ToUniversalTime() + TimeSpan.FromDays(day);
}
