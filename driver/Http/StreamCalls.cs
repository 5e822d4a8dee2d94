using System.Net.WebSockets;

namespace FlashSale.Driver;

/// <summary>Commands are frames of one or several command streams: WebSockets at /api/v1/stream.</summary>
public sealed class StreamCalls : ILoadTarget
{
    private readonly OneStream[] _streams;
    private uint _next;

    private StreamCalls(ApiAddress api, int streams, TimeProvider clock) =>
        _streams = [.. Enumerable.Range(0, streams).Select(_ => new OneStream(api, clock, Flush))];

    /// <summary>Opens the streams.</summary>
    /// <exception cref="WebSocketException">Nobody is at the address, or it offers no streams.</exception>
    public static async Task<StreamCalls> Open(
        ApiAddress api, int streams, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(streams);
        var target = new StreamCalls(api, streams, clock);
        try
        {
            foreach (var stream in target._streams)
            {
                await stream.Open(stop);
            }

            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var turn = unchecked(Interlocked.Increment(ref _next));
        _streams[turn % (uint)_streams.Length].Send(ticket, command, answers);
    }

    /// <inheritdoc/>
    public void Flush()
    {
        foreach (var stream in _streams)
        {
            stream.Flush();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams)
        {
            await stream.DisposeAsync();
        }
    }
}
