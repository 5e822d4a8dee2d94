using System.Net.WebSockets;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>A client of the command stream.</summary>
internal sealed class StreamClient : CalledMarket, IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Dictionary<uint, TaskCompletionSource<StreamAnswer>> _waiting = [];
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly MemoryStream _message = new();
    private uint _number;

    private StreamClient(IMarketReader reader)
        : base(reader) => _socket.Options.AddSubProtocol(StreamFrames.SubProtocol);

    /// <summary>How many commands may wait for their answers.</summary>
    public int Window { get; private set; }

    public WebSocket Socket => _socket;

    public static async Task<StreamClient> Connect(ApiHost host)
    {
        var client = new StreamClient(host.Engine.Marketplace);
        var address = new UriBuilder(host.Client.BaseAddress!)
        {
            Scheme = "ws",
            Path = MarketApi.Root + "/stream",
        };
        await client._socket.ConnectAsync(address.Uri, CancellationToken.None);
        var hello = await client.Receive();
        Assert.Equal(StreamFrames.HelloBytes, hello.Length);
        Assert.Equal(StreamFrames.Version, BitConverter.ToUInt32(hello));
        client.Window = BitConverter.ToInt32(hello, 4);
        return client;
    }

    /// <summary>Sends what was gathered as one message, and reads until all of it is answered.</summary>
    public async Task Flush()
    {
        await Send(_message.ToArray());
        _message.SetLength(0);
        while (_waiting.Count > 0)
        {
            await ReadAnswers();
        }
    }

    public ValueTask Send(byte[] message) =>
        _socket.SendAsync(message.AsMemory(), WebSocketMessageType.Binary, true, CancellationToken.None);

    /// <summary>The next message; empty when the server closes.</summary>
    public async Task<byte[]> Receive()
    {
        using var all = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
            all.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return all.ToArray();
    }

    /// <summary>The answers of the next message.</summary>
    public async Task<IReadOnlyList<StreamAnswer>> ReceiveAnswers()
    {
        var message = await Receive();
        return [.. message.Chunk(StreamFrames.AnswerBytes).Select(bytes => StreamFrames.ReadAnswer(bytes))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }

        _socket.Dispose();
        await _message.DisposeAsync();
    }

    protected override async ValueTask<TAnswer> Say<TCommand, TAnswer>(TCommand command, Call call)
    {
        var answer = new TaskCompletionSource<StreamAnswer>();
        _waiting.Add(_number, answer);
        _message.Write(FrameOf(_number++, command));
        return Answers.Read<TAnswer>(await answer.Task);
    }

    /// <summary>The frame of a command.</summary>
    public static byte[] FrameOf<TCommand>(uint number, in TCommand command)
        where TCommand : struct, ICommand<TCommand>
    {
        var packed = new FieldWriter().Pack(command);
        var frame = new byte[StreamFrames.HeadBytes + packed.Length];
        StreamFrames.Write(frame, number, packed);
        return frame;
    }

    private async Task ReadAnswers()
    {
        foreach (var answer in await ReceiveAnswers())
        {
            Assert.True(_waiting.Remove(answer.Number, out var waiting), "an answer to nothing");
            waiting.SetResult(answer);
        }
    }
}
