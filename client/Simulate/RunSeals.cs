using System.Diagnostics;
using System.Runtime.InteropServices;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What the manifest of a run says before there are results: the question, and the code.</summary>
internal static class RunSeals
{
    // What decides a result; the command around it does not.
    private static readonly IReadOnlyList<SealedFile> Code =
    [
        .. new[] { typeof(Money), typeof(Market), typeof(Simulation) }
            .Select(type => type.Assembly.Location)
            .Where(path => path.Length > 0)
            .Select(path => SealedFile.Of(Path.GetDirectoryName(path)!, Path.GetFileName(path))),
    ];

    /// <summary>The seal of a run that has not begun.</summary>
    public static RunSeal Of(Scenario scenario, SimulateOptions options) => new()
    {
        Scenario = scenario.Name,
        ScenarioHash = scenario.Hash,
        Seed = scenario.Seed,
        Scale = scenario.Scale,
        Days = options.Days,
        Command = FestivalRun.CommandOf(scenario, options),
        Commit = BuildCommit.Id,
        Runtime = Runtime,
        Code = Code,
        Inputs = InputOf(options) is { } input ? [SealedFile.Of("", input)] : [],
    };

    /// <summary>The seal of a season that has not begun; it is simulated whole.</summary>
    public static RunSeal Of(SeasonScenario season, SeasonOptions options) => new()
    {
        Scenario = season.Name,
        ScenarioHash = season.Hash,
        Seed = season.Seed,
        Scale = 1,
        Command = options.CommandOf(season),
        Commit = BuildCommit.Id,
        Runtime = Runtime,
        Code = Code,
        Inputs = ScenarioFiles.Find(options.Scenario) is { } input ? [SealedFile.Of("", input)] : [],
    };

    /// <summary>What only the program around a run knows, when it has ended.</summary>
    public static RunStamp StampOf(string command, TimeSpan wall)
    {
        using var process = Process.GetCurrentProcess();
        return new RunStamp(
            BuildCommit.Id, command, wall, process.PeakWorkingSet64,
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, "
                + $"{RuntimeInformation.ProcessArchitecture}, .NET {Environment.Version}");
    }

    private static string Runtime =>
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}";

    private static string? InputOf(SimulateOptions options) =>
        options.Facts ?? ScenarioFiles.Find(options.Scenario ?? SimulateVerb.ScenarioUsual);
}
