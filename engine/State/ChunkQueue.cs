using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>First in, first out, in chunks: growth never copies what is queued.</summary>
internal sealed class ChunkQueue<T>
    where T : unmanaged
{
    private const int ChunkRows = 1 << 12;

    private readonly Queue<T[]> _chunks = [];
    private T[] _last = [];
    private int _head;
    private int _tail;

    /// <summary>How many are queued.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Bytes => _chunks.Count * (long)ChunkRows * Unsafe.SizeOf<T>();

    /// <summary>The one that was queued last; only when there is one.</summary>
    public T Last => _last[_tail - 1];

    /// <summary>The one that leaves first; only when there is one.</summary>
    public T Peek() => _chunks.Peek()[_head];

    /// <summary>
    /// The ones that leave next, the first of them included, as far as they lie together; empty unless a
    /// whole number of groups of this size has left the chunk: so each is seen once.
    /// </summary>
    public ReadOnlySpan<T> NextGroup(int size) => Count == 0 || _head % size != 0
        ? default
        : _chunks.Peek().AsSpan(_head, Math.Min(size, Math.Min(Count, ChunkRows - _head)));

    public void Enqueue(in T row)
    {
        if (_chunks.Count == 0 || _tail == ChunkRows)
        {
            _last = new T[ChunkRows];
            _chunks.Enqueue(_last);
            _tail = 0;
        }

        _last[_tail++] = row;
        Count++;
    }

    public T Dequeue()
    {
        var row = Peek();
        _head++;
        Count--;
        if (_head == ChunkRows || Count == 0)
        {
            _chunks.Dequeue();
            _head = 0;
        }

        return row;
    }

    public void Save(StateWriter writer)
    {
        writer.Write(Count);
        var head = _head;
        var rest = Count;
        foreach (var chunk in _chunks)
        {
            var rows = Math.Min(rest, ChunkRows - head);
            writer.WriteRows<T>(chunk.AsSpan(head, rows));
            rest -= rows;
            head = 0;
        }
    }

    public void Load(StateReader reader)
    {
        Invariant.Holds(Count == 0, "a queue is loaded once");
        for (var rest = reader.Read<int>(); rest > 0; rest--)
        {
            Enqueue(reader.Read<T>());
        }
    }
}
