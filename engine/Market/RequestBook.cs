using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>Acts by the names that clients gave them, for each subject the latest (rule ORD-4).</summary>
internal sealed class RequestBook : IBook
{
    private readonly LongIndex _index = new();
    private readonly Table<Acts> _rows = new(int.MaxValue);

    /// <inheritdoc/>
    public bool IsEmpty => _rows.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("requests", _index.Bytes + _rows.Bytes)];

    /// <summary>Whether a command took effect before, or its name is taken; then its answer.</summary>
    public bool Past<TCommand, TAnswer>(in TCommand command, out TAnswer answer)
        where TCommand : struct, IKeyedCommand<TCommand, TAnswer>
        where TAnswer : struct, Enum
    {
        answer = default;
        if (command.Request.IsNone || _index.Find(command.Subject.Packed) is not (>= 0 and var row))
        {
            return false;
        }

        var past = RequestMemory.Answer(
            _rows[row].Kept, KeyedRequest.Of<TCommand, TAnswer>(command), TCommand.IdReused);
        answer = past.GetValueOrDefault();
        return past is not null;
    }

    /// <summary>Remembers a command that has a name, if it took effect; gives its answer back.</summary>
    public TAnswer Noted<TCommand, TAnswer>(in TCommand command, TAnswer answer)
        where TCommand : struct, IKeyedCommand<TCommand, TAnswer>
        where TAnswer : struct, Enum
    {
        if (command.Request.IsNone
            || !EqualityComparer<TAnswer>.Default.Equals(answer, RequestMemory.Effect<TAnswer>()))
        {
            return answer;
        }

        var subject = command.Subject.Packed;
        var row = _index.Find(subject);
        if (row < 0)
        {
            row = _rows.Add();
            _index.Set(subject, row);
        }

        _rows[row].Add(KeyedRequest.Of<TCommand, TAnswer>(command));
        return answer;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("rqst");
        _index.Save(writer);
        _rows.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("rqst");
        _index.Load(reader);
        _rows.Load(reader);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Acts
    {
        private Room _room;
        private int _next;
        private int _count;

        [UnscopedRef]
        public readonly ReadOnlySpan<KeyedRequest> Kept => ((ReadOnlySpan<KeyedRequest>)_room)[.._count];

        public void Add(in KeyedRequest act)
        {
            _room[_next] = act;
            _next = (_next + 1) % RequestMemory.ActsMax;
            _count = Math.Min(_count + 1, RequestMemory.ActsMax);
        }
    }

    [InlineArray(RequestMemory.ActsMax)]
    private struct Room
    {
        private KeyedRequest _first;
    }
}
