namespace FlashSale.Driver;

/// <summary>
/// Each command is a call of its own over HTTP/1.1: on a free connection if there is one, else behind others.
/// </summary>
public sealed class SingleCalls : ILoadTarget
{
    private readonly Connection[] _connections;
    private readonly OpenLines _lines;

    private SingleCalls(ApiAddress api, int connections, TimeProvider clock)
    {
        _connections = new Connection[connections];
        _lines = new OpenLines(_connections, () => { }); // each call is sent at once
        for (var number = 0; number < connections; number++)
        {
            _connections[number] = new Connection(_lines, number, api, clock);
        }
    }

    /// <summary>Opens the connections.</summary>
    /// <exception cref="IOException">Nobody is at the address.</exception>
    public static Task<SingleCalls> Open(
        ApiAddress api, int connections, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connections);
        var target = new SingleCalls(api, connections, clock);
        return Line.OpenAll(target, target._connections.Select(connection => connection.Line), stop);
    }

    /// <inheritdoc/>
    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _lines.Send(new AwaitedCommand(ticket, command, answers));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _lines.End();
        foreach (var connection in _connections)
        {
            await connection.Line.DisposeAsync();
        }
    }

    private sealed class Connection : ILineUser, ICommandLine
    {
        private readonly OpenLines _lines;
        private readonly int _number;
        private readonly string _head;
        private readonly SentInOrder<AwaitedCommand> _sent;
        private readonly HttpAnswer _answer = new();
        private bool _isEnding;

        public Connection(OpenLines lines, int number, ApiAddress api, TimeProvider clock)
        {
            (_lines, _number, _head) = (lines, number, api.Head);
            Line = new Line(new SocketConnector(api.Url), this, clock);
            _sent = new SentInOrder<AwaitedCommand>(Line);
        }

        public Line Line { get; }

        public bool TryWrite(in AwaitedCommand sent)
        {
            Span<byte> call = stackalloc byte[CallText.BytesMax];
            call = call[..CallText.WriteCall(call, sent.Command, _head)];
            var isWritten = _sent.TryWrite(call, sent);
            Line.Flush();
            return isWritten;
        }

        public void Opened()
        {
            _isEnding = false;
            _sent.Open();
            _lines.Opened(_number);
            _lines.Free(_number);
        }

        public int Take(ReadOnlySpan<byte> bytes, bool isEnd)
        {
            var length = _answer.TryRead(bytes, isEnd, out var body);
            if (length == 0)
            {
                return 0;
            }

            if (_answer.IsFarewell)
            {
                throw new InvalidDataException("the server ends a silent connection");
            }

            var answer = AnswerText.Single(_answer.Status, body);
            var (sent, isLast) = _sent.Take();
            if (_answer.IsLast)
            {
                _isEnding = true;
                _lines.Closed(_number);
                Line.OpenAnew();
            }
            else if (isLast)
            {
                _lines.Free(_number);
            }

            sent.Answer(answer);
            return length;
        }

        public void Lost()
        {
            _lines.Closed(_number);
            var (unanswered, suspects) = _sent.Close();
            _lines.SendAgain(unanswered, _isEnding ? 0 : suspects); // what came after its end it did not do
        }

        public void Unreachable() => _lines.Unreachable();
    }
}
