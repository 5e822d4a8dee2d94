using System.CommandLine;
using System.CommandLine.Parsing;
using FlashSale.Driver;

namespace FlashSale.Client;

/// <summary>The arguments and options of «flashsale drive».</summary>
internal sealed class DriveArguments
{
    private const double RateMax = LoadBounds.RateMax;
    private const int SecondsMax = LoadBounds.SecondsMax;
    private const int FromMax = ArrivalCurve.SecondsMax - 1;

    private readonly Argument<string?> _scenario = new("scenario")
    {
        Description = "A shipped scenario's name, or the path of a YAML file; its block «load» says how much "
            + $"and what must hold. Without it: {DriveOptions.ScenarioUsual}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _url = new("--url")
    {
        HelpName = "URL",
        Description = $"Where the API is. Without it: {ServedUrls.Usual}.",
    };

    private readonly Option<string?> _metrics = new("--metrics")
    {
        HelpName = "URLS",
        Description = "Where each process of the market tells its metrics, several with «;» between them: "
            + "what they used goes into the result, for «flashsale plan». Without it: where the API is.",
    };

    private readonly Option<Way?> _way = WordOption.Of<Way>(
        "--way", "How commands travel: single (a call for each), batch, stream. Without it: single.");

    private readonly Option<OrderMix?> _mix = WordOption.Of<OrderMix>(
        "--mix", "What an order is: buy (checkout and payment), checkout, cart-and-buy, whole-life (to the "
            + "confirmation). Without it: buy.");

    private readonly Option<Spacing?> _spacing = WordOption.Of<Spacing>(
        "--spacing", "How orders lie in their seconds: poisson, even. Without it: poisson.");

    private readonly Option<string?> _curve = new("--curve")
    {
        HelpName = "FILE",
        Description = "A CSV table of rates «second,rate», or a recorded trace «hour,orders», instead of the "
            + "scenario's shape. Without it: that shape.",
    };

    private readonly Option<string?> _column = new("--column")
    {
        HelpName = "NAME",
        Description = "The column of the --curve that holds the rates or the orders. Without it: rate; "
            + "orders or count.",
    };

    private readonly Option<int?> _from = NumberOption.Of(
        "--from", "SECONDS", "Where in the --curve the load begins, in seconds of the test. Without it: 0.",
        0, FromMax);

    private readonly Option<double?> _rate = NumberOption.Of(
        "--rate", "NUMBER", "A constant rate in orders a second, instead of the scenario's shape. "
            + "Without it: that shape.", 0.001,
        RateMax);

    private readonly Option<double?> _peak = NumberOption.Of(
        "--peak", "NUMBER", "The highest rate in orders a second: all that is played is scaled to it. "
            + "Without it: as the scenario or the curve says.", 0.001,
        RateMax);

    private readonly Option<double?> _speed = NumberOption.Of(
        "--speed", "NUMBER", "How many seconds of the curve pass in one of the test. "
            + "Without it: as the scenario says, of a --curve 1.", 0.001, 100_000.0);

    private readonly Option<int?> _duration = NumberOption.Of(
        "--duration", "SECONDS", "How long the load is, without its warm-up. "
            + "Without it: as the scenario says.", 1, SecondsMax);

    private readonly Option<int?> _warmUp = NumberOption.Of(
        "--warm-up", "SECONDS", "How long the load rises to half its peak before anything counts. "
            + "Without it: as the scenario says.", 0,
        SecondsMax);

    private readonly Option<int?> _connections = NumberOption.Of(
        "--connections", "NUMBER", "Connections or streams. Without it: 128 for single calls, 8 for batches, "
            + "2 streams.", 1, 4_096);

    private readonly Option<int?> _inFlight = NumberOption.Of(
        "--in-flight", "NUMBER", "How many orders may wait for an answer; beyond it they are dropped and "
            + "counted. Without it: 100000.", 1, OpenLoopLimits.InFlightLimit);

    private readonly Option<int?> _buyers = NumberOption.Of(
        "--buyers", "NUMBER", "How many buyers there are. Without it: as many as the scenario's orders a "
            + "buyer make.", 1, LoadBounds.BuyersMax);

    private readonly Option<int?> _processes = NumberOption.Of(
        "--processes", "NUMBER", "Driver processes that share the load; their counts are merged without "
            + "loss. Without it: 1, this one.", 1, 64);

    private readonly Option<string?> _chaos = new("--chaos")
    {
        HelpName = "FILE",
        Description = "A YAML file of trouble to make: commands to run, processes to kill, switches to flip. "
            + "Without it: none.",
    };

    private readonly Option<bool> _abortEarly = new("--abort-early")
    {
        Description = "Stop when a gate of latency or of errors fails, instead of at the end.",
    };

    private readonly Option<bool> _findPeak = new("--find-peak")
    {
        Description =
            "Search for the highest constant rate at which the gates hold, by doubling and halving.",
    };

    private readonly Option<string?> _part = new("--part")
    {
        HelpName = "FILE",
        Description = "Issue the part of a load that this file describes: --processes starts such ones. "
            + "Without it: the whole load.",
    };

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<double?> _scale = NumberOption.Of(
        "--scale", "SHARE", "The share of the scenario's stores and listings that an empty market is filled "
            + "with. Without it: the scenario's.", SharedOptions.ScaleMin, 1.0);

    private readonly Option<string?> _out = SharedOptions.Out();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_scenario);
        foreach (var option in new Option[]
        {
            _url, _metrics, _way, _mix, _spacing, _curve, _column, _from, _rate, _peak, _speed, _duration,
            _warmUp, _connections, _inFlight, _buyers, _processes, _chaos, _abortEarly, _findPeak, _part,
            _seed, _scale, _out, _json, _quiet,
        })
        {
            command.Add(option);
        }

        command.Validators.Add(Check);
    }

    /// <summary>What was given.</summary>
    public DriveOptions Read(ParseResult parsed)
    {
        var usual = new DriveOptions();
        return new DriveOptions
        {
            Scenario = parsed.GetValue(_scenario) ?? usual.Scenario,
            Url = parsed.GetValue(_url) ?? usual.Url,
            Metrics = parsed.GetValue(_metrics),
            Way = parsed.GetValue(_way) ?? usual.Way,
            Mix = parsed.GetValue(_mix) ?? usual.Mix,
            Spacing = parsed.GetValue(_spacing) ?? usual.Spacing,
            Curve = parsed.GetValue(_curve),
            Column = parsed.GetValue(_column),
            From = parsed.GetValue(_from),
            Rate = parsed.GetValue(_rate),
            Peak = parsed.GetValue(_peak),
            Speed = parsed.GetValue(_speed),
            Duration = parsed.GetValue(_duration),
            WarmUp = parsed.GetValue(_warmUp),
            Connections = parsed.GetValue(_connections),
            InFlight = parsed.GetValue(_inFlight),
            Buyers = parsed.GetValue(_buyers),
            Processes = parsed.GetValue(_processes) ?? usual.Processes,
            Chaos = parsed.GetValue(_chaos),
            AbortEarly = parsed.GetValue(_abortEarly),
            FindPeak = parsed.GetValue(_findPeak),
            Part = parsed.GetValue(_part),
            Seed = parsed.GetValue(_seed),
            Scale = parsed.GetValue(_scale),
            Out = parsed.GetValue(_out),
            Json = parsed.GetValue(_json),
            Quiet = parsed.GetValue(_quiet),
        };
    }

    private void Check(CommandResult given)
    {
        if (given.GetValue(_url) is { } url && ApiAddress.Parse(url) is null)
        {
            given.AddError($"--url «{url}» is wrong; allowed: http://host:port");
        }

        if (given.GetValue(_metrics) is { } all
            && (ServedUrls.Split(all) is not { Length: > 0 } urls
                || urls.Any(one => ApiAddress.Parse(one) is null)))
        {
            given.AddError(
                $"--metrics «{all}» is wrong; allowed: http://host:port, several with «;» between them");
        }

        (Option One, Option Other)[] apart =
        [
            (_rate, _curve), (_rate, _peak), (_rate, _speed), (_findPeak, _processes), (_findPeak, _curve),
            (_findPeak, _speed), (_findPeak, _chaos), (_findPeak, _abortEarly), (_abortEarly, _processes),
        ];
        foreach (var (one, other) in apart.Where(
            pair => IsGiven(given, pair.One) && IsGiven(given, pair.Other)))
        {
            given.AddError($"{one.Name} and {other.Name} are given; allowed: one of them");
        }

        foreach (var option in new Option[] { _column, _from }.Where(option =>
            IsGiven(given, option) && !IsGiven(given, _curve)))
        {
            given.AddError($"{option.Name} changes nothing without {_curve.Name}; allowed: both, or neither");
        }
    }

    private static bool IsGiven(CommandResult given, Option option) =>
        given.GetResult(option) is { Implicit: false };
}
