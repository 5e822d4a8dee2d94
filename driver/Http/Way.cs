namespace FlashSale.Driver;

/// <summary>How commands travel to the API.</summary>
public enum Way
{
    /// <summary>A call for each.</summary>
#pragma warning disable CA1720 // The word of the API: here it names no number.
    Single = 1,
#pragma warning restore CA1720

    /// <summary>Hundreds in a call.</summary>
    Batch,

    /// <summary>Frames of a WebSocket.</summary>
    Stream,
}

/// <summary>Opens the ways.</summary>
public static class Ways
{
    /// <summary>
    /// How many connections are usual: a server answers the calls of one connection one after the other,
    /// batches and streams need few.
    /// </summary>
    public static int ConnectionsUsual(Way way) => way switch
    {
        Way.Single => 128,
        Way.Batch => 8,
        _ => 2,
    };

    /// <summary>Opens a way to an API.</summary>
    /// <exception cref="IOException">Nobody is there; the message says so.</exception>
    public static async Task<ILoadTarget> Open(
        Way way, ApiAddress api, int connections, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(api);
        return way switch
        {
            Way.Single => await SingleCalls.Open(api, connections, clock, stop),
            Way.Batch => await BatchCalls.Open(api, connections, clock, stop),
            Way.Stream => await StreamCalls.Open(api, connections, clock, stop),
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, "no way to the API"),
        };
    }
}
