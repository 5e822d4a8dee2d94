using System.Buffers.Binary;
using System.Text;

namespace FlashSale.Engine;

/// <summary>
/// The first 64 bytes that all our files begin with: what the file is, and where in the journal it stands.
/// </summary>
/// <remarks>
/// <code>
///  0  8  magic               16  8  number (of the kind)     32 16  chain hash of those records
///  8  4  format version      24  8  records before           48 12  zero
/// 12  4  rules (of a segment)                                60  4  CRC-32C of bytes 0 to 59
/// </code>
/// Magic, version and CRC keep their places in every version, so that a newer format is told from a damaged
/// header.
/// </remarks>
internal sealed class FileFormat(string magic, int version)
{
    public const int HeaderBytes = 64;

    private const int CrcAt = 60;

    private readonly byte[] _magic = Encoding.ASCII.GetBytes(magic);

    /// <summary>A segment of the journal; its number counts from 1.</summary>
    public static FileFormat Segment { get; } = new("FLASHJNL", 1);

    /// <summary>A snapshot; its number is the length of the content in bytes.</summary>
    public static FileFormat Snapshot { get; } = new("FLASHSNP", 1);

    public void Write(Span<byte> to, long number, JournalMark mark, int rules = 0)
    {
        to[..HeaderBytes].Clear();
        _magic.CopyTo(to);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], version);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], rules);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], number);
        BinaryPrimitives.WriteInt64LittleEndian(to[24..], mark.Sequence);
        mark.Chain.Write(to[32..]);
        BinaryPrimitives.WriteUInt32LittleEndian(to[CrcAt..], Crc32C.Of(to[..CrcAt]));
    }

    /// <summary>Reads the header of a file; null if it is damaged or not whole.</summary>
    /// <exception cref="JournalFormatException">The header is sound, but of another version or another kind
    /// of file.</exception>
    public (long Number, JournalMark Mark, int Rules)? Read(IStorageFile file, string name)
    {
        Span<byte> from = stackalloc byte[HeaderBytes];
        if (file.Read(0, from) < HeaderBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(from[CrcAt..]) != Crc32C.Of(from[..CrcAt]))
        {
            return null;
        }

        if (!from.StartsWith(_magic))
        {
            throw JournalFormatException.WrongMagic(name, version);
        }

        var found = BinaryPrimitives.ReadInt32LittleEndian(from[8..]);
        if (found != version)
        {
            throw JournalFormatException.OtherVersion(name, found, version);
        }

        return (
            BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
            new JournalMark(BinaryPrimitives.ReadInt64LittleEndian(from[24..]), ChainHash.Read(from[32..])),
            BinaryPrimitives.ReadInt32LittleEndian(from[12..]));
    }

    /// <summary>Why a file whose header cannot be read is refused.</summary>
    public Exception Refusal(IStorageFile file, string name)
    {
        Span<byte> start = stackalloc byte[_magic.Length];
        return file.Read(0, start) == start.Length && !start.SequenceEqual(_magic)
            ? JournalFormatException.WrongMagic(name, version)
            : new JournalCorruptException(name, 0, "the header fails its checksum");
    }
}
