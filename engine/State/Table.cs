using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// A dense table of rows that grows in chunks, so that growth never copies and never stalls the writer.
/// </summary>
/// <typeparam name="T">A row without references and without padding.</typeparam>
public sealed class Table<T>(int rowsMax)
    where T : unmanaged
{
    private const int ChunkBits = 13;
    private const int ChunkRows = 1 << ChunkBits;
    private const int ChunkMask = ChunkRows - 1;

    private T[]?[] _chunks = new T[16][];

    /// <summary>One more than the highest row in use.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows the table may hold.</summary>
    public int RowsMax { get; } = rowsMax;

    /// <summary>Bytes held by the chunks in use.</summary>
    public long Bytes => _chunks.Count(chunk => chunk is not null) * (long)ChunkRows * Unsafe.SizeOf<T>();

    /// <summary>The row, which must be below <see cref="Count"/>.</summary>
    public ref T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _chunks[row >> ChunkBits]![row & ChunkMask];
    }

    /// <summary>Adds an empty row at the end and returns its number.</summary>
    public int Add()
    {
        var row = Count;
        Reach(row);
        return row;
    }

    /// <summary>Makes the table hold this row, empty if it is new.</summary>
    /// <exception cref="InvalidOperationException">
    /// The table is full: the caller should have refused before.
    /// </exception>
    public void Reach(int row)
    {
        if (row < Count)
        {
            return;
        }

        Invariant.Holds(row < RowsMax, "a table grows only to its limit");
        for (var chunk = (Count + ChunkMask) >> ChunkBits; chunk <= row >> ChunkBits; chunk++)
        {
            if (chunk >= _chunks.Length)
            {
                Array.Resize(ref _chunks, _chunks.Length * 2);
            }

            _chunks[chunk] ??= new T[ChunkRows];
        }

        Count = row + 1;
    }

    /// <summary>Writes the table.</summary>
    public void Save(StateWriter writer)
    {
        writer.Write(Count);
        for (var start = 0; start < Count; start += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, Count - start);
            writer.WriteRows<T>(_chunks[start >> ChunkBits].AsSpan(0, rows));
        }
    }

    /// <summary>Replaces the content by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes name more rows than the table may hold.</exception>
    public void Load(StateReader reader)
    {
        var count = reader.Read<int>();
        if (count < 0 || count > RowsMax)
        {
            throw new InvalidDataException(
                $"The state names {count} rows where at most {RowsMax} are allowed.");
        }

        _chunks = new T[16][];
        Count = 0;
        if (count > 0)
        {
            Reach(count - 1);
        }

        for (var start = 0; start < count; start += ChunkRows)
        {
            reader.ReadRows(_chunks[start >> ChunkBits].AsSpan(0, Math.Min(ChunkRows, count - start)));
        }
    }
}
