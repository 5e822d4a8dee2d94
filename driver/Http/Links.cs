using System.Net.Sockets;
using System.Net.WebSockets;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>One connection, until it breaks.</summary>
internal interface ILink : IDisposable
{
    /// <summary>Waits for bytes; gives how many came, 0 when the other side has closed.</summary>
    ValueTask<int> Receive(Memory<byte> to);

    /// <summary>Sends all of the bytes.</summary>
    ValueTask Send(ReadOnlyMemory<byte> bytes);
}

/// <summary>Makes connections to one address.</summary>
internal interface ILinkConnector
{
    /// <summary>The address, for people.</summary>
    Uri Url { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="SocketException">Nobody is at the address.</exception>
    /// <exception cref="WebSocketException">Nobody is, or it does not answer as it should.</exception>
    Task<ILink> Connect(CancellationToken stop);
}

/// <summary>Connections of TCP.</summary>
internal sealed class SocketConnector(Uri url) : ILinkConnector
{
    public Uri Url => url;

    public async Task<ILink> Connect(CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(url.Host.Trim('[', ']'), url.Port, stop);
            return new SocketLink(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class SocketLink(Socket socket) : ILink
    {
        public ValueTask<int> Receive(Memory<byte> to) => socket.ReceiveAsync(to);

        public async ValueTask Send(ReadOnlyMemory<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes)..];
            }
        }

        public void Dispose() => socket.Dispose();
    }
}

/// <summary>Command streams: WebSockets whose bytes are frames.</summary>
internal sealed class StreamConnector(ApiAddress api) : ILinkConnector
{
    private const int MessageBytes = 32 << 10; // far below what a host allows

    public Uri Url => api.Url;

    public async Task<ILink> Connect(CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(StreamFrames.SubProtocol);
        socket.Options.CollectHttpResponseDetails = true;
        if (api.Key is { } key)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        }

        try
        {
            var address = new UriBuilder(api.Url) { Scheme = "ws", Path = MarketApi.Root + "/stream" };
            await socket.ConnectAsync(address.Uri, stop);
            var hello = await socket.ReceiveAsync(new byte[StreamFrames.HelloBytes].AsMemory(), stop);
            return hello.Count == StreamFrames.HelloBytes
                ? new StreamLink(socket)
                : throw new WebSocketException("the server does not greet as a command stream does");
        }
        catch (WebSocketException fault) when (socket.HttpStatusCode is var status and not 0)
        {
            socket.Dispose();
            throw new WebSocketException(
                $"{(int)status} instead of a WebSocket; a proxy before the market has to pass the upgrade on "
                    + "(docs/guides/proxy.md); through one that does not, --way batch or --way single",
                fault);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class StreamLink(ClientWebSocket socket) : ILink
    {
        public async ValueTask<int> Receive(Memory<byte> to)
        {
            var part = await socket.ReceiveAsync(to, CancellationToken.None);
            return part.MessageType == WebSocketMessageType.Close ? 0 : part.Count;
        }

        public async ValueTask Send(ReadOnlyMemory<byte> bytes)
        {
            foreach (var message in Frames.Messages(bytes, MessageBytes))
            {
                await socket.SendAsync(
                    bytes[message], WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }

        public void Dispose()
        {
            socket.Abort();
            socket.Dispose();
        }
    }
}
