using System.Buffers;
using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace FlashSale.Dashboard;

/// <summary>
/// One client's stream: commands come in messages of many frames, answers go out in the same order.
/// </summary>
/// <remarks>
/// At most <see cref="ApiLimits.StreamWindow"/> commands wait for their answers; then nothing more is read,
/// so that a client that sends faster than it is answered is held back by its own connection.
/// </remarks>
internal sealed class CommandStream(MarketApi api, WebSocket socket, bool isOperator)
{
    private const int ReceiveBytes = 16 << 10;
    private const int AnswersPerMessage = 1_024;
    private const int ShortFrameBytes = 16; // a guess that suits most

    private readonly Channel<SentCommand> _window = Channel.CreateBounded<SentCommand>(
        new BoundedChannelOptions(api.Options.Limits.StreamWindow)
        {
            SingleReader = true,
            SingleWriter = true,
        });

    private readonly byte[] _answers = new byte[AnswersPerMessage * StreamFrames.AnswerBytes];
    private (WebSocketCloseStatus Status, string Reason) _end = (WebSocketCloseStatus.NormalClosure, "");

    /// <summary>Serves the client until it closes, breaks the rules, or the host stops.</summary>
    public async Task Serve(CancellationToken stopping)
    {
        await Greet();
        await using var stop = stopping.Register(() =>
        {
            _end = (WebSocketCloseStatus.EndpointUnavailable, "the server stops");
            _window.Writer.TryComplete();
        });
        var sending = Send();
        try
        {
            await Receive();
        }
        catch (MalformedException fault)
        {
            _end = (WebSocketCloseStatus.InvalidPayloadData, fault.Message);
        }
        catch (ChannelClosedException)
        {
            // The host stops: what was read so far is answered.
        }
        finally
        {
            _window.Writer.TryComplete();
            await sending;
        }
    }

    private ValueTask Greet()
    {
        var hello = new byte[StreamFrames.HelloBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(hello, StreamFrames.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(hello.AsSpan(4), (uint)api.Options.Limits.StreamWindow);
        return socket.SendAsync(
            hello.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }

    private async Task Receive()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReceiveBytes);
        var used = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(used), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                used += part.Count;
                if (part.EndOfMessage)
                {
                    await Take(part.MessageType, buffer.AsMemory(0, used));
                    used = 0;
                }
                else if (used == buffer.Length)
                {
                    buffer = Grown(buffer, used);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private byte[] Grown(byte[] buffer, int used)
    {
        if (used >= api.Options.Limits.StreamMessageBytesMax)
        {
            throw new MalformedException(
                "message", $"at most {api.Options.Limits.StreamMessageBytesMax} bytes");
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private async ValueTask Take(WebSocketMessageType type, ReadOnlyMemory<byte> message)
    {
        if (type != WebSocketMessageType.Binary)
        {
            throw new MalformedException("message", "expected a binary one");
        }

        var commands = ReadAll(message.Span);
        api.Meters.Gathered(commands.Count);
        foreach (var (number, command) in commands)
        {
            var sent = Refusal(command) is { } refusal
                ? SentCommand.Refused(command, refusal, number)
                : SentCommand.Of(command, api.Market, number);
            if (!_window.Writer.TryWrite(sent))
            {
                await _window.Writer.WriteAsync(sent);
            }
        }
    }

    // All frames of a message are read before the first is carried out, as in a batch.
    private static List<(uint Number, MarketCommand Command)> ReadAll(ReadOnlySpan<byte> message)
    {
        var commands = new List<(uint, MarketCommand)>(message.Length / ShortFrameBytes);
        var frames = new FrameReader(message);
        while (frames.TryRead(out var number, out var command))
        {
            commands.Add((number, command!));
        }

        return commands;
    }

    private RequestFault? Refusal(MarketCommand command) =>
        command.Caller == Caller.Operator && !isOperator ? RequestFault.OperatorOnly
        : command.IsWithin(api.Options.Limits) ? null
        : RequestFault.IdOutOfRange;

    private async Task Send()
    {
        var count = 0;
        while (await _window.Reader.WaitToReadAsync())
        {
            while (_window.Reader.TryRead(out var pending))
            {
                if (count == AnswersPerMessage || (count > 0 && !pending.IsAnswered))
                {
                    await Flush(count);
                    count = 0;
                }

                var answer = await AnswerTo(pending);
                StreamFrames.Write(_answers.AsSpan(count * StreamFrames.AnswerBytes), answer);
                count++;
            }

            await Flush(count);
            count = 0;
        }

        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await InTime(socket.CloseOutputAsync(_end.Status, _end.Reason, CancellationToken.None));
        }
    }

    private async ValueTask<StreamAnswer> AnswerTo(SentCommand pending)
    {
        if (pending.Fault != 0)
        {
            return new StreamAnswer(pending.Number, 0, (byte)pending.Fault, 0, -1, 0, 0);
        }

        try
        {
            var answer = await api.InTime(pending.Answer);
            var kind = pending.Command.AnswerKind;
            api.Meters.Counted(StreamEndpoint.Name, Refusals.WordOf(kind, answer.Result));
            return new StreamAnswer(
                pending.Number, kind, answer.Result, (byte)answer.Orders, (sbyte)answer.Line, answer.Amount,
                answer.AtMs);
        }
        catch (Exception fault) when (MarketFault.Of(fault) is not null)
        {
            var (known, wait) = MarketFault.Of(fault)!.Value;
            var waitMs = (long)Math.Ceiling(wait?.TotalMilliseconds ?? 0);
            return new StreamAnswer(pending.Number, 0, (byte)known, 0, -1, 0, waitMs);
        }
    }

    private async ValueTask Flush(int answers)
    {
        if (answers > 0 && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            var bytes = _answers.AsMemory(0, answers * StreamFrames.AnswerBytes);
            var sent = socket.SendAsync(
                bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            await (sent.IsCompletedSuccessfully ? sent : new ValueTask(InTime(sent.AsTask())));
        }
    }

    // A client that takes no answers is cut off.
    private async Task InTime(Task task)
    {
        try
        {
            await task.WaitAsync(api.Options.Limits.SlowWithin, api.Options.RealClock);
        }
        catch (TimeoutException)
        {
            socket.Abort();
        }
    }
}
