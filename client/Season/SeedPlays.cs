using System.Globalization;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>Plays seasons on several seeds for a verb that compares them, and prints what came out.</summary>
/// <param name="verb">The verb, which results say they come from.</param>
/// <param name="terminal">Where progress and results are told.</param>
/// <param name="stop">Asks to stop before the end.</param>
internal sealed class SeedPlays(string verb, Terminal terminal, CancellationToken stop)
{
    private static readonly JsonSerializerOptions Written =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private bool _areSound = true;
    private int _seed;

    /// <summary>How many seeds are asked for.</summary>
    public required int Seeds { get; init; }

    /// <summary>Whether standard output is one JSON document.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether neither progress nor results are told.</summary>
    public required bool Quiet { get; init; }

    /// <summary>Done if every season was played to its end and passed the audit.</summary>
    public ExitCode Ended => _areSound && !stop.IsCancellationRequested ? ExitCode.Done : ExitCode.Failed;

    /// <summary>The seeds, one after the other, until somebody asks to stop.</summary>
    public IEnumerable<ulong> From(ulong first)
    {
        for (var at = 0; at < Seeds && !stop.IsCancellationRequested; at++)
        {
            _seed = at + 1;
            yield return first + (ulong)at;
        }
    }

    /// <summary>Plays a season from where it stands to its end.</summary>
    public SeasonResult Play(Season season)
    {
        var which = string.Create(CultureInfo.InvariantCulture, $"seed {_seed} of {Seeds}");
        using var play = new SeasonPlay(season, terminal, Quiet, which);
        play.Run(stop);
        var result = season.Finish(RunSeals.StampOf($"flashsale {verb}", TimeSpan.Zero));
        _areSound &= result.Summary.Audit.Passed && !result.Summary.Partial;
        return result;
    }

    /// <summary>Prints what came out: as JSON, if asked for, and as people read it.</summary>
    public void Show<T>(T result, Action<T, IAnsiConsole> write)
    {
        if (Json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(result, Written));
        }

        if (!Quiet)
        {
            var console = terminal.Pretty(onError: Json);
            write(result, console);
            console.WriteLine();
        }
    }
}
