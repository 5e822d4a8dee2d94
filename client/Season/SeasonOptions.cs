using System.CommandLine;
using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What the user asked of a season; null where the scenario decides.</summary>
internal sealed record SeasonOptions
{
    /// <summary>What is played when nothing else is asked for.</summary>
    public const string ScenarioUsual = "season";

    /// <summary>A shipped season's name or a file.</summary>
    public string Scenario { get; init; } = ScenarioUsual;

    /// <summary>The seed of all draws.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Measured days.</summary>
    public int? Days { get; init; }

    /// <summary>Stores at the start.</summary>
    public int? Stores { get; init; }

    /// <summary>Values of the scenario that are set, as path=value.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>The folder for the results.</summary>
    public string? Out { get; init; }

    /// <summary>Whether results of another question in the folder are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to serve the live pages while it plays.</summary>
    public bool Watch { get; init; }

    /// <summary>Where the pages are listened for.</summary>
    public string Urls { get; init; } = ServedUrls.Usual;

    /// <summary>How many days of a watched season pass in a second; 0 for all that can.</summary>
    public double Pace { get; init; } = 2;

    /// <summary>The keys that viewers show; null if they need none.</summary>
    public ApiKeys? Keys { get; init; }

    /// <summary>Whether standard output is for a machine.</summary>
    public bool Json { get; init; }

    /// <summary>Whether people need no words.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether the command line changes the scenario, the seed apart.</summary>
    public bool IsChanged => Settings.Count > 0;

    /// <summary>All values that are set, those with an option of their own too.</summary>
    public IReadOnlyList<string> Settings =>
    [
        .. Days is { } days ? [Text($"season.days={days}")] : (IEnumerable<string>)[],
        .. Stores is { } stores ? [Text($"season.stores={stores}")] : (IEnumerable<string>)[],
        .. Set,
    ];

    /// <summary>The command line that repeats a season.</summary>
    public string CommandOf(SeasonScenario season) => Text(
        $"{HowStarted.Command} season {Scenario} --seed {season.Seed}")
        + string.Concat(Settings.Select(setting => $" --set '{setting}'"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The arguments and options of «flashsale season».</summary>
internal sealed class SeasonArguments
{
    private const double PaceMax = 11; // as fast as an operator may ask for on the pages

    private readonly Argument<string?> _scenario = new("season")
    {
        Description = "A shipped season's name, or the path of a YAML file with «kind: season». "
            + $"Without it: {SeasonOptions.ScenarioUsual}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<int?> _days = NumberOption.Of(
        "--days", "NUMBER", "So many days are measured, after the warm-up. Without it: the scenario's.",
        1, 1_000);

    private readonly Option<int?> _stores = NumberOption.Of(
        "--stores", "NUMBER", "So many stores are open at the start. Without it: the scenario's.",
        10, 1_000_000);

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description = "Set a value of the scenario, as sellers.exitsPerDay=0.003 or "
            + "policy.inventory.payWithin=5min; may be given several times. "
            + "Without it: the scenario as it is.",
    };

    private readonly Option<string?> _out = SharedOptions.Out();
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace results of another question that are in the folder. "
            + "Without it: such a folder is refused.",
    };

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Serve the live pages while the season plays, and afterwards until Ctrl-C. "
            + "What happens is the same as without it.",
    };

    private readonly Option<double?> _pace = NumberOption.Of(
        "--pace", "NUMBER", "With --watch: how many days pass in a second; 0 is as fast as can be. "
            + "Without it: 2.", 0, PaceMax);

    private readonly Option<string?> _urls = SharedOptions.WatchUrls();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_scenario);
        foreach (var option in new Option[]
        {
            _seed, _days, _stores, _set, _out, _force, _watch, _pace, _urls, _json, _quiet,
        })
        {
            command.Add(option);
        }

        SharedOptions.OnlyWith(command, _watch, _pace, _urls);
        SharedOptions.OnThisMachine(command, _urls);

        command.Validators.Add(result =>
        {
            if (result.GetResult(_out) is { Tokens: [{ Value: "" }] })
            {
                result.AddError("--out is empty; allowed: the path of a folder");
            }
        });
    }

    /// <summary>What was given.</summary>
    public SeasonOptions Read(ParseResult parsed) => new()
    {
        Scenario = parsed.GetValue(_scenario) ?? SeasonOptions.ScenarioUsual,
        Seed = parsed.GetValue(_seed),
        Days = parsed.GetValue(_days),
        Stores = parsed.GetValue(_stores),
        Set = parsed.GetValue(_set) ?? [],
        Out = parsed.GetValue(_out),
        Force = parsed.GetValue(_force),
        Watch = parsed.GetValue(_watch),
        Pace = parsed.GetValue(_pace) ?? new SeasonOptions().Pace,
        Urls = parsed.GetValue(_urls) ?? ServedUrls.Usual,
        Json = parsed.GetValue(_json),
        Quiet = parsed.GetValue(_quiet),
    };
}
