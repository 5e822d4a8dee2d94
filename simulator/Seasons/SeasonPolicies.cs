using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// The policies of a season: that of the start, and the changes of its days (rule GOV-1).
/// </summary>
internal sealed class SeasonPolicies
{
    private readonly Dictionary<int, Policy> _changes = [];

    public SeasonPolicies(SeasonScenario scenario)
    {
        AtStart = Course.Inert(scenario.PolicyOn(0));
        foreach (var (at, policy) in PolicyChange.Timeline(scenario.PolicyAtStart(), scenario.Changes))
        {
            _changes[(int)Math.Ceiling(at.TotalDays)] = Course.Inert(policy); // the last of a day holds
        }
    }

    /// <summary>The policy of the first day.</summary>
    public Policy AtStart { get; }

    /// <summary>The policy that comes into force when a day begins; null if none does.</summary>
    public Policy? ChangeOn(int day) => day > 0 ? _changes.GetValueOrDefault(day) : null;

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
            : null;
    }
}
