namespace FlashSale.Engine;

/// <summary>All acts of operators and reviewers; nothing of it is ever changed (rule IDN-5).</summary>
internal sealed class TrailBook : IBook
{
    private readonly List<TrailEntry> _entries = []; // by their marks

    /// <inheritdoc/>
    public bool IsEmpty => _entries.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // texts of persons, in no table

    /// <summary>All acts in their order.</summary>
    public IReadOnlyList<TrailEntry> Entries => _entries;

    /// <summary>Adds what a command leaves that has taken effect; nothing if it leaves nothing.</summary>
    public void Append<TCommand>(in TCommand command, DateTimeOffset now)
        where TCommand : struct, ICommand<TCommand>
    {
        if (TrailEntry.TraceOf(command) is not { } trace)
        {
            return;
        }

        var mark = TrailMark.First(command.Subject, now);
        var at = _entries.Count;
        for (; at > 0 && _entries[at - 1].Mark.AtMs == mark.AtMs; at--)
        {
            if (_entries[at - 1].Mark.IsBefore(mark))
            {
                break;
            }

            if (_entries[at - 1].Mark.Subject == mark.Subject)
            {
                mark = _entries[at - 1].Mark.Next; // the latest there: its places have no gaps
                break;
            }
        }

        _entries.Insert(at, new TrailEntry(mark, TCommand.Kind, trace));
    }

    /// <summary>The acts before a place, the latest first; all if there is none.</summary>
    public IEnumerable<TrailEntry> Before(TrailMark? place)
    {
        for (var at = IndexOf(place) - 1; at >= 0; at--)
        {
            yield return _entries[at];
        }
    }

    public IEnumerable<AuditCheck> Audit() => IsEmpty ? [] : [TrailAudit.Of(_entries)];

    public void Save(StateWriter writer)
    {
        writer.WriteMark("trai");
        writer.Write(_entries.Count);
        foreach (var (mark, what, trace) in _entries)
        {
            writer.Write(mark.AtMs);
            writer.Write(mark.Subject);
            writer.Write(mark.Number);
            writer.Write((byte)what);
            writer.Write((byte)trace.About.Kind);
            writer.Write(trace.About.Id);
            writer.WriteText(trace.Detail);
            writer.WriteText(trace.By.Who);
            writer.WriteText(trace.By.Why);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("trai");
        var count = reader.Read<int>();
        for (var at = 0; at < count; at++)
        {
            var mark = new TrailMark(reader.Read<long>(), reader.Read<long>(), reader.Read<int>());
            var what = (CommandKind)reader.Read<byte>();
            var about = new TrailEntity((EntityKind)reader.Read<byte>(), reader.Read<long>());
            var detail = reader.ReadText();
            var by = new Signature(reader.ReadText(), reader.ReadText());
            _entries.Add(new TrailEntry(mark, what, new Trace(by, about, detail)));
        }
    }

    private int IndexOf(TrailMark? place)
    {
        if (place is not { } mark)
        {
            return _entries.Count;
        }

        var (from, until) = (0, _entries.Count);
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = _entries[middle].Mark.IsBefore(mark) ? (middle + 1, until) : (from, middle);
        }

        return from;
    }
}
