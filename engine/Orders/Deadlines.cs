namespace FlashSale.Engine;

/// <summary>What is due when nobody acts.</summary>
internal enum Due : byte
{
    /// <summary>An order is not paid in time (rule INV-2).</summary>
    Payment,

    /// <summary>The balance of a presale is not paid in time (rule LST-3).</summary>
    Balance,

    /// <summary>Nobody has confirmed receipt (rule ORD-2).</summary>
    Confirmation,

    /// <summary>The time for ratings and returns is over (rules REP-2, ORD-3).</summary>
    End,

    /// <summary>A store has stayed below its deposit (rule STO-3).</summary>
    Deposit,
}

/// <summary>One thing that is due: what, when, and for which order or store.</summary>
internal readonly record struct Deadline(long AtMs, long Subject, Due Due)
{
    /// <summary>The order.</summary>
    public OrderId Order => OrderId.FromPacked(Subject)!.Value;
}

/// <summary>
/// All deadlines in the order of their moments; one that no longer applies is skipped when it comes.
/// </summary>
/// <remarks>
/// Times to act are the same for all orders of a kind, so new deadlines nearly always come after those
/// already there. Each lane is first in, first out; a deadline joins the first lane whose last one is not
/// later. That makes adding and taking cheap, and a change of policy costs a lane, never order.
/// </remarks>
internal sealed class Deadlines
{
    private const int LanesMax = 1 << 16;

    private readonly List<ChunkQueue<Row>> _lanes = [];
    private readonly List<long> _heads = []; // the moment of each lane's first; long.MaxValue if it is empty
    private int _first; // the lane whose first one comes next: the lowest of several

    /// <summary>How many are waiting.</summary>
    public int Count { get; private set; }

    /// <summary>The moment of the first one; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextAtMs { get; private set; } = long.MaxValue;

    /// <summary>Adds a deadline.</summary>
    public void Add(Due due, DateTimeOffset at, long subject)
    {
        var row = new Row { AtMs = at.ToUnixTimeMilliseconds(), Subject = subject, Due = (long)due };
        var lane = LaneFor(row.AtMs);
        _lanes[lane].Enqueue(row);
        Count++;
        if (_lanes[lane].Count == 1)
        {
            _heads[lane] = row.AtMs;
            FindFirst();
        }
    }

    /// <summary>Takes the first deadline if it is due at this moment.</summary>
    public bool TryTake(long nowMs, out Deadline deadline)
    {
        if (NextAtMs > nowMs)
        {
            deadline = default;
            return false;
        }

        var lane = _lanes[_first];
        var row = lane.Dequeue();
        Count--;
        _heads[_first] = lane.Count > 0 ? lane.Peek().AtMs : long.MaxValue;
        if (_heads[_first] != row.AtMs)
        {
            FindFirst();
        }

        deadline = new Deadline(row.AtMs, row.Subject, (Due)row.Due);
        return true;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("dead");
        writer.Write(_lanes.Count);
        foreach (var lane in _lanes)
        {
            lane.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("dead");
        var lanes = reader.Read<int>();
        for (var lane = 0; lane < lanes; lane++)
        {
            _lanes.Add(new ChunkQueue<Row>());
            _lanes[lane].Load(reader);
            Count += _lanes[lane].Count;
            _heads.Add(_lanes[lane].Count > 0 ? _lanes[lane].Peek().AtMs : long.MaxValue);
        }

        FindFirst();
    }

    // Lanes are few, so looking at all of them is cheaper than keeping them in order.
    private void FindFirst()
    {
        (_first, NextAtMs) = (0, long.MaxValue);
        for (var lane = 0; lane < _heads.Count; lane++)
        {
            if (_heads[lane] < NextAtMs)
            {
                (_first, NextAtMs) = (lane, _heads[lane]);
            }
        }
    }

    private int LaneFor(long atMs)
    {
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            if (_lanes[lane].Count == 0 || _lanes[lane].Last.AtMs <= atMs)
            {
                return lane;
            }
        }

        Invariant.Holds(_lanes.Count < LanesMax, "deadlines come in few lanes");
        _lanes.Add(new ChunkQueue<Row>());
        _heads.Add(long.MaxValue);
        return _lanes.Count - 1;
    }

    private struct Row
    {
        public long AtMs;
        public long Subject;
        public long Due;
    }
}
