using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>Studies of festivals: one day to the second, calibrated to what was published of it.</summary>
internal sealed class StudiedFestival : StudiedKind
{
    /// <summary>The only one.</summary>
    public static StudiedFestival Kind { get; } = new();

    internal override ScenarioKind Scenarios => ScenarioKind.Festival;

    /// <inheritdoc/>
    public override string Verb => "simulate";

    internal override string Reference => "docs/reference/scenario.md";

    internal override StudiedFigures Figures { get; } = new FestivalFigures();

    internal override StudiedTime Time { get; } = new FestivalTime();

    internal override IReadOnlyList<string> Labels { get; } = ["name", "description", "load"];

    internal override ScenarioReading<IStudiedScenario> ReadText(string text, string file) =>
        Of(ScenarioReader.Read(text, file));

    internal override ScenarioReading<IStudiedScenario> ReadChanged(
        YamlNode tree, string file, IStudiedScenario from)
    {
        var reading = ScenarioReader.Read(tree, file);
        return Of(reading.Value is { } read
            ? reading with { Value = read with { Load = ((Scenario)from).Load } } : reading);
    }

    internal override IReadOnlyList<string> KeysOf(IStudiedScenario scenario) =>
        ScenarioKeys.Of((Scenario)scenario);

    internal override KeyRole? RoleOf(string key) => KeyRoles.Of(key);

    internal override string HashOfHeld(IStudiedScenario scenario) =>
        KeyRoles.HashOfBase((Scenario)scenario);

    internal override IStudiedScenario Held(
        Study study, IStudiedScenario held, IReadOnlyList<ScenarioChange> changes,
        IStudiedScenario scenario) =>
        HeldCapacity.Of(study, (Scenario)held, changes, (Scenario)scenario);

    /// <inheritdoc/>
    public override string HeldBy(IStudiedScenario held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return $"buyers, checkouts, prices, packing, couriers (calibrated by {held.Name})";
    }

    internal override string HeldIn(Study study, string hash) =>
        $"{string.Join(", ", study.Bases.Select(one => one.Name))} "
        + (study.Bases.Count == 1 ? "was" : "were each") + Invariant(
        $" calibrated once to its facts, at scale {study.Base.Scale:0.########} ")
        + $"(calibration {hash[..12]}); buyers, checkouts, list prices, packing "
        + "and couriers stay so in every point, and what a point changes acts afterwards.";

    internal override (string Unit, string Example) ForkWords => ("second", "-1min");

    internal override (TimeSpan Earliest, TimeSpan Latest, TimeSpan Step) ForksOf(
        IStudiedScenario past, TimeSpan? horizon)
    {
        var second = TimeSpan.FromSeconds(1);
        var opensAtMs = ((Scenario)past).OpensAtMs;
        var opened = TimeSpan.FromSeconds(Math.Ceiling(opensAtMs / second.TotalMilliseconds)) + second;
        return (opened, (horizon ?? TimeSpan.FromDays(60)) - second, second);
    }

    internal override string AllowedFromThenOn => "interventions from then on";

    internal override IReadOnlyList<string> BesideCourse(IStudiedScenario past, IStudiedScenario arm) =>
        SharedPast.BesideCourse((Scenario)past, (Scenario)arm);

    internal override string? ObstacleOf(IStudiedScenario past, IStudiedScenario arm, TimeSpan at) =>
        SharedPast.ObstacleOf((Scenario)past, (Scenario)arm, at);

    internal override IStudiedRuns Runs() => new FestivalRuns();

    private static ScenarioReading<IStudiedScenario> Of(ScenarioReading<Scenario> reading) =>
        new(reading.Value, reading.Problems);
}
