using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>«flashsale validate season»: seasons on many seeds against the published figures.</summary>
internal sealed class ValidateSeasonVerb : IVerb
{
    private const int SeedsUsual = 5;
    private const int SeedsMax = 1_000;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Argument<string?> _scenario = new("season")
    {
        Description = "A shipped season's name, or the path of a YAML file with «kind: season». "
            + $"Without it: {SeasonOptions.ScenarioUsual}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _seeds = NumberOption.Of(
        "--seeds", "NUMBER", "Play so many seeds, from --seed on, for means with 95 % intervals. "
            + $"Without it: {SeedsUsual}.", 1, SeedsMax);

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description = "Set a value of the scenario, as season.stores=500; may be given several times. "
            + "Without it: the scenario as it is.",
    };

    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public ValidateSeasonVerb() =>
        Command = new Command(
            "season", "Compare a season, on several seeds, with what was published; a miss is said and is no "
                + "failure, a broken audit is one.")
        {
            _scenario, _seeds, _seed, _set, _json, _quiet,
        };

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale validate season", "The shipped season on five seeds."),
        new("flashsale validate season steady-season --seeds 20", "A season without festivals."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var options = new SeasonOptions
        {
            Scenario = parsed.GetValue(_scenario) ?? SeasonOptions.ScenarioUsual,
            Seed = parsed.GetValue(_seed),
            Set = parsed.GetValue(_set) ?? [],
        };
        if (SeasonChoice.Read(options, terminal, "validate season") is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        var (seeds, isQuiet) = (parsed.GetValue(_seeds) ?? SeedsUsual, parsed.GetValue(_quiet));
        var seasons = new List<SeasonSummary>();
        for (var at = 0; at < seeds && !stop.IsCancellationRequested; at++)
        {
            var season = Season.Create(scenario with { Seed = scenario.Seed + (ulong)at });
            using var play = new SeasonPlay(season, terminal, isQuiet);
            play.Run(stop);
            seasons.Add(season.Finish(RunSeals.StampOf("flashsale validate season", TimeSpan.Zero)).Summary);
        }

        var checks = SeasonComparison.Of(seasons);
        Show(checks, scenario, seasons.Count, terminal, parsed.GetValue(_json), isQuiet);
        return seasons.Count == seeds && seasons.All(season => season.Audit.Passed && !season.Partial)
            ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Show(
        IReadOnlyList<SeasonComparison> checks, SeasonScenario scenario, int seeds, Terminal terminal,
        bool isJson, bool isQuiet)
    {
        if (isJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(checks, Json));
        }

        if (isQuiet)
        {
            return;
        }

        var console = terminal.Pretty(onError: isJson);
        console.Write(TableOf(
            checks, string.Create(CultureInfo.InvariantCulture, $"{scenario.Name} on {seeds} seeds")));
        console.WriteLine();
    }

    /// <summary>Published figures beside what came out, as people read them.</summary>
    public static Table TableOf(IReadOnlyList<SeasonComparison> checks, string title)
    {
        var table = new Table().Border(TableBorder.Simple).Title(title)
            .AddColumn("figure")
            .AddColumn(new TableColumn("published").RightAligned().NoWrap())
            .AddColumn(new TableColumn("simulated").RightAligned().NoWrap())
            .AddColumn("kind").AddColumn("met").AddColumn("source");
        foreach (var check in checks)
        {
            table.AddRow(
                check.Name, check.Text(check.Published), check.WithInterval, check.Kind,
                check.IsMet ? "yes" : "no", check.Source);
        }

        return table;
    }
}
