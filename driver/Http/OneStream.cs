using System.Net.WebSockets;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>One command stream, which opens itself again when it breaks.</summary>
/// <param name="api">Where it leads.</param>
/// <param name="clock">Tells when to open it again.</param>
/// <param name="answersTaken">
/// Called after each group of answers: each may have brought the next command of its order, on any stream.
/// </param>
internal sealed class OneStream(ApiAddress api, TimeProvider clock, Action answersTaken) : IAsyncDisposable
{
    private const int MessageBytes = 32 << 10; // far below what a host allows
    private const int FrameBytes = StreamFrames.HeadBytes + StreamFrames.BlockBytes;
    private static readonly TimeSpan OpenAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly Queue<(uint Ticket, IAnswers Answers)> _waiting = new();
    private readonly (uint Ticket, IAnswers Answers)[] _answered =
        new (uint, IAnswers)[MessageBytes / StreamFrames.AnswerBytes];

    private readonly byte[] _received = new byte[MessageBytes];
    private byte[] _gathering = new byte[MessageBytes];
    private byte[] _sending = new byte[MessageBytes];
    private int _gathered;
    private bool _isSending;
    private ClientWebSocket? _socket;
    private Task _running = Task.CompletedTask;

    public async Task Open(CancellationToken stop)
    {
        var socket = await Connect(stop);
        Use(socket);
        _running = Run(socket);
    }

    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        bool isOpen;
        lock (_gate)
        {
            isOpen = _socket is not null;
            if (isOpen)
            {
                if (_gathered + FrameBytes > _gathering.Length)
                {
                    Array.Resize(ref _gathering, _gathering.Length * 2);
                }

                _gathered += Frames.Write(_gathering.AsSpan(_gathered), ticket, command);
                _waiting.Enqueue((ticket, answers));
            }
        }

        if (!isOpen)
        {
            answers.Answered(ticket, LoadAnswer.ConnectionLost);
        }
    }

    public void Flush()
    {
        lock (_gate)
        {
            if (_isSending || _gathered == 0 || _socket is null)
            {
                return;
            }

            _isSending = true;
        }

        _ = SendAll();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket?.Abort();
        await _running;
        _end.Dispose();
    }

    private async Task<ClientWebSocket> Connect(CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(StreamFrames.SubProtocol);
        if (api.Key is { } key)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        }

        try
        {
            var address = new UriBuilder(api.Url) { Scheme = "ws", Path = MarketApi.Root + "/stream" };
            await socket.ConnectAsync(address.Uri, stop);
            var hello = await socket.ReceiveAsync(new byte[StreamFrames.HeadBytes].AsMemory(), stop);
            return hello.Count == StreamFrames.HelloBytes
                ? socket
                : throw new WebSocketException("the server does not greet as a command stream does");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Use(ClientWebSocket socket)
    {
        lock (_gate)
        {
            (_gathered, _socket) = (0, socket);
        }
    }

    private async Task Run(ClientWebSocket socket)
    {
        while (true)
        {
            await Receive(socket);
            Lose(socket);
            if (await OpenAgain() is not { } next)
            {
                return;
            }

            socket = next;
            Use(socket);
        }
    }

    private async Task<ClientWebSocket?> OpenAgain()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(OpenAgainAfter, clock, _end.Token);
                return await Connect(_end.Token);
            }
            catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
            {
                // Nobody is there yet, or nobody wants to know any more.
            }
        }

        return null;
    }

    private async Task Receive(ClientWebSocket socket)
    {
        var used = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(_received.AsMemory(used), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                used += part.Count;
                var whole = used - (used % StreamFrames.AnswerBytes);
                Take(_received.AsSpan(0, whole));
                _received.AsSpan(whole, used - whole).CopyTo(_received);
                used -= whole;
            }
        }
        catch (Exception fault)
            when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException
                or InvalidDataException)
        {
            // The stream is lost: what waits for answers is told so.
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        var count = bytes.Length / StreamFrames.AnswerBytes;
        lock (_gate)
        {
            for (var at = 0; at < count; at++)
            {
                if (!_waiting.TryDequeue(out _answered[at]))
                {
                    throw new InvalidDataException("an answer to nothing");
                }
            }
        }

        for (var at = 0; at < count; at++)
        {
            var answer = StreamFrames.ReadAnswer(bytes[(at * StreamFrames.AnswerBytes)..]);
            _answered[at].Answers.Answered(_answered[at].Ticket, AnswerText.Of(answer));
        }

        answersTaken();
    }

    private void Lose(ClientWebSocket socket)
    {
        List<(uint Ticket, IAnswers Answers)> lost;
        lock (_gate)
        {
            _socket = null;
            lost = [.. _waiting];
            _waiting.Clear();
        }

        socket.Dispose();
        lost.ForEach(one => one.Answers.Answered(one.Ticket, LoadAnswer.ConnectionLost));
    }

    private async Task SendAll()
    {
        while (true)
        {
            ClientWebSocket socket;
            int length;
            lock (_gate)
            {
                if (_gathered == 0 || _socket is null)
                {
                    _isSending = false;
                    return;
                }

                (socket, length) = (_socket, _gathered);
                (_gathering, _sending, _gathered) = (_sending, _gathering, 0);
            }

            try
            {
                foreach (var (from, until) in Frames.Messages(_sending, length, MessageBytes))
                {
                    await socket.SendAsync(
                        _sending.AsMemory(from..until), WebSocketMessageType.Binary, endOfMessage: true,
                        CancellationToken.None);
                }

                await Task.Yield(); // whoever began it, such as the pacer, does not go on sending for others
            }
            catch (Exception fault)
                when (
                    fault is WebSocketException or ObjectDisposedException or OperationCanceledException)
            {
                socket.Abort(); // the receiver sees it and tells
            }
        }
    }
}
