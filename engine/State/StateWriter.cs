using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FlashSale.Engine;

/// <summary>
/// Writes state as plain bytes: numbers, rows without padding, and spans of them. The same state gives the
/// same bytes.
/// </summary>
/// <remarks>
/// Used for snapshots, for forks of a running simulation and for the state hash. Rows must be unmanaged and
/// free of padding,
/// because padding bytes are not state; a test checks every row type. Little-endian machines only, as .NET
/// supports today.
/// </remarks>
public sealed class StateWriter(Stream stream)
{
    /// <summary>Writes one number or row.</summary>
    public void Write<T>(in T value)
        where T : unmanaged =>
        stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <summary>Writes a length and that many rows.</summary>
    public void WriteSpan<T>(ReadOnlySpan<T> rows)
        where T : unmanaged
    {
        Write(rows.Length);
        WriteRows(rows);
    }

    /// <summary>Writes rows without their number, which the reader must know.</summary>
    public void WriteRows<T>(ReadOnlySpan<T> rows)
        where T : unmanaged
    {
        const int chunkBytes = 1 << 20;
        var step = Math.Max(1, chunkBytes / Unsafe.SizeOf<T>());
        for (var at = 0; at < rows.Length; at += step)
        {
            stream.Write(MemoryMarshal.AsBytes(rows.Slice(at, Math.Min(step, rows.Length - at))));
        }
    }

    /// <summary>Writes a text as UTF-8 with its length.</summary>
    public void WriteText(string text) => WriteSpan<byte>(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Writes a name that the reader checks, so that a part read out of step is an error at once.
    /// </summary>
    public void WriteMark(string name)
    {
        var mark = BinaryPrimitives.ReadInt32LittleEndian(Encoding.ASCII.GetBytes(name.PadRight(4)));
        Write(mark);
    }
}
