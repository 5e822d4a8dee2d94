using System.CommandLine;

namespace FlashSale.LoadTests;

/// <summary>The command line: a load test by its name, or «measure» for the closed loop.</summary>
internal static class LoadCommands
{
    private static readonly Argument<string> Name = new("scenario")
    {
        Description = "A load test: "
            + string.Join("; ", LoadScenarios.All.Select(one => $"{one.Name}, {one.For}")) + ".",
        DefaultValueFactory = _ => LoadScenarios.Usual,
    };

    private static readonly Option<string?> File =
        Text("--file", "A scenario file instead of the shipped one.");

    private static readonly Option<string?> Url = Text(
        "--url", "The HTTP API to load, such as http://127.0.0.1:5080, instead of a silo in this process.");

    private static readonly Option<string?> Cluster = Text(
        "--cluster", "The PostgreSQL database of a running cluster, to join it as an Orleans client.");

    private static readonly Option<string> ClusterId = new("--cluster-id")
    {
        Description = "The name that the cluster's silos share.",
        DefaultValueFactory = _ => "flashsale",
    };

    private static readonly Option<double?> Peak = new("--peak")
    {
        Description = "The highest rate, in arrivals a second, instead of the scenario's.",
    };

    private static readonly Option<int?> Seconds =
        Number("--seconds", "How long, without the warm-up.", 21_600);
    private static readonly Option<int?> WarmUp = Number("--warm-up", "Seconds of the warm-up.", 3_600);
    private static readonly Option<ulong?> Seed = new("--seed") { Description = "The seed of all draws." };

    private static readonly Option<int?> Kill = Number(
        "--kill", "The number of a silo's process to kill when a third has passed.", int.MaxValue);

    private static readonly Option<string> Out = new("--out", "-o")
    {
        Description = "The folder for summary.json, timeline.csv, junit.xml, report.html.",
        DefaultValueFactory = _ => "reports",
    };

    /// <summary>The whole tree.</summary>
    /// <param name="purpose">What the program is for.</param>
    /// <param name="inject">Begins the visits; null for the driver's own pacer.</param>
    /// <param name="clock">The time.</param>
    public static RootCommand Root(string purpose, Injector? inject, TimeProvider clock)
    {
        Name.AcceptOnlyFromAmong([.. LoadScenarios.All.Select(one => one.Name)]);
        Peak.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double?>() is { } peak && !(peak is > 0 and <= 1e6))
            {
                given.AddError("--peak: above 0, at most 1000000");
            }
        });
        var root = new RootCommand(purpose)
        {
            Name, File, Url, Cluster, ClusterId, MeasureOptions.StorageOption, MeasureOptions.Connection,
            Peak, Seconds, WarmUp, Seed, Kill, Out, MeasureOptions.Measurements,
            MeasureOptions.Command(clock),
        };
        root.SetAction((parsed, stop) => LoadVerb.Run(
            Read(parsed), inject, Console.Out, Console.Error, clock, stop));
        return root;
    }

    private static LoadOptions Read(ParseResult parsed) => new()
    {
        Scenario = LoadScenarios.All.Single(one => one.Name == parsed.GetRequiredValue(Name)),
        File = parsed.GetValue(File),
        Url = parsed.GetValue(Url),
        Cluster = parsed.GetValue(Cluster),
        ClusterId = parsed.GetRequiredValue(ClusterId),
        Storage = parsed.GetValue(MeasureOptions.StorageOption),
        Connection = parsed.GetValue(MeasureOptions.Connection),
        Peak = parsed.GetValue(Peak),
        Seconds = parsed.GetValue(Seconds),
        WarmUp = parsed.GetValue(WarmUp),
        Seed = parsed.GetValue(Seed),
        Kill = parsed.GetValue(Kill),
        Out = parsed.GetRequiredValue(Out),
        Measurements = parsed.GetValue(MeasureOptions.Measurements),
    };

    private static Option<string?> Text(string name, string description) => new(name)
    {
        Description = description,
    };

    private static Option<int?> Number(string name, string description, int most)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is { } number && (number < 0 || number > most))
            {
                given.AddError($"{name}: 0 to {most}");
            }
        });
        return option;
    }
}
