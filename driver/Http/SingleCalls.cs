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
    /// <exception cref="System.Net.Sockets.SocketException">Nobody is at the address.</exception>
    public static async Task<SingleCalls> Open(
        ApiAddress api, int connections, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connections);
        var target = new SingleCalls(api, connections, clock);
        try
        {
            foreach (var connection in target._connections)
            {
                await connection.Line.Open(stop);
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
        private readonly Queue<(uint Ticket, IAnswers Answers)> _waiting = new();
        private readonly HttpAnswer _answer = new();
        private bool _isOpen;

        public Connection(SingleCalls target, ApiAddress api, TimeProvider clock) =>
            (_target, _head, Line) = (target, api.Head, new TcpLine(api.Url, this, clock));

        public TcpLine Line { get; }

        /// <summary>Whether it is among the free ones; guarded by the target.</summary>
        public bool IsFree { get; set; }

        public void Send(uint ticket, in LoadCommand command, IAnswers answers)
        {
            Span<byte> call = stackalloc byte[CallText.BytesMax];
            call = call[..CallText.WriteCall(call, command, _head)];
            bool isOpen;
            lock (_waiting)
            {
                isOpen = _isOpen;
                if (isOpen)
                {
                    _waiting.Enqueue((ticket, answers));
                    Line.Write(call);
                }
            }

            if (isOpen)
            {
                Line.Flush();
            }
            else
            {
                answers.Answered(ticket, LoadAnswer.ConnectionLost);
            }
        }

        public void Opened()
        {
            lock (_waiting)
            {
                _isOpen = true;
            }

            _target.Free(this);
        }

        public int Take(ReadOnlySpan<byte> bytes)
        {
            var length = _answer.TryRead(bytes, out var body);
            if (length == 0)
            {
                return 0;
            }

            (uint Ticket, IAnswers Answers) first;
            bool isIdle;
            lock (_waiting)
            {
                if (!_waiting.TryDequeue(out first))
                {
                    throw new InvalidDataException("an answer to nothing");
                }

                isIdle = _waiting.Count == 0;
            }

            if (isIdle)
            {
                _target.Free(this);
            }

            first.Answers.Answered(first.Ticket, AnswerText.Single(_answer.Status, body));
            return length;
        }

        public void Lost()
        {
            while (true)
            {
                (uint Ticket, IAnswers Answers) first;
                lock (_waiting)
                {
                    _isOpen = false;
                    if (!_waiting.TryDequeue(out first))
                    {
                        return;
                    }
                }

                first.Answers.Answered(first.Ticket, LoadAnswer.ConnectionLost);
            }
        }
    }
}
