using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Finds and reads the scenario that the user asked for, and applies what the command line changes.
/// </summary>
internal static class ScenarioChoice
{
    /// <summary>
    /// The scenario; null if there is none, and then every problem was told on the terminal.
    /// </summary>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    public static Scenario? Read(SimulateOptions options, Terminal terminal, string verb = "simulate")
    {
        var reading = options.Facts is { } facts
            ? TextFile.Read(facts, ScenarioReader.ReadFacts)
            : ReadNamed(options.Scenario ?? SimulateVerb.ScenarioUsual);
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {problem}");
        }

        if (reading.Value is not { } scenario)
        {
            return null;
        }

        var set = ScenarioSettings.Apply(
            scenario with { Seed = options.Seed ?? scenario.Seed, Scale = options.Scale ?? scenario.Scale },
            options.Set);
        foreach (var problem in set.Problems)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {problem.OfOption()}");
        }

        return set.Value;
    }

    private static ScenarioReading<Scenario> ReadNamed(string name)
    {
        if (ScenarioFiles.Find(name) is { } file)
        {
            return TextFile.Read(file, ScenarioReader.Read);
        }

        var hint = ScenarioFiles.Nearest(name) is { } near ? $"; did you mean {near}?" : "";
        return TextFile.Refused<Scenario>(
            name, $"there is no such scenario{hint}",
            $"a path, or one of {string.Join(", ", ScenarioFiles.Shipped())}");
    }
}
