using System.CommandLine;
using System.Globalization;

namespace FlashSale.LoadTests;

/// <summary>The command line of the load tests of a cluster.</summary>
internal static class Program
{
    private const int RunsUsual = 3;

    private static Task<int> Main(string[] args)
    {
        var storage = new Option<Storage>("--storage")
        {
            Description = "Where the silo keeps its rows: memory, sqlite or postgres.",
            DefaultValueFactory = _ => Storage.Memory,
        };
        var popularity = new Option<Popularity?>("--popularity")
        {
            Description = "Which listings buyers want: uniform, zipf or hot; all three if it is not given.",
        };
        var clients = new Option<int>("--clients")
        {
            Description = "Buyers that act at a time, each waiting for its answer: 1 to 10,000.",
            DefaultValueFactory = _ => 64,
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long orders are counted in each run.",
            DefaultValueFactory = _ => 20,
        };
        var warmUp = new Option<int>("--warm-up")
        {
            Description = "Seconds before, in which nothing is counted.",
            DefaultValueFactory = _ => 15,
        };
        var runs = new Option<int>("--runs")
        {
            Description = "Runs of each kind.",
            DefaultValueFactory = _ => RunsUsual,
        };
        var connection = new Option<string?>("--connection")
        {
            Description = "An empty PostgreSQL database for --storage postgres.",
        };
        var mix = new Option<bool>("--marketplace-mix")
        {
            Description = "The five transactions of the Online Marketplace benchmark instead of checkouts.",
        };
        var root = new RootCommand("Loads a silo in this process and audits it afterwards.")
        {
            storage, popularity, clients, seconds, warmUp, runs, connection, mix,
        };
        root.SetAction(parsed => Session.Run(
            new Plan(
                parsed.GetValue(storage), parsed.GetValue(popularity), parsed.GetValue(clients),
                parsed.GetValue(seconds), parsed.GetValue(warmUp), parsed.GetValue(runs),
                parsed.GetValue(connection), parsed.GetValue(mix)),
            Console.Out));
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        return root.Parse(args).InvokeAsync();
    }
}
