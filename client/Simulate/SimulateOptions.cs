using System.CommandLine;
using System.CommandLine.Parsing;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>What the user asked to simulate; null where the scenario decides.</summary>
internal sealed record SimulateOptions
{
    /// <summary>A shipped scenario's name or a file; null for the default.</summary>
    public string? Scenario { get; init; }

    /// <summary>A file of festival facts instead of a scenario.</summary>
    public string? Facts { get; init; }

    /// <summary>The seed of all draws.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The share of buyers that is simulated.</summary>
    public double? Scale { get; init; }

    /// <summary>Values of the scenario that are set, as path=value.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>How many seeds to run, one after the other; null for one.</summary>
    public int? Seeds { get; init; }

    /// <summary>Whether results of another question in the folder are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Simulated days after which to stop.</summary>
    public int? Days { get; init; }

    /// <summary>The folder for the results.</summary>
    public string? Out { get; init; }

    /// <summary>The folder to record every command in; null to record none.</summary>
    public string? Journal { get; init; }

    /// <summary>Whether to serve the dashboard while the simulation plays.</summary>
    public bool Watch { get; init; }

    /// <summary>Where the dashboard listens.</summary>
    public string Urls { get; init; } = ServedUrls.Usual;

    /// <summary>The keys that viewers show; null if they need none.</summary>
    public ApiKeys? Keys { get; init; }

    /// <summary>How many seconds of a watched simulation pass in a second; 0 for all that can.</summary>
    public double Speed { get; init; } = 60;

    /// <summary>The file of alert rules; null for the usual ones.</summary>
    public string? Alerts { get; init; }

    /// <summary>What the file says.</summary>
    public IReadOnlyList<AlertRule> AlertRules { get; init; } = AlertRule.Usual;

    /// <summary>From when before midnight a watched simulation plays.</summary>
    public TimeSpan BeforeMidnight { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether standard output is for a machine.</summary>
    public bool Json { get; init; }

    /// <summary>Whether people need no words.</summary>
    public bool Quiet { get; init; }
}

/// <summary>The arguments and options of «flashsale simulate».</summary>
internal sealed class SimulateArguments
{
    private const int DaysMax = 365;
    private const int MinutesMax = 60 * 24 * 30;
    private const double SpeedMax = 1_000_000;
    private const int SeedsMax = 1_000;

    private readonly Argument<string?> _scenario = new("scenario")
    {
        Description = "A shipped scenario's name, or the path of a YAML file. "
            + $"Without it: {SimulateVerb.ScenarioUsual}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _facts = new("--facts")
    {
        HelpName = "FILE",
        Description = "Make the scenario from a YAML file of festival facts alone: "
            + "year, GMV, average order, peaks. Without it: the scenario's facts.",
    };

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<double?> _scale = SharedOptions.Scale();
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description = "Set a value of the scenario, as policy.inventory.payWithin=5min or "
            + "channels[kind=bank].failureRate=0.05; may be given several times. "
            + "Without it: the scenario as it is.",
    };

    private readonly Option<int?> _seeds = NumberOption.Of(
        "--seeds", "NUMBER", "Run so many seeds, from --seed on, each into its own folder, and print means "
            + "with 95 % intervals. Without it: one.", 2, SeedsMax);

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace results of another question that are in the folder. "
            + "Without it: such a folder is refused.",
    };

    private readonly Option<string?> _out = SharedOptions.Out();
    private readonly Option<string?> _journal = new("--journal")
    {
        HelpName = "FOLDER",
        Description = "Record every command of the market in this empty folder, for audit and replay. "
            + "Without it: nowhere.",
    };

    private readonly Option<string?> _alerts = SharedOptions.Alerts();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    private readonly Option<int?> _days = NumberOption.Of(
        "--days", "NUMBER", "Stop after so many simulated days, counted from midnight of the festival. "
            + "Without it: when the last parcel is confirmed, rated or refunded.", 1, DaysMax);

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Serve the dashboard while the simulation plays, and afterwards until Ctrl-C. "
            + "What happens is the same as without it.",
    };

    private readonly Option<string?> _urls = SharedOptions.WatchUrls();

    private readonly Option<double?> _speed = NumberOption.Of(
        "--speed", "NUMBER", "With --watch: how many seconds of the simulation pass in a second; 0 is as "
            + "fast as can be. Without it: 60.", 0, SpeedMax);

    private readonly Option<int?> _beforeMidnight = NumberOption.Of(
        "--before-midnight", "MINUTES", "With --watch: how long before midnight that speed begins; until "
            + "then it runs as fast as can be. Without it: 10.", 0, MinutesMax);

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        SharedOptions.OnThisMachine(command, _urls);
        command.Add(_scenario);
        foreach (var option in new Option[] { _facts, _seed, _scale, _set, _seeds, _days, _out, _force,
            _journal, _watch, _speed,
            _beforeMidnight, _urls, _alerts, _json, _quiet })
        {
            command.Add(option);
        }

        SharedOptions.OnlyWith(command, _watch, _speed, _beforeMidnight, _urls, _alerts);
        command.Validators.Add(CheckSeeds);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_scenario) is not null && result.GetValue(_facts) is not null)
            {
                result.AddError("a scenario and --facts are given; allowed: one of them");
            }
        });
    }

    private void CheckSeeds(CommandResult result)
    {
        if (result.GetResult(_seeds) is not null
            && (result.GetValue(_watch) || result.GetResult(_journal) is not null))
        {
            result.AddError("--seeds runs several festivals; allowed without --watch and --journal");
        }

        if (result.GetResult(_out) is { Tokens: [{ Value: "" }] })
        {
            result.AddError("--out is empty; allowed: the path of a folder");
        }
    }

    /// <summary>What was given.</summary>
    public SimulateOptions Read(ParseResult parsed) => new()
    {
        Scenario = parsed.GetValue(_scenario),
        Facts = parsed.GetValue(_facts),
        Seed = parsed.GetValue(_seed),
        Scale = parsed.GetValue(_scale),
        Set = parsed.GetValue(_set) ?? [],
        Seeds = parsed.GetValue(_seeds),
        Force = parsed.GetValue(_force),
        Days = parsed.GetValue(_days),
        Out = parsed.GetValue(_out),
        Journal = parsed.GetValue(_journal),
        Alerts = parsed.GetValue(_alerts),
        Watch = parsed.GetValue(_watch),
        Urls = parsed.GetValue(_urls) ?? ServedUrls.Usual,
        Speed = parsed.GetValue(_speed) ?? new SimulateOptions().Speed,
        BeforeMidnight = parsed.GetValue(_beforeMidnight) is { } minutes
            ? TimeSpan.FromMinutes(minutes)
            : new SimulateOptions().BeforeMidnight,
        Json = parsed.GetValue(_json),
        Quiet = parsed.GetValue(_quiet),
    };
}
