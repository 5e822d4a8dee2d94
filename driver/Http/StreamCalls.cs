using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>Commands are frames of one or several command streams: WebSockets at /api/v1/stream.</summary>
public sealed class StreamCalls : ILoadTarget
{
    private readonly OneStream[] _streams;
    private uint _next;

    private StreamCalls(ApiAddress api, int streams, TimeProvider clock) =>
        _streams = [.. Enumerable.Range(0, streams).Select(_ => new OneStream(api, clock, Flush))];

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
        var turn = unchecked(Interlocked.Increment(ref _next));
        _streams[turn % (uint)_streams.Length].Send(ticket, command, answers);
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
        foreach (var stream in _streams)
        {
            await stream.Line.DisposeAsync();
        }
    }

    private sealed class OneStream : ILineUser
    {
        private const int FrameBytes = StreamFrames.HeadBytes + StreamFrames.BlockBytes;

        private readonly AnswersInOrder _waiting;
        private readonly Action _answersTaken;

        // Each group of answers may have brought the next commands of their orders, on any stream.
        public OneStream(ApiAddress api, TimeProvider clock, Action answersTaken)
        {
            (_answersTaken, Line) = (answersTaken, new Line(new StreamConnector(api), this, clock));
            _waiting = new AnswersInOrder(Line);
        }

        public Line Line { get; }

        public void Send(uint ticket, in LoadCommand command, IAnswers answers)
        {
            Span<byte> frame = stackalloc byte[FrameBytes];
            _waiting.Write(frame[..Frames.Write(frame, ticket, command)], ticket, answers);
        }

        public void Opened() => _waiting.Open();

        public int Take(ReadOnlySpan<byte> bytes)
        {
            var count = bytes.Length / StreamFrames.AnswerBytes;
            for (var at = 0; at < count; at++)
            {
                var (ticket, answers, _) = _waiting.Take();
                var answer = StreamFrames.ReadAnswer(bytes[(at * StreamFrames.AnswerBytes)..]);
                answers.Answered(ticket, AnswerText.Of(answer));
            }

            _answersTaken();
            return count * StreamFrames.AnswerBytes;
        }

        public void Lost() => _waiting.Lose();
    }
}
