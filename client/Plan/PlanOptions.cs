using System.CommandLine;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What the user asked to plan.</summary>
internal sealed record PlanOptions
{
    /// <summary>Files of measurements.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What the cluster has to carry.</summary>
    public required CapacityQuestion Question { get; init; }

    /// <summary>Losses of the scaling law to assume; null to fit them.</summary>
    public AssumedLosses? Losses { get; init; }

    /// <summary>The seed of the resampling.</summary>
    public ulong Seed { get; init; }

    /// <summary>The scenario whose festival is planned; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>Where to write that scenario with the planned capacity.</summary>
    public string? ScenarioOut { get; init; }

    /// <summary>Where to write the block «capacity» alone.</summary>
    public string? Out { get; init; }

    /// <summary>Whether standard output is for a machine.</summary>
    public bool Json { get; init; }
}

/// <summary>The arguments and options of «flashsale plan».</summary>
internal sealed class PlanArguments
{
    private const double RateMax = 1e9;

    private static readonly CapacityQuestion Usual = new();

    private readonly Argument<string[]> _files = new("measurements")
    {
        Description = "Folders that «drive», «drive --find-peak» or «loadtests» wrote; tables (.csv) and "
            + "JSON files of measurements.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double?> _orders = NumberOption.Of(
        "--orders-per-second", "NUMBER",
        "What has to be carried. Without it: the scenario's peak, or the record of 2020, 583000.",
        1, RateMax);

    private readonly Option<double?> _latency = NumberOption.Of(
        "--p99", "MS", "99 of 100 orders are to be done within so many ms. Without it: 500.", 0.1, 1e7);

    private readonly Option<double?> _headroom = NumberOption.Of(
        "--headroom", "SHARE", "The share of every capacity that stays free. Without it: 0.2.", 0, 0.95);

    private readonly Option<int?> _silos = NumberOption.Of(
        "--silos", "NUMBER", "What so many silos carry, instead of the smallest number that is enough. "
            + "Without it: that number.",
        1, 100_000);

    private readonly Option<double?> _rows = NumberOption.Of(
        "--rows-per-second", "NUMBER", "The rows that the database's disks take a second. "
            + "Without it: the disks set no limit.", 1, 1e12);

    private readonly Option<double?> _contention = NumberOption.Of(
        "--contention", "SHARE", "Assume this share of work that only one silo at a time can do, instead of "
            + "fitting it; with --coherency. Without it: fitted.", 0, 1.0);

    private readonly Option<double?> _coherency = NumberOption.Of(
        "--coherency", "SHARE", "Assume this cost of every pair of silos; with --contention. "
            + "Without it: fitted.", 0, 1.0);

    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "NAME",
        Description = "A shipped scenario's name, or the path of a YAML file: the festival that is planned. "
            + "Without it: the record of 2020.",
    };

    private readonly Option<string?> _scenarioOut = new("--scenario-out")
    {
        HelpName = "FILE",
        Description = "Write that scenario with the planned capacity, for «flashsale simulate». "
            + "Without it: nowhere.",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        HelpName = "FILE",
        Description = "Write the block «capacity» of that scenario alone. Without it: nowhere.",
    };

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<bool> _json = SharedOptions.Json();

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in new Option[]
        {
            _orders, _latency, _headroom, _silos, _rows, _contention, _coherency, _scenario, _scenarioOut,
            _out, _seed, _json,
        })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_contention) is null != result.GetValue(_coherency) is null)
            {
                result.AddError("one of --contention and --coherency is given; allowed: both or none");
            }

            if (result.GetValue(_scenario) is null
                && (result.GetValue(_scenarioOut) ?? result.GetValue(_out)) is not null)
            {
                result.AddError(
                    "--out and --scenario-out need a festival; allowed: --scenario NAME with them");
            }
        });
    }

    /// <summary>What was given.</summary>
    public PlanOptions Read(ParseResult parsed, double? scenarioPeak) => new()
    {
        Files = parsed.GetRequiredValue(_files),
        Question = new CapacityQuestion
        {
            OrdersPerSecond = parsed.GetValue(_orders) ?? scenarioPeak ?? Usual.OrdersPerSecond,
            LatencyMsP99 = parsed.GetValue(_latency) ?? Usual.LatencyMsP99,
            Headroom = parsed.GetValue(_headroom) ?? Usual.Headroom,
            Silos = parsed.GetValue(_silos),
            RowsPerSecondMax = parsed.GetValue(_rows),
        },
        Losses =
            parsed.GetValue(_contention) is { } contention && parsed.GetValue(_coherency) is { } coherency
            ? new AssumedLosses(contention, coherency)
            : null,
        Seed = parsed.GetValue(_seed) ?? 1,
        Scenario = ScenarioOf(parsed),
        ScenarioOut = parsed.GetValue(_scenarioOut),
        Out = parsed.GetValue(_out),
        Json = parsed.GetValue(_json),
    };

    /// <summary>The scenario that was named; null for none.</summary>
    public string? ScenarioOf(ParseResult parsed) => parsed.GetValue(_scenario);
}
