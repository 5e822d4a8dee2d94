using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>Commands are frames of one or several command streams: WebSockets at /api/v1/stream.</summary>
public sealed class StreamCalls : ILoadTarget
{
    private readonly OneStream[] _streams;
    private readonly OpenLines _lines;

    private StreamCalls(ApiAddress api, int streams, TimeProvider clock)
    {
        _streams = new OneStream[streams];
        _lines = new OpenLines(_streams, Flush);
        for (var number = 0; number < streams; number++)
        {
            _streams[number] = new OneStream(_lines, number, api, clock, Flush);
        }
    }

    /// <summary>Opens the streams.</summary>
    /// <exception cref="IOException">Nobody is at the address, or it offers no streams.</exception>
    public static Task<StreamCalls> Open(
        ApiAddress api, int streams, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(streams);
        var target = new StreamCalls(api, streams, clock);
        return Line.OpenAll(target, target._streams.Select(stream => stream.Line), stop);
    }

    /// <inheritdoc/>
    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _lines.Send(new AwaitedCommand(ticket, command, answers));
    }

    /// <inheritdoc/>
    public void Flush()
    {
        foreach (var stream in _streams)
        {
            stream.Line.Flush();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _lines.End();
        foreach (var stream in _streams)
        {
            await stream.Line.DisposeAsync();
        }
    }

    private sealed class OneStream : ILineUser, ICommandLine
    {
        private readonly OpenLines _lines;
        private readonly int _number;
        private readonly SentInOrder<AwaitedCommand> _sent;
        private readonly Action _answersTaken;

        // Each group of answers may have brought the next commands of their orders, on any stream.
        public OneStream(OpenLines lines, int number, ApiAddress api, TimeProvider clock, Action answersTaken)
        {
            (_lines, _number, _answersTaken) = (lines, number, answersTaken);
            Line = new Line(new StreamConnector(api), this, clock);
            _sent = new SentInOrder<AwaitedCommand>(Line);
        }

        public Line Line { get; }

        public bool TryWrite(in AwaitedCommand sent)
        {
            Span<byte> frame = stackalloc byte[Frames.BytesMax];
            return _sent.TryWrite(frame[..Frames.Write(frame, sent.Ticket, sent.Command)], sent);
        }

        public void Opened()
        {
            _sent.Open();
            _lines.Opened(_number);
        }

        public int Take(ReadOnlySpan<byte> bytes, bool isEnd)
        {
            var count = bytes.Length / StreamFrames.AnswerBytes;
            for (var at = 0; at < count; at++)
            {
                var (sent, _) = _sent.Take();
                sent.Answer(AnswerText.Of(StreamFrames.ReadAnswer(bytes[(at * StreamFrames.AnswerBytes)..])));
            }

            _answersTaken();
            return count * StreamFrames.AnswerBytes;
        }

        public void Lost()
        {
            _lines.Closed(_number);
            var (unanswered, suspects) = _sent.Close();
            _lines.SendAgain(unanswered, suspects);
        }

        public void Unreachable() => _lines.Unreachable();
    }
}
