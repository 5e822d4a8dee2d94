using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Where a run's results shall go, and what may be there.</summary>
/// <param name="Verb">Who asks, for messages.</param>
/// <param name="Out">The folder; null for the usual one.</param>
/// <param name="Force">Whether results of another question are replaced.</param>
/// <param name="IsChanged">Whether values of the scenario were set on the command line.</param>
internal sealed record OutputWish(string Verb, string? Out, bool Force, bool IsChanged)
{
    /// <summary>The files of such a run.</summary>
    public required IReadOnlyList<string> FileNames { get; init; }

    /// <summary>In which values the scenario of a file differs from the one that is asked for.</summary>
    public required Func<string, IReadOnlyList<ScenarioDifference>> Differences { get; init; }

    /// <summary>For a festival.</summary>
    public static OutputWish Of(Scenario scenario, SimulateOptions options) =>
        new("simulate", options.Out, options.Force, IsChanged: options.Set.Count > 0)
        {
            FileNames = RunFolder.FileNames,
            Differences = file => TextFile.Read(file, ScenarioReader.Read).Value is { } there
                ? ScenarioDifference.Of(there, scenario) : [],
        };

    /// <summary>For a season.</summary>
    public static OutputWish Of(SeasonScenario season, SeasonOptions options) =>
        new("season", options.Out, options.Force, options.IsChanged)
        {
            FileNames = SeasonFolder.FileNames,
            Differences = file => TextFile.Read(file, ScenarioReader.ReadSeason).Value is { } there
                ? ScenarioDifference.Of(there, season) : [],
        };
}
