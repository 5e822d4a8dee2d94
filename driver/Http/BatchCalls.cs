namespace FlashSale.Driver;

/// <summary>
/// Commands gather while a batch is on its way, and go together when a connection is free: POST
/// /api/v1/batch.
/// </summary>
public sealed class BatchCalls : ILoadTarget
{
    private const int CommandsMax = 1_000; // what a host allows in one batch
    private const int BytesMax = 256 << 10;
    private const int SpareMax = 64;

    private readonly Connection[] _connections;
    private readonly Lock _gate = new();
    private readonly Queue<GatheredCommands> _full = new();
    private readonly Stack<GatheredCommands> _spare = new();
    private readonly List<Connection> _free = [];
    private readonly HashSet<Connection> _open = [];
    private GatheredCommands _gathering = new();
    private bool _hasEnded;

    private BatchCalls(ApiAddress api, int connections, TimeProvider clock) =>
        _connections = [.. Enumerable.Range(0, connections).Select(_ => new Connection(this, api, clock))];

    /// <summary>Opens the connections.</summary>
    /// <exception cref="IOException">Nobody is at the address.</exception>
    public static Task<BatchCalls> Open(
        ApiAddress api, int connections, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connections);
        var target = new BatchCalls(api, connections, clock);
        return Line.OpenAll(target, target._connections.Select(connection => connection.Line), stop);
    }

    /// <inheritdoc/>
    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        bool hasEnded;
        lock (_gate)
        {
            hasEnded = _hasEnded;
            if (!hasEnded)
            {
                if (_gathering.Waiting.Count == CommandsMax || _gathering.Length > BytesMax)
                {
                    _full.Enqueue(_gathering);
                    _gathering = NewBatch();
                }

                _gathering.Add(ticket, command, answers);
            }
        }

        if (hasEnded)
        {
            answers.Answered(ticket, LoadAnswer.ConnectionLost);
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        while (Next() is var (connection, batch))
        {
            if (!connection.TryPost(batch))
            {
                lock (_gate)
                {
                    _full.Enqueue(batch); // the connection broke at this moment
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        LoseWaiting(isOver: true);
        foreach (var connection in _connections)
        {
            await connection.Line.DisposeAsync();
        }
    }

    private GatheredCommands NewBatch() => _spare.TryPop(out var spare) ? spare : new GatheredCommands();

    private (Connection Connection, GatheredCommands Batch)? Next()
    {
        lock (_gate)
        {
            if (_free.Count == 0 || (_full.Count == 0 && _gathering.Waiting.Count == 0))
            {
                return null;
            }

            if (!_full.TryDequeue(out var batch))
            {
                batch = _gathering;
                _gathering = NewBatch();
            }

            var last = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            return (last, batch);
        }
    }

    private void Opened(Connection connection)
    {
        lock (_gate)
        {
            _open.Add(connection);
            _free.Add(connection);
        }

        Flush();
    }

    private void Done(Connection connection, GatheredCommands batch)
    {
        batch.Clear();
        lock (_gate)
        {
            if (_open.Contains(connection))
            {
                _free.Add(connection);
            }

            if (_spare.Count < SpareMax)
            {
                _spare.Push(batch);
            }
        }
    }

    private void Closed(Connection connection)
    {
        lock (_gate)
        {
            _open.Remove(connection);
            _free.Remove(connection);
        }
    }

    private void SendAgain(GatheredCommands batch)
    {
        batch.Losses++;
        bool isLost;
        lock (_gate)
        {
            isLost = _hasEnded || batch.Losses >= AwaitedCommand.LossesMax;
            if (!isLost)
            {
                _full.Enqueue(batch);
            }
        }

        if (isLost)
        {
            batch.Lose();
        }

        Flush();
    }

    private void LoseWaiting(bool isOver)
    {
        List<GatheredCommands> lost;
        lock (_gate)
        {
            _hasEnded |= isOver;
            if (_open.Count > 0 && !isOver)
            {
                return;
            }

            lost = [.. _full, _gathering];
            _full.Clear();
            _gathering = new GatheredCommands();
        }

        lost.ForEach(batch => batch.Lose());
    }

    private sealed class Connection : ILineUser
    {
        private readonly BatchCalls _target;
        private readonly string _head;
        private readonly HttpAnswer _answer = new();
        private readonly LoadAnswer[] _answers = new LoadAnswer[CommandsMax];
        private readonly SentInOrder<GatheredCommands> _sent;
        private byte[] _call = new byte[16 << 10];

        public Connection(BatchCalls target, ApiAddress api, TimeProvider clock)
        {
            (_target, _head) = (target, api.Head);
            Line = new Line(new SocketConnector(api.Url), this, clock);
            _sent = new SentInOrder<GatheredCommands>(Line);
        }

        public Line Line { get; }

        public bool TryPost(GatheredCommands batch)
        {
            var body = batch.Body();
            if (_call.Length < CallText.BytesMax + body.Length)
            {
                Array.Resize(ref _call, CallText.BytesMax + body.Length);
            }

            var head = CallText.WriteBatchHead(_call, _head, body.Length);
            body.CopyTo(_call.AsSpan(head));
            var isWritten = _sent.TryWrite(_call.AsSpan(0, head + body.Length), batch);
            Line.Flush();
            return isWritten;
        }

        public void Opened()
        {
            _sent.Open();
            _target.Opened(this);
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

            var (batch, _) = _sent.Take();
            if (_answer.IsLast)
            {
                _target.Closed(this);
                Line.OpenAnew();
            }

            Answer(batch, body);
            _target.Done(this, batch);
            _target.Flush();
            return length;
        }

        public void Lost()
        {
            _target.Closed(this);
            foreach (var batch in _sent.Close().Unanswered)
            {
                _target.SendAgain(batch);
            }
        }

        public void Unreachable() => _target.LoseWaiting(isOver: false);

        private void Answer(GatheredCommands batch, ReadOnlySpan<byte> body)
        {
            var answers = _answers.AsSpan(0, batch.Waiting.Count);
            if (_answer.Status != 200 || !AnswerText.TryReadBatch(body, answers))
            {
                answers.Fill(AnswerText.Single(_answer.Status == 200 ? 0 : _answer.Status, body));
            }

            for (var at = 0; at < answers.Length; at++)
            {
                batch.Waiting[at].Answers.Answered(batch.Waiting[at].Ticket, answers[at]);
            }
        }
    }
}
