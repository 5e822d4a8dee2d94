namespace FlashSale.Simulator;

/// <summary>Sets single values of a scenario by their paths, as «path=value».</summary>
/// <remarks>
/// The value at the path is replaced in the scenario's tree, and the strict reader reads that tree again: so
/// every key of a scenario can be set, and what is wrong is said as of a file.
/// </remarks>
public static class ScenarioSettings
{
    private const string Allowed =
        "path=value, such as policy.inventory.payWithin=5min or channels[kind=bank].failureRate=0.05";

    private static readonly YamlNode OnTheCommandLine = YamlNode.OfText("--set", quoted: false, 1, 1);

    /// <summary>The scenario with these settings, in their order.</summary>
    public static ScenarioReading<Scenario> Apply(Scenario scenario, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(settings);
        var tree = ScenarioTree.Of(scenario);
        if (Set(tree, settings) is { } problem)
        {
            return new ScenarioReading<Scenario>(null, [problem]);
        }

        var reading = ScenarioReader.Read(tree, "--set");
        return reading.Value is { } read ? reading with { Value = read with { Load = scenario.Load } }
            : reading;
    }

    /// <summary>The season with these settings, in their order.</summary>
    public static ScenarioReading<SeasonScenario> Apply(
        SeasonScenario season, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(season);
        ArgumentNullException.ThrowIfNull(settings);
        var tree = ScenarioTree.Of(season);
        return Set(tree, settings) is { } problem
            ? new ScenarioReading<SeasonScenario>(null, [problem]) : ScenarioReader.ReadSeason(tree, "--set");
    }

    // The first setting that cannot be made; null if all of them are.
    private static ScenarioProblem? Set(YamlNode tree, IReadOnlyList<string> settings) =>
        settings.Select(setting => Problem(tree, setting)).FirstOrDefault(problem => problem is not null);

    private static ScenarioProblem? Problem(YamlNode tree, string setting)
    {
        var (path, text) = Split(setting);
        if (text is null || path.Length == 0)
        {
            return new ScenarioProblem("--set", 1, 1, "", $"«{setting}» sets nothing", Allowed);
        }

        var problems = new ProblemList("--set");
        var value = YamlTree.Parse($"value: {text}", problems)?.Entries.FirstOrDefault().Value;
        if (value is null || problems.Found > 0)
        {
            return new ScenarioProblem("--set", 1, 1, path, $"«{text}» is no value", "a value as in a file");
        }

        return ScenarioPath.Of(path).Put(tree, value, OnTheCommandLine) is { } wrong
            ? new ScenarioProblem("--set", 1, 1, path, wrong, Allowed) : null;
    }

    // The first «=» outside of brackets.
    private static (string Path, string? Text) Split(string setting)
    {
        var depth = 0;
        for (var at = 0; at < setting.Length; at++)
        {
            depth += setting[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (setting[at] == '=' && depth == 0)
            {
                return (setting[..at].Trim(), setting[(at + 1)..].Trim());
            }
        }

        return (setting, null);
    }
}
