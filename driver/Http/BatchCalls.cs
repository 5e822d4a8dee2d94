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
    private readonly Queue<Gathered> _full = new();
    private readonly Stack<Gathered> _spare = new();
    private readonly Stack<Connection> _free = new();
    private Gathered _gathering = new();
    private int _open;

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
        bool isOpen;
        lock (_gate)
        {
            isOpen = _open > 0;
            if (isOpen)
            {
                if (_gathering.Waiting.Count == CommandsMax || _gathering.Length > BytesMax)
                {
                    _full.Enqueue(_gathering);
                    _gathering = _spare.TryPop(out var spare) ? spare : new Gathered();
                }

                _gathering.Add(ticket, command, answers);
            }
        }

        if (!isOpen)
        {
            answers.Answered(ticket, LoadAnswer.ConnectionLost);
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        while (Next() is var (connection, batch))
        {
            connection.Post(batch);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.Line.DisposeAsync();
        }
    }

    private (Connection Connection, Gathered Batch)? Next()
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
                _gathering = _spare.TryPop(out var spare) ? spare : new Gathered();
            }

            return (_free.Pop(), batch);
        }
    }

    private void Opened(Connection connection)
    {
        lock (_gate)
        {
            _open++;
            _free.Push(connection);
        }
    }

    private void Free(Connection connection, Gathered batch)
    {
        batch.Clear();
        lock (_gate)
        {
            _free.Push(connection);
            if (_spare.Count < SpareMax)
            {
                _spare.Push(batch);
            }
        }
    }

    private void Lost(Connection connection)
    {
        var lost = new List<Gathered>();
        lock (_gate)
        {
            if (_free.Contains(connection))
            {
                var others = _free.Where(one => one != connection).ToList();
                _free.Clear();
                others.ForEach(_free.Push);
            }

            if (--_open == 0)
            {
                lost.AddRange(_full);
                lost.Add(_gathering);
                _full.Clear();
                _gathering = new Gathered();
            }
        }

        lost.ForEach(Answer);
    }

    private static void Answer(Gathered lost)
    {
        foreach (var (ticket, answers) in lost.Waiting)
        {
            answers.Answered(ticket, LoadAnswer.ConnectionLost);
        }
    }

    private sealed class Gathered
    {
        private byte[] _bytes = new byte[16 << 10];

        public Gathered() => Clear();

        public int Length { get; private set; }

        public List<(uint Ticket, IAnswers Answers)> Waiting { get; } = [];

        public void Clear()
        {
            Waiting.Clear();
            Length = 0;
            Append("{\"commands\":["u8);
        }

        public void Add(uint ticket, in LoadCommand command, IAnswers answers)
        {
            if (Waiting.Count > 0)
            {
                Append(","u8);
            }

            Reserve(CallText.BytesMax);
            Length += CallText.WriteItem(_bytes.AsSpan(Length), command);
            Waiting.Add((ticket, answers));
        }

        public ReadOnlySpan<byte> Body()
        {
            Append("]}"u8);
            return _bytes.AsSpan(0, Length);
        }

        private void Append(ReadOnlySpan<byte> text)
        {
            Reserve(text.Length);
            text.CopyTo(_bytes.AsSpan(Length));
            Length += text.Length;
        }

        private void Reserve(int more)
        {
            if (Length + more > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(Length + more, _bytes.Length * 2));
            }
        }
    }

    private sealed class Connection : ILineUser
    {
        private readonly BatchCalls _target;
        private readonly string _head;
        private readonly HttpAnswer _answer = new();
        private readonly LoadAnswer[] _answers = new LoadAnswer[CommandsMax];
        private Gathered? _posted;

        public Connection(BatchCalls target, ApiAddress api, TimeProvider clock) =>
            (_target, _head, Line) = (target, api.Head, new Line(new SocketConnector(api.Url), this, clock));

        public Line Line { get; }

        public void Post(Gathered batch)
        {
            var body = batch.Body();
            Span<byte> head = stackalloc byte[CallText.BytesMax];
            Volatile.Write(ref _posted, batch);
            Line.Write(head[..CallText.WriteBatchHead(head, _head, body.Length)]);
            Line.Write(body);
            Line.Flush();
        }

        public void Opened() => _target.Opened(this);

        public int Take(ReadOnlySpan<byte> bytes)
        {
            var length = _answer.TryRead(bytes, out var body);
            if (length == 0)
            {
                return 0;
            }

            var batch = Interlocked.Exchange(ref _posted, null)
                ?? throw new InvalidDataException("an answer to nothing");
            var answers = _answers.AsSpan(0, batch.Waiting.Count);
            if (_answer.Status != 200 || !AnswerText.TryReadBatch(body, answers))
            {
                answers.Fill(AnswerText.Single(_answer.Status == 200 ? 0 : _answer.Status, body));
            }

            for (var at = 0; at < answers.Length; at++)
            {
                batch.Waiting[at].Answers.Answered(batch.Waiting[at].Ticket, answers[at]);
            }

            _target.Free(this, batch);
            _target.Flush();
            return length;
        }

        public void Lost()
        {
            _target.Lost(this);
            if (Interlocked.Exchange(ref _posted, null) is { } batch)
            {
                Answer(batch);
            }
        }
    }
}
