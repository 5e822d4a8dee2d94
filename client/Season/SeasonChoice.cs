using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Finds and reads the season that the user asked for, and applies what the command line changes.
/// </summary>
internal static class SeasonChoice
{
    /// <summary>
    /// The season; null if there is none, and then every problem was told on the terminal.
    /// </summary>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    public static SeasonScenario? Read(SeasonOptions options, Terminal terminal, string verb = "season")
    {
        var reading = ReadNamed(options.Scenario);
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {problem}");
        }

        if (reading.Value is not { } season)
        {
            return null;
        }

        var set = ScenarioSettings.Apply(
            season with { Seed = options.Seed ?? season.Seed }, options.Settings);
        foreach (var problem in set.Problems)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {problem.OfOption()}");
        }

        return set.Value;
    }

    private static ScenarioReading<SeasonScenario> ReadNamed(string name)
    {
        if (ScenarioFiles.Find(name) is { } file)
        {
            return TextFile.Read(file, ScenarioReader.ReadSeason);
        }

        const ScenarioKind kind = ScenarioKind.Season;
        var hint = ScenarioFiles.Nearest(name, kind) is { } near ? $"; did you mean {near}?" : "";
        return TextFile.Refused<SeasonScenario>(
            name, $"there is no such season{hint}",
            $"a path, or one of {string.Join(", ", ScenarioFiles.Shipped(kind))}");
    }
}
