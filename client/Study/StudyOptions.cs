using System.CommandLine;
using System.CommandLine.Parsing;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What the user asked «flashsale study» for.</summary>
internal sealed record StudyOptions
{
    /// <summary>
    /// A shipped study's name, or the path of a file; null for one that is said in options.
    /// </summary>
    public string? Study { get; init; }

    /// <summary>How many seeds; null for the file's.</summary>
    public int? Seeds { get; init; }

    /// <summary>The scale; null for the file's.</summary>
    public double? Scale { get; init; }

    /// <summary>How many runs at once; null for as many as there is room for.</summary>
    public int? Jobs { get; init; }

    /// <summary>The most runs; null for the file's budget.</summary>
    public int? Budget { get; init; }

    /// <summary>How many seconds a run may take; null for 20 times the first.</summary>
    public int? RunWithin { get; init; }

    /// <summary>Whether runs that are there are run again.</summary>
    public bool IsFresh { get; init; }

    /// <summary>The folder for the results; null for one in studies/.</summary>
    public string? Out { get; init; }

    /// <summary>Where the runs of all studies are kept.</summary>
    public string Cache { get; init; } = StudyFolder.CachePath;

    /// <summary>Whether standard output is for a machine.</summary>
    public bool Json { get; init; }

    /// <summary>Whether people need no words.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether the plan is told and nothing is run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Silos of the cluster that carries out the runs; none for this machine.</summary>
    public IReadOnlyList<ApiAddress> Cluster { get; init; } = [];

    /// <summary>A study that is said in one line.</summary>
    public OneLineStudy? OneLine { get; init; }

    /// <summary>What the command line says instead of the file.</summary>
    public StudyOverrides Overrides => new(Seeds, Scale, Budget);
}

/// <summary>The arguments and options of «flashsale study» and «flashsale study run».</summary>
/// <param name="isPlan">Whether of «study plan», which runs nothing but the first run.</param>
internal sealed class StudyArguments(bool isPlan = false)
{
    private const int SeedsMax = 10_000;
    private const int JobsMax = 1_000;
    private const int RunsMax = 1_000_000;
    private const int SecondsMax = 7 * 24 * 3_600;

    private readonly Argument<string?> _study = new("study")
    {
        Description = "A shipped study's name, or the path of a YAML file. Without it: --base, --arm and "
            + "--measure say the study.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _seeds = NumberOption.Of(
        "--seeds", "NUMBER", "How many seeds each point is run on. Without it: the file's.", 1, SeedsMax);

    private readonly Option<double?> _scale = NumberOption.Of(
        "--scale", "SHARE", "The share of buyers that is simulated. Without it: the file's, or the base's.",
        SharedOptions.ScaleMin, 1.0);

    private readonly Option<int?> _jobs = NumberOption.Of(
        "--jobs", "NUMBER", "How many runs at once, each in a process; 1 runs them in this one. Without it: "
            + "as many as there are cores, and memory for.", 1, JobsMax);

    private readonly Option<int?> _budget = NumberOption.Of(
        "--budget", "RUNS", "The most runs. Without it: the file's budget, or 10,000.", 1, RunsMax);

    private readonly Option<int?> _within = NumberOption.Of(
        "--run-within", "SECONDS", "How long a run may take before it is given up. Without it: 20 times the "
            + "first, at least two minutes.", 1, SecondsMax);

    private readonly Option<string?> _cluster = new("--cluster")
    {
        HelpName = "URL",
        Description = "Have the runs carried out by a cluster: the URL of a silo, or of several with «;» "
            + "between them, of which the next is asked when one does not answer. The key of operators is "
            + $"that of the environment, {ServeKeys.OperatorKeyName}. Without it: on this machine.",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "Run all runs again, also those that are in the cache.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Read and check everything, and say what would be run: as «study plan».",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        HelpName = "FOLDER",
        Description = "The folder for the results; made if missing. Without it: studies/NAME.",
    };

    private readonly Option<string?> _cache = CacheOption();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();
    private readonly OneLineArguments _oneLine = new();

    /// <summary>The folder of the runs of all studies.</summary>
    public static Option<string?> CacheOption() => new("--cache")
    {
        HelpName = "FOLDER",
        Description = "Where runs are kept for all studies. Without it: studies/.cache.",
    };

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isNeeded">Whether a study must be given; null for always.</param>
    public void AddTo(Command command, Func<CommandResult, bool>? isNeeded = null)
    {
        command.Add(_study);
        Option[] ofRuns = [_jobs, _cluster, _within, _fresh, _dryRun, _out, _json, _quiet];
        foreach (var option in new Option[] { _seeds, _scale, _budget, _cache }
            .Concat(isPlan ? [_jobs] : ofRuns))
        {
            command.Add(option);
        }

        _oneLine.AddTo(command);
        command.Validators.Add(CheckCluster);
        command.Validators.Add(result =>
        {
            if ((isNeeded?.Invoke(result) ?? true)
                && result.GetValue(_study) is null != _oneLine.IsGiven(result))
            {
                result.AddError(result.GetValue(_study) is null
                    ? "no study is given; allowed: a shipped name, a file, or --base with --arm and --measure"
                    : "a study and --base are given; allowed: one of them");
            }
        });
    }

    private static ApiAddress? AddressOf(string url) =>
        ApiAddress.Parse(url, Environment.GetEnvironmentVariable(ServeKeys.OperatorKeyName));

    // A cluster runs as much at once as it has slots, and what it has run it has run.
    private void CheckCluster(CommandResult result)
    {
        if (isPlan || result.GetValue(_cluster) is not { } urls)
        {
            return;
        }

        if (ServedUrls.Split(urls) is not { Length: > 0 } all || all.Any(url => AddressOf(url) is null))
        {
            result.AddError($"«{urls}» is no --cluster; allowed: http://host:port, several with «;» between");
        }

        foreach (var option in new Option[] { _jobs, _fresh, _dryRun })
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                result.AddError($"{option.Name} changes nothing on a cluster; allowed: without --cluster");
            }
        }
    }

    /// <summary>What was given.</summary>
    public StudyOptions Read(ParseResult parsed) => new()
    {
        Study = parsed.GetValue(_study),
        Seeds = parsed.GetValue(_seeds),
        Scale = parsed.GetValue(_scale),
        Jobs = parsed.GetValue(_jobs),
        Budget = parsed.GetValue(_budget),
        RunWithin = parsed.GetValue(_within),
        Cluster = isPlan ? []
            : [.. ServedUrls.Split(parsed.GetValue(_cluster) ?? "").Select(AddressOf).OfType<ApiAddress>()],
        IsFresh = parsed.GetValue(_fresh),
        IsDryRun = isPlan || parsed.GetValue(_dryRun),
        Out = parsed.GetValue(_out),
        Cache = parsed.GetValue(_cache) ?? StudyFolder.CachePath,
        Json = parsed.GetValue(_json),
        Quiet = parsed.GetValue(_quiet),
        OneLine = _oneLine.Read(parsed),
    };
}
