namespace FlashSale.Engine;

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
/// later. That makes adding and taking cheap, and a change of policy costs a lane, never order. What fits
/// none of the lanes – presales choose their windows as they like – waits in a sorted set beside them.
/// </remarks>
internal sealed class Deadlines : IBook
{
    private const int LanesMax = 32;
    private const int Beside = -1; // no lane: the sorted set

    private readonly List<ChunkQueue<Row>> _lanes = [];
    private readonly List<long> _heads = []; // the moment of each lane's first; long.MaxValue if it is empty
    private readonly List<long> _tails = []; // that of its last; long.MinValue if it is empty
    private readonly SortedSet<(long AtMs, long Subject, long Due)> _beside = [];
    private int _first; // where the next one waits: the set before the lanes, the lowest of several lanes

    /// <summary>How many are waiting.</summary>
    public int Count { get; private set; }

    /// <summary>The moment of the first one; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextAtMs { get; private set; } = long.MaxValue;

    /// <inheritdoc/>
    /// <remarks>Without the few that wait beside the lanes.</remarks>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("deadlines", _lanes.Sum(lane => lane.Bytes))];

    /// <summary>Adds a deadline.</summary>
    public void Add(Due due, DateTimeOffset at, long subject)
    {
        var row = new Row(at.ToUnixTimeMilliseconds(), subject, (long)due);
        var lane = LaneFor(row.AtMs);
        if (lane == Beside)
        {
            Count += _beside.Add((row.AtMs, row.Subject, row.Due)) ? 1 : 0;
            FindFirst();
            return;
        }

        _lanes[lane].Enqueue(row);
        _tails[lane] = row.AtMs;
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

        var row = _first == Beside ? TakeBeside() : TakeFrom(_lanes[_first]);
        Count--;
        deadline = new Deadline(row.AtMs, row.Subject, (Due)row.Due);
        return true;
    }

    /// <summary>
    /// The orders of the deadline that comes first and of those behind it in its lane, once for every group
    /// of this size.
    /// </summary>
    /// <returns>How many there are.</returns>
    public int NextOrders(Span<OrderId> orders)
    {
        var found = 0;
        var next = _first == Beside || Count == 0 ? default : _lanes[_first].NextGroup(orders.Length);
        foreach (ref readonly var row in next)
        {
            if ((Due)row.Due is Due.Payment or Due.Balance or Due.Confirmation or Due.End)
            {
                orders[found++] = OrderId.FromPacked(row.Subject)!.Value;
            }
        }

        return found;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("dead");
        writer.Write(_lanes.Count);
        foreach (var lane in _lanes)
        {
            lane.Save(writer);
        }

        Row[] beside = [.. _beside.Select(row => new Row(row.AtMs, row.Subject, row.Due))];
        writer.WriteSpan<Row>(beside);
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
            _tails.Add(_lanes[lane].Count > 0 ? _lanes[lane].Last.AtMs : long.MinValue);
        }

        foreach (var row in reader.ReadSpan<Row>())
        {
            _beside.Add((row.AtMs, row.Subject, row.Due));
        }

        Count += _beside.Count;
        FindFirst();
    }

    private Row TakeBeside()
    {
        var (atMs, subject, due) = _beside.Min;
        _beside.Remove(_beside.Min);
        FindFirst();
        return new Row(atMs, subject, due);
    }

    private Row TakeFrom(ChunkQueue<Row> lane)
    {
        var row = lane.Dequeue();
        if (lane.Count == 0)
        {
            (_heads[_first], _tails[_first]) = (long.MaxValue, long.MinValue);
        }
        else
        {
            _heads[_first] = lane.Peek().AtMs;
        }

        if (_heads[_first] != row.AtMs)
        {
            FindFirst();
        }

        return row;
    }

    // Lanes are few, so looking at all of them is cheaper than keeping them in order.
    private void FindFirst()
    {
        (_first, NextAtMs) = (Beside, _beside.Count > 0 ? _beside.Min.AtMs : long.MaxValue);
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
        for (var lane = 0; lane < _tails.Count; lane++)
        {
            if (_tails[lane] <= atMs)
            {
                return lane;
            }
        }

        if (_lanes.Count == LanesMax)
        {
            return Beside;
        }

        _lanes.Add(new ChunkQueue<Row>());
        _heads.Add(long.MaxValue);
        _tails.Add(long.MinValue);
        return _lanes.Count - 1;
    }

    private readonly record struct Row(long AtMs, long Subject, long Due);
}
