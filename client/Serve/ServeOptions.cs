using System.CommandLine;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>What the user asked to serve.</summary>
internal sealed record ServeOptions
{
    /// <summary>The folder of the journal.</summary>
    public string Journal { get; init; } = "market";

    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = ServedUrls.Usual;

    /// <summary>A shipped scenario's name or a file; null for an empty market.</summary>
    public string? Scenario { get; init; }

    /// <summary>The seed of all draws; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The share of buyers and stores; null for the scenario's.</summary>
    public double? Scale { get; init; }

    /// <summary>How many seconds of the market pass in a second.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>How long before the festival's midnight a new market begins.</summary>
    public TimeSpan BeforeMidnight { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the scenario's buyers live in the market.</summary>
    public bool HasBuyers { get; init; } = true;

    /// <summary>Whether callers on this machine need no key although keys are set.</summary>
    public bool TrustsLoopback { get; init; }

    /// <summary>Where metrics are sent; null for nowhere.</summary>
    public Uri? Collector { get; init; }

    /// <summary>The file of alert rules; null for the usual ones.</summary>
    public string? Alerts { get; init; }

    /// <summary>What the file says.</summary>
    public IReadOnlyList<AlertRule> AlertRules { get; init; } = AlertRule.Usual;

    /// <summary>The folder of past runs, for the dashboard.</summary>
    public string Runs { get; init; } = OutputFolder.Parent;

    /// <summary>Whether standard output is for a machine.</summary>
    public bool Json { get; init; }

    /// <summary>Whether people need no words.</summary>
    public bool Quiet { get; init; }
}

/// <summary>The options of «flashsale serve».</summary>
internal sealed class ServeArguments
{
    private const int MinutesMax = 60 * 24 * 30;
    private const double SpeedMax = 100_000;

    private readonly Option<string?> _journal = new("--journal")
    {
        HelpName = "FOLDER",
        Description = "The folder that the market lives in, made if missing. Without it: market.",
    };

    private readonly Option<string?> _urls = new("--urls")
    {
        HelpName = "URLS",
        Description = "Where to listen, several with «;» between them. Without it: "
            + $"{ServedUrls.Usual}. Beyond this machine the environment must set {ServeKeys.ApiKeyName} and "
            + $"{ServeKeys.OperatorKeyName}.",
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "NAME",
        Description = "A shipped scenario's name, or the path of a YAML file: fills a new market with its "
            + "stores and listings, and lets its buyers live there. Without it: an empty market.",
    };

    private readonly Option<bool> _noBuyers = new("--no-buyers")
    {
        Description = "Fill the market from the scenario, but let nobody live in it and admit every "
            + "checkout: for load tests.",
    };

    private readonly Option<bool> _trustLoopback = new("--trust-loopback")
    {
        Description = "With keys set: let callers on this machine in without one, as operators. Not behind a "
            + "proxy on this machine: it makes every stranger such a caller.",
    };

    private readonly Option<double?> _speed = NumberOption.Of(
        "--speed", "NUMBER", "How many seconds of the market pass in a second. Without it: 1.", 0.01,
        SpeedMax);

    private readonly Option<int?> _beforeMidnight = NumberOption.Of(
        "--before-midnight", "MINUTES", "How long before the festival's midnight a new market of a scenario "
            + "begins. Without it: 10.", 0, MinutesMax);

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<double?> _scale = SharedOptions.Scale();
    private readonly Option<string?> _alerts = SharedOptions.Alerts();
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one line of JSON when the server is ready; all else goes to standard error.",
    };

    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _journal, _urls, _trustLoopback, _scenario, _noBuyers, _speed, _beforeMidnight, _seed, _scale,
            _alerts, _json, _quiet,
        })
        {
            command.Add(option);
        }

        SharedOptions.OnlyWith(command, _scenario, _noBuyers, _beforeMidnight, _seed, _scale);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_urls) is { } urls && ServedUrls.Problem(urls) is { } problem)
            {
                result.AddError($"--urls: {problem}");
            }
        });
    }

    /// <summary>What was given.</summary>
    public ServeOptions Read(ParseResult parsed)
    {
        var usual = new ServeOptions();
        return new ServeOptions
        {
            Journal = parsed.GetValue(_journal) ?? usual.Journal,
            Urls = parsed.GetValue(_urls) ?? usual.Urls,
            TrustsLoopback = parsed.GetValue(_trustLoopback),
            Scenario = parsed.GetValue(_scenario),
            Seed = parsed.GetValue(_seed),
            Scale = parsed.GetValue(_scale),
            Speed = parsed.GetValue(_speed) ?? usual.Speed,
            BeforeMidnight = parsed.GetValue(_beforeMidnight) is { } minutes
                ? TimeSpan.FromMinutes(minutes)
                : usual.BeforeMidnight,
            HasBuyers = !parsed.GetValue(_noBuyers),
            Alerts = parsed.GetValue(_alerts),
            Json = parsed.GetValue(_json),
            Quiet = parsed.GetValue(_quiet),
        };
    }
}
