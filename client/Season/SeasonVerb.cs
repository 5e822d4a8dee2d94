using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale season»: months of the market in virtual time, day by day.</summary>
internal sealed class SeasonVerb : IVerb
{
    private readonly SeasonArguments _arguments = new();

    public SeasonVerb()
    {
        Command = new Command(
            "season", "Run months of the market in virtual time, audit them and write a report.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale season", "Half a year of 3,000 stores, two festivals in it; results in runs/."),
        new("flashsale season --stores 300 --seed 7", "A tenth of it in a few seconds, with other chance."),
        new("flashsale season --stores 600 --watch --pace 4", "On the live pages, four days a second."),
        new("flashsale season --set sellers.exitsPerDay=0.003 --out more-exits",
            "The same where more stores close."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var options = _arguments.Read(parsed);
        if (SeasonChoice.Read(options, terminal) is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        ApiKeys? keys = null;
        if (options.Watch && !WatchKeys.TryRead(options.Urls, terminal, "season", out keys))
        {
            return ExitCode.BadInput;
        }

        options = options with { Keys = keys };
        var seal = RunSeals.Of(scenario, options);
        using var place = OutputFolder.Take(seal, OutputWish.Of(scenario, options), terminal);
        if (place is null)
        {
            return ExitCode.BadInput;
        }

        var startedAt = terminal.Clock.GetTimestamp();
        var season = Season.Create(scenario);
        using var play = new SeasonPlay(season, options, terminal);
        play.Run(stop);
        var stamp = RunSeals.StampOf(
            options.CommandOf(scenario), terminal.Clock.GetElapsedTime(startedAt));
        var result = season.Finish(stamp);
        var folder = new SeasonFolder(place.Path);
        folder.Publish(seal, season, result);
        SeasonView.Show(result.Summary, folder, terminal, options);
        play.StayOpen(stop);
        return result.Summary.Audit.Passed ? ExitCode.Done : ExitCode.Failed;
    }
}
