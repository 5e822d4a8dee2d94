using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>The market that a load test was pointed at, reached.</summary>
/// <param name="Market">The market.</param>
/// <param name="Api">Where its API and its live pages are; null if that is not known.</param>
/// <param name="ProcessOf">The number of the process of a silo that was started here, by its name.</param>
internal sealed record OpenedMarket(ILoadMarket Market, ApiAddress? Api, Func<string, int?> ProcessOf)
    : IAsyncDisposable
{
    /// <summary>The key of the environment: that of operators if there is one, who may audit too.</summary>
    private static string? Key => Environment.GetEnvironmentVariable("FLASHSALE_OPERATOR_KEY")
        ?? Environment.GetEnvironmentVariable("FLASHSALE_API_KEY");

    /// <summary>Reaches it; starts silos if that was asked for.</summary>
    /// <exception cref="IOException">It cannot be reached.</exception>
    public static async Task<OpenedMarket> Open(
        LoadOptions options, TimeProvider clock, CancellationToken stop)
    {
        if (options.Url is { } url)
        {
            var api = ApiAddress.Parse(url, Key)!;
            return new OpenedMarket(await ApiMarket.Open(api, clock, stop), api, NoProcess);
        }

        if (options.Cluster is { } database)
        {
            var name = options.ClusterId ?? LoadOptions.ClusterIdUsual;
            return new OpenedMarket(await JoinedCluster.Join(database, name, clock, null), null, NoProcess);
        }

        return options.Silos is { } count
            ? await OfProcesses(count, options.Connection!, clock, stop)
            : await OfOwnSilo(options, clock, stop);
    }

    /// <summary>Closes it, and stops the silos that were started.</summary>
    public ValueTask DisposeAsync() => Market.DisposeAsync();

    private static int? NoProcess(string name) => null;

    private static async Task<OpenedMarket> OfOwnSilo(
        LoadOptions options, TimeProvider clock, CancellationToken stop)
    {
        var storage = options.OwnStorage;
        var silo = await LoadSilo.Start(storage, options.Connection, clock, stop);
        var way = $"orleans, a silo in this process, {Words.Of(storage)}";
        return new OpenedMarket(
            new ClusterMarket(way, silo.Grains, clock, silo), new ApiAddress(silo.Pages), NoProcess);
    }

    private static async Task<OpenedMarket> OfProcesses(
        int count, string connection, TimeProvider clock, CancellationToken stop)
    {
        var silos = await SiloProcesses.Start(count, connection, clock, stop);
        try
        {
            var market =
                await JoinedCluster.Join(connection, LoadOptions.ClusterIdUsual, clock, silos);
            return new OpenedMarket(market, new ApiAddress(silos.Pages), silos.ProcessOf);
        }
        catch
        {
            await silos.DisposeAsync();
            throw;
        }
    }
}
