using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FlashSale.Engine;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">The bytes are not what the reader expects.</exception>
public sealed class StateReader(Stream stream)
{
    private const int SpanMax = 1 << 30;

    /// <summary>Reads one number or row.</summary>
    public T Read<T>()
        where T : unmanaged
    {
        T value = default;
        ReadRows(new Span<T>(ref value));
        return value;
    }

    /// <summary>Reads a length and that many rows.</summary>
    public T[] ReadSpan<T>()
        where T : unmanaged
    {
        var rows = new T[ReadLength<T>()];
        ReadRows<T>(rows);
        return rows;
    }

    /// <summary>Fills the rows, whose number the caller knows.</summary>
    public void ReadRows<T>(Span<T> rows)
        where T : unmanaged
    {
        const int chunkBytes = 1 << 20;
        var step = Math.Max(1, chunkBytes / Unsafe.SizeOf<T>());
        for (var at = 0; at < rows.Length; at += step)
        {
            ReadAll(MemoryMarshal.AsBytes(rows.Slice(at, Math.Min(step, rows.Length - at))));
        }
    }

    /// <summary>Reads a text.</summary>
    public string ReadText() => Encoding.UTF8.GetString(ReadSpan<byte>());

    /// <summary>Reads a name and checks that it is the expected one, or one of several.</summary>
    /// <returns>Which of them it is, from 0.</returns>
    public int ReadMark(params ReadOnlySpan<string> names)
    {
        var mark = Read<int>();
        for (var at = 0; at < names.Length; at++)
        {
            var name = Encoding.ASCII.GetBytes(names[at].PadRight(4));
            if (mark == BinaryPrimitives.ReadInt32LittleEndian(name))
            {
                return at;
            }
        }

        throw new InvalidDataException($"The state does not hold «{names[0]}» where it should.");
    }

    /// <summary>Reads a name if there is one more thing; false at the end.</summary>
    public bool TryReadMark(string name)
    {
        Span<byte> mark = stackalloc byte[sizeof(int)];
        var read = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        if (read > 0 && !mark[..read].SequenceEqual(Encoding.ASCII.GetBytes(name.PadRight(4))))
        {
            throw new InvalidDataException($"The state does not hold «{name}» where it should.");
        }

        return read > 0;
    }

    private int ReadLength<T>()
    {
        var length = Read<int>();
        if (length < 0 || length > SpanMax / Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException($"The state names a length of {length}, which cannot be.");
        }

        return length;
    }

    private void ReadAll(Span<byte> bytes)
    {
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("The state ends too early.", end);
        }
    }
}
