using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>Rows in blocks of 1, 2, 4 … 128, each block contiguous; freed blocks are used again.</summary>
/// <remarks>For the lines of carts and orders: most have one or two, the rule book allows 120.</remarks>
internal sealed class BlockArena<T>
    where T : unmanaged
{
    private const int ClassesMax = 8;
    private const int ChunkBits = 13;
    private const int ChunkRows = 1 << ChunkBits;

    private readonly List<T[]> _chunks = [];
    private readonly Stack<int>[] _free = [.. Enumerable.Range(0, ClassesMax).Select(_ => new Stack<int>())];
    private int _next;

    /// <summary>Bytes held.</summary>
    public long Bytes => _chunks.Count * (long)ChunkRows * Unsafe.SizeOf<T>();

    /// <summary>The rows that a block for so many can hold.</summary>
    public static int Capacity(int rows) => rows == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)rows);

    /// <summary>A block's first rows.</summary>
    public Span<T> Rows(int block, int rows) =>
        rows == 0 ? [] : _chunks[block >> ChunkBits].AsSpan(block & (ChunkRows - 1), rows);

    /// <summary>A block for so many rows, all empty.</summary>
    public int Take(int rows)
    {
        Invariant.Holds(rows is > 0 and <= 1 << (ClassesMax - 1), "a block holds 1 to 128 rows");
        var capacity = Capacity(rows);
        if (_free[BitOperations.Log2((uint)capacity)].TryPop(out var block))
        {
            Rows(block, capacity).Clear();
            return block;
        }

        return TakeNew(capacity);
    }

    /// <summary>Gives a block back.</summary>
    public void Free(int block, int rows) =>
        _free[BitOperations.Log2((uint)Capacity(rows))].Push(block);

    public void Save(StateWriter writer)
    {
        writer.WriteMark("blok");
        writer.Write(_next);
        for (var start = 0; start < _next; start += ChunkRows)
        {
            writer.WriteRows<T>(_chunks[start >> ChunkBits].AsSpan(0, Math.Min(ChunkRows, _next - start)));
        }

        foreach (var free in _free)
        {
            writer.WriteSpan<int>(free.ToArray());
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("blok");
        _next = reader.Read<int>();
        _chunks.Clear();
        for (var start = 0; start < _next; start += ChunkRows)
        {
            _chunks.Add(new T[ChunkRows]);
            reader.ReadRows(_chunks[^1].AsSpan(0, Math.Min(ChunkRows, _next - start)));
        }

        foreach (var free in _free)
        {
            free.Clear();
            foreach (var block in reader.ReadSpan<int>().Reverse())
            {
                free.Push(block);
            }
        }
    }

    private int TakeNew(int capacity)
    {
        // A block is aligned to its size, so that it never crosses a chunk; what is skipped becomes free.
        while ((_next & (capacity - 1)) != 0)
        {
            var skipped = 1 << BitOperations.TrailingZeroCount(_next);
            _free[BitOperations.Log2((uint)skipped)].Push(_next);
            _next += skipped;
        }

        var block = _next;
        _next += capacity;
        while (_chunks.Count * ChunkRows < _next)
        {
            _chunks.Add(new T[ChunkRows]);
        }

        return block;
    }
}
