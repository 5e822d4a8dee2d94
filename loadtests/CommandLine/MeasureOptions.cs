using System.CommandLine;

namespace FlashSale.LoadTests;

/// <summary>The command line of «measure», and the options that it shares with load tests.</summary>
internal static class MeasureOptions
{
    /// <summary>Where a silo in this process keeps its rows.</summary>
    public static Option<Storage?> StorageOption { get; } = new("--storage")
    {
        Description = "Where a silo in this process keeps its rows: memory, sqlite (synced) or postgres. "
            + "Without it: sqlite for a load test, memory for «measure».",
        Recursive = true,
    };

    /// <summary>Its database.</summary>
    public static Option<string?> Connection { get; } = new("--connection")
    {
        Description = "An empty PostgreSQL database for --storage postgres or --silos.",
        Recursive = true,
    };

    /// <summary>Where measurements go.</summary>
    public static Option<string?> Measurements { get; } = new("--measurements")
    {
        Description = "Write what was measured to this file, for «flashsale plan».",
        Recursive = true,
    };

    private static readonly Option<Popularity?> PopularityOption = new("--popularity")
    {
        Description = "Which listings buyers want: uniform, zipf or hot; all three if it is not given.",
    };

    private static readonly Option<int> Clients = Number(
        "--clients", 64, "Buyers that act at a time, each waiting for its answer: 1 to 10,000.");

    private static readonly Option<int> Seconds = Number(
        "--seconds", 20, "How long orders are counted in each run.");

    private static readonly Option<int> WarmUp = Number(
        "--warm-up", 15, "Seconds before, in which nothing is counted.");

    private static readonly Option<int> Runs = Number("--runs", 3, "Runs of each kind.");

    private static readonly Option<bool> Mix = new("--marketplace-mix")
    {
        Description = "The five transactions of the Online Marketplace benchmark instead of checkouts.",
    };

    /// <summary>The command.</summary>
    public static Command Command(LoadTerminal terminal, TimeProvider clock)
    {
        var measure = new Command(
            "measure", "Buyers that wait for each answer, as fast as they are answered: a silo's peak.")
        {
            PopularityOption, Clients, Seconds, WarmUp, Runs, Mix,
        };
        measure.Validators.Add(given =>
        {
            var isShared = given.GetValue(StorageOption) == Storage.Postgres;
            if (isShared != given.GetValue(Connection) is not null)
            {
                given.AddError("--storage postgres and --connection belong together; allowed: both or none");
            }

            if (given.GetValue(Mix) && given.GetValue(Measurements) is not null)
            {
                given.AddError(
                    "--measurements writes nothing of the mix; allowed: without --marketplace-mix");
            }
        });
        measure.SetAction(parsed => Session.Run(
            new Plan(
                parsed.GetValue(StorageOption) ?? Storage.Memory, parsed.GetValue(PopularityOption),
                parsed.GetValue(Clients),
                parsed.GetValue(Seconds), parsed.GetValue(WarmUp), parsed.GetValue(Runs),
                parsed.GetValue(Connection), parsed.GetValue(Mix), parsed.GetValue(Measurements)),
            terminal.Out, clock));
        return measure;
    }

    private static Option<int> Number(string name, int usual, string description)
    {
        const int most = 10_000;
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > most)
            {
                given.AddError($"{name}: 1 to {most}");
            }
        });
        return option;
    }
}
