using System.CommandLine;
using System.Globalization;

namespace FlashSale.LoadTests;

/// <summary>The command line of the load tests of a cluster.</summary>
internal static class Program
{
    private static readonly Option<Storage> StorageOption = new("--storage")
    {
        Description = "Where the silo keeps its rows: memory, sqlite or postgres.",
        DefaultValueFactory = _ => Storage.Memory,
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

    private static readonly Option<string?> Connection = new("--connection")
    {
        Description = "An empty PostgreSQL database for --storage postgres.",
    };

    private static readonly Option<bool> Mix = new("--marketplace-mix")
    {
        Description = "The five transactions of the Online Marketplace benchmark instead of checkouts.",
    };

    private static Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Loads a silo in this process and audits it afterwards.")
        {
            StorageOption, PopularityOption, Clients, Seconds, WarmUp, Runs, Connection, Mix,
        };
        root.SetAction(parsed => Session.Run(
            new Plan(
                parsed.GetValue(StorageOption), parsed.GetValue(PopularityOption), parsed.GetValue(Clients),
                parsed.GetValue(Seconds), parsed.GetValue(WarmUp), parsed.GetValue(Runs),
                parsed.GetValue(Connection), parsed.GetValue(Mix)),
            Console.Out));
        return root.Parse(args).InvokeAsync();
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
