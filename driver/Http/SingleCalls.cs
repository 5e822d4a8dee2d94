namespace FlashSale.Driver;

/// <summary>
/// Each command is a call of its own over HTTP/1.1: on a free connection if there is one, else behind others.
/// </summary>
public sealed class SingleCalls : ILoadTarget
{
    private readonly Connection[] _connections;
    private readonly Connection[] _free;
    private readonly Lock _gate = new();
    private int _freeCount;
    private int _next;

    private SingleCalls(ApiAddress api, int connections, TimeProvider clock)
    {
        _connections = [.. Enumerable.Range(0, connections).Select(_ => new Connection(this, api, clock))];
        _free = new Connection[connections];
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
        Choose().Send(ticket, command, answers);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.Line.DisposeAsync();
        }
    }

    private Connection Choose()
    {
        lock (_gate)
        {
            if (_freeCount > 0)
            {
                var free = _free[--_freeCount];
                free.IsFree = false;
                return free;
            }

            _next = (_next + 1) % _connections.Length;
            return _connections[_next];
        }
    }

    private void Free(Connection connection)
    {
        lock (_gate)
        {
            if (!connection.IsFree)
            {
                connection.IsFree = true;
                _free[_freeCount++] = connection;
            }
        }
    }

    private sealed class Connection : ILineUser
    {
        private readonly SingleCalls _target;
        private readonly string _head;
        private readonly AnswersInOrder _waiting;
        private readonly HttpAnswer _answer = new();

        public Connection(SingleCalls target, ApiAddress api, TimeProvider clock)
        {
            (_target, _head) = (target, api.Head);
            Line = new Line(new SocketConnector(api.Url), this, clock);
            _waiting = new AnswersInOrder(Line);
        }

        public Line Line { get; }

        /// <summary>Whether it is among the free ones; guarded by the target.</summary>
        public bool IsFree { get; set; }

        public void Send(uint ticket, in LoadCommand command, IAnswers answers)
        {
            Span<byte> call = stackalloc byte[CallText.BytesMax];
            call = call[..CallText.WriteCall(call, command, _head)];
            _waiting.Write(call, ticket, answers);
            Line.Flush();
        }

        public void Opened()
        {
            _waiting.Open();
            _target.Free(this);
        }

        public int Take(ReadOnlySpan<byte> bytes)
        {
            var length = _answer.TryRead(bytes, out var body);
            if (length == 0)
            {
                return 0;
            }

            var (ticket, answers, isLast) = _waiting.Take();
            if (isLast)
            {
                _target.Free(this);
            }

            answers.Answered(ticket, AnswerText.Single(_answer.Status, body));
            return length;
        }

        public void Lost() => _waiting.Lose();
    }
}
