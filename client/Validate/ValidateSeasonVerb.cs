using System.CommandLine;
using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale validate season»: seasons on many seeds against the published figures.</summary>
internal sealed class ValidateSeasonVerb : IVerb
{
    private readonly Argument<string?> _scenario = new("season")
    {
        Description = "A shipped season's name, or the path of a YAML file with «kind: season». "
            + $"Without it: {SeasonOptions.ScenarioUsual}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description = "Set a value of the scenario, as season.stores=500; may be given several times. "
            + "Without it: the scenario as it is.",
    };

    private readonly Option<bool> _markdown = SeasonCheckTable.MarkdownOption();

    private readonly SeedArguments _seeds = new(
        "validate season", "Play so many seeds, from --seed on, for means with 95 % intervals.");

    public ValidateSeasonVerb()
    {
        Command = new Command(
            "season", "Compare a season, on several seeds, with what was published; a miss is said and is no "
                + "failure, a broken audit is one.")
        {
            _scenario, _seed, _set, _markdown,
        };
        _seeds.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale validate season", "The shipped season on five seeds."),
        new("flashsale validate season steady-season --seeds 20", "A season without festivals."),
        new("flashsale validate season steady-platform --seeds 20 --markdown",
            "Every model, as a table for a page of docs."),
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

        var plays = _seeds.Read(parsed, terminal, stop);
        var seasons = plays.From(scenario.Seed)
            .Select(seed => plays.Play(Season.Create(scenario with { Seed = seed })).Summary).ToList();
        var title = string.Create(CultureInfo.InvariantCulture, $"{scenario.Name} on {seasons.Count} seeds");
        SeasonCheckTable.Show(
            SeasonComparison.Of(seasons), title, plays, terminal, parsed.GetValue(_markdown));
        return plays.Ended;
    }
}
