using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Finds and reads the scenario that the user asked for, and applies what the command line changes.
/// </summary>
internal static class ScenarioChoice
{
    // A scenario is a page of text; whoever gives a video by mistake gets a message, not a full memory.
    private const long FileBytesMax = 1 << 20;

    /// <summary>
    /// The scenario; null if there is none, and then every problem was told on the terminal.
    /// </summary>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    public static Scenario? Read(SimulateOptions options, Terminal terminal)
    {
        var reading = options.Facts is { } facts
            ? ReadFile(facts, ScenarioReader.ReadFacts)
            : ReadNamed(options.Scenario ?? SimulateVerb.ScenarioUsual);
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale simulate: {problem}");
        }

        return reading.Value is { } scenario
            ? scenario with { Seed = options.Seed ?? scenario.Seed, Scale = options.Scale ?? scenario.Scale }
            : null;
    }

    private static ScenarioReading<Scenario> ReadNamed(string name)
    {
        if (ScenarioFiles.Find(name) is { } file)
        {
            return ReadFile(file, ScenarioReader.Read);
        }

        var hint = ScenarioFiles.Nearest(name) is { } near ? $"; did you mean {near}?" : "";
        return Refused(
            name, $"there is no such scenario{hint}",
            $"a path, or one of {string.Join(", ", ScenarioFiles.Shipped())}");
    }

    private static ScenarioReading<Scenario> ReadFile(
        string file, Func<string, string, ScenarioReading<Scenario>> read)
    {
        if (!File.Exists(file))
        {
            return Refused(file, "there is no such file", "the path of a YAML file");
        }

        return new FileInfo(file).Length <= FileBytesMax
            ? read(File.ReadAllText(file), file)
            : Refused(file, "the file is larger than 1 MiB", "a YAML file of a few pages");
    }

    private static ScenarioReading<Scenario> Refused(string file, string wrong, string allowed) =>
        new(null, [new ScenarioProblem(file, 1, 1, "", wrong, allowed)]);
}
