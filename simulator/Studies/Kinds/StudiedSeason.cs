using System.Security.Cryptography;
using System.Text;

namespace FlashSale.Simulator;

/// <summary>Studies of seasons: months of days, whose arms differ in policies and habits.</summary>
internal sealed class StudiedSeason : StudiedKind
{
    // What makes other people, stores or goods; all else acts on those that there are.
    private static readonly string[] OfAnotherWorld =
        ["seed", "season", "sellers.types", "sellers.storesPerOwner", "sellers.brandShare", "buyers.spread"];

    private static readonly string[] Course = ["policy", "changes"];

    /// <summary>The only one.</summary>
    public static StudiedSeason Kind { get; } = new();

    internal override ScenarioKind Scenarios => ScenarioKind.Season;

    /// <inheritdoc/>
    public override string Verb => "season";

    internal override string Reference => "docs/reference/season.md";

    internal override StudiedFigures Figures { get; } = new SeasonFigures();

    internal override StudiedTime Time { get; } = new SeasonTime();

    internal override IReadOnlyList<string> Labels { get; } = ["kind", "name", "description"];

    internal override (string Wrong, string Allowed)? HorizonProblem =>
        ("a season stops with its last day", "no horizon; a base of fewer days (season.days)");

    /// <inheritdoc/>
    public override (string Wrong, string Allowed)? ClusterProblem =>
        ("seasons are run on one machine", "without --cluster, and with --jobs");

    internal override ScenarioReading<IStudiedScenario> ReadText(string text, string file) =>
        Of(ScenarioReader.ReadSeason(text, file));

    internal override ScenarioReading<IStudiedScenario> ReadChanged(
        YamlNode tree, string file, IStudiedScenario from) => Of(ScenarioReader.ReadSeason(tree, file));

    internal override IReadOnlyList<string> KeysOf(IStudiedScenario scenario) =>
        ScenarioKeys.Of((SeasonScenario)scenario);

    internal override KeyRole? RoleOf(string key) =>
        Labels.Any(one => Is(key, one)) ? KeyRole.Label
        : OfAnotherWorld.Any(one => Is(key, one)) ? KeyRole.AnotherWorld : KeyRole.Intervention;

    internal override string HashOfHeld(IStudiedScenario scenario)
    {
        var text = new StringBuilder();
        foreach (var value in ((SeasonScenario)scenario).Parameters()
            .Where(value => RoleOf(KeyRoles.KeyOf(value.Name)) == KeyRole.AnotherWorld))
        {
            text.Append(value.Name).Append('=').Append(value.Value).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <inheritdoc/>
    public override string HeldBy(IStudiedScenario held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return $"days, stores of the start, goods, buyers and the draws of each (of {held.Name})";
    }

    internal override string HeldIn(Study study, string hash) =>
        $"{study.Base.Name} has the same days, stores at its start, goods and buyers in every point "
        + $"(world {hash[..12]}), and each of them has the same draws on every day: what a point changes "
        + "acts on them.";

    internal override (string Unit, string Example) ForkWords => ("day", "90d");

    internal override (TimeSpan Earliest, TimeSpan Latest, TimeSpan Step) ForksOf(
        IStudiedScenario past, TimeSpan? horizon)
    {
        var day = TimeSpan.FromDays(1);
        return (day, day * Math.Max(1, ((SeasonScenario)past).Season.DaysInAll - 1), day);
    }

    internal override string AllowedFromThenOn => "changes of the policy from then on";

    internal override IReadOnlyList<string> BesideCourse(IStudiedScenario past, IStudiedScenario arm) =>
    [
        .. ScenarioDifference.Of((SeasonScenario)past, (SeasonScenario)arm).Select(one => one.Path)
            .Where(path => RoleOf(KeyRoles.KeyOf(path)) != KeyRole.Label
                && !Course.Contains(path.Split('[', '.')[0])),
    ];

    internal override string? ObstacleOf(IStudiedScenario past, IStudiedScenario arm, TimeSpan at) =>
        at.Ticks % TimeSpan.TicksPerDay != 0 ? $"cannot go on from {FileWords.Of(at)}: no whole day"
        : BesideCourse(past, arm) is [var path, ..] ? $"differs from the base in {path}, which is no policy"
        : SeasonPolicies.ObstacleOf((SeasonScenario)past, (SeasonScenario)arm, (int)at.TotalDays);

    internal override IStudiedRuns Runs() => new SeasonRuns();

    private static bool Is(string key, string row) =>
        key == row || key.StartsWith(row + ".", StringComparison.Ordinal);

    private static ScenarioReading<IStudiedScenario> Of(ScenarioReading<SeasonScenario> reading) =>
        new(reading.Value, reading.Problems);
}
