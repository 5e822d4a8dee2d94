using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>A change of the rules at a moment, at once or step by step (rule GOV-1).</summary>
public sealed record PolicyChange
{
    /// <summary>
    /// When the change, or its first step, takes effect; counted from midnight of the festival, or of the
    /// first day of a season.
    /// </summary>
    public required TimeSpan At { get; init; }

    /// <summary>When the last step takes effect; null changes at once.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>In how many even steps the numbers move.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>The numbers at the end of the change.</summary>
    public required IReadOnlyList<PolicySetting> Policy { get; init; }

    /// <summary>
    /// How it is made: announced, asked about, for whom; of a season whose sellers mind (rule GOV-6).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangeTerms? Terms { get; init; }

    /// <summary>When its last step takes effect.</summary>
    internal TimeSpan EndsAt => TimeOf(Steps);

    /// <summary>When it is announced; without notice it is when it takes effect.</summary>
    internal TimeSpan AnnouncedAt => Terms?.Announced ?? At;

    /// <summary>When its steps take effect.</summary>
    internal IEnumerable<TimeSpan> StepTimes => Enumerable.Range(1, Steps).Select(TimeOf);

    /// <summary>The policy after every step of every change, by the time at which it takes effect.</summary>
    /// <param name="start">The policy before the first change.</param>
    /// <param name="changes">The changes; one that begins while another runs builds on what holds
    /// then.</param>
    public static IReadOnlyList<(TimeSpan At, Policy Policy)> Timeline(
        Policy start, IReadOnlyList<PolicyChange> changes)
    {
        var steps = changes
            .SelectMany(change => Enumerable.Range(1, change.Steps).Select(step => (change, step)))
            .OrderBy(one => one.change.TimeOf(one.step));
        var current = start;
        var origins = new Dictionary<PolicyChange, Policy>(ReferenceEqualityComparer.Instance);
        var timeline = new List<(TimeSpan, Policy)>();
        foreach (var (change, step) in steps)
        {
            origins.TryAdd(change, current);
            current = change.After(step, origins[change], current);
            timeline.Add((change.TimeOf(step), current));
        }

        return timeline;
    }

    /// <summary>The policy that holds at a time in ms, counted from midnight.</summary>
    internal static Policy HoldingAt(Policy start, IReadOnlyList<PolicyChange> changes, long ms) =>
        Timeline(start, changes).LastOrDefault(step => (long)step.At.TotalMilliseconds <= ms).Policy ?? start;

    /// <summary>Reads a change of a festival.</summary>
    internal static PolicyChange Read(Block block) =>
        Read(block, TimeSpan.FromDays(-30), TimeSpan.FromDays(90), PolicySetting.ReadAll);

    /// <summary>Reads a change between two times.</summary>
    internal static PolicyChange Read(
        Block block, TimeSpan earliest, TimeSpan latest, Func<Block, IReadOnlyList<PolicySetting>> policy)
    {
        var at = block.Length("at", null, earliest, latest);
        var until = block.OptionalLength("until", earliest, latest);
        var steps = (int)block.Count("steps", 1, 1, 1_000);
        if (until <= at)
        {
            block.Refuse("until", "the end is not after the beginning", $"later than {FileWords.Of(at)}");
        }

        if (steps > 1 && until is null)
        {
            block.Refuse("steps", "steps without an end", "until, the time of the last step");
        }

        return new PolicyChange
        {
            At = at,
            Until = until,
            Steps = steps,
            Policy = block.RequiredSection("policy", policy),
        };
    }

    /// <summary>Refuses changes that the market would refuse.</summary>
    internal static void Check(
        Block block, string name, Policy start, IReadOnlyList<PolicyChange> changes)
    {
        const int stepsMax = PolicyTimeline.RememberedMax;
        if (changes.Sum(change => change.Steps) > stepsMax)
        {
            block.Refuse(name, "too many steps in all", $"{stepsMax}");
        }
        else if (Timeline(start, changes)
            .SelectMany(step => step.Policy.Validate()).FirstOrDefault() is { } problem)
        {
            block.Refuse(name, $"{problem.Field} becomes {problem.Value}", problem.Allowed);
        }

        if (changes.SelectMany(change => change.Policy).FirstOrDefault(
            setting => setting.Field.StartsWith("reputation.", StringComparison.Ordinal)) is { } fixedOne)
        {
            block.Refuse(name, $"{fixedOne.Field} cannot change while a market runs", "other numbers");
        }
    }

    private TimeSpan TimeOf(int step) =>
        Until is not { } end || Steps == 1 ? At : At + ((end - At) * ((step - 1) / (double)(Steps - 1)));

    private Policy After(int step, Policy origin, Policy current)
    {
        var after = Policy.Aggregate(current, (policy, setting) =>
            PolicyFields.With(policy, setting.Field, PolicyFields.Between(
                PolicyFields.Get(origin, setting.Field), setting.Parsed, step, Steps)));
        return Terms?.Apply(after) ?? after;
    }
}
