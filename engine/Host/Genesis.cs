using System.Text;

namespace FlashSale.Engine;

/// <summary>The first record of a journal: the policy under which all others were carried out.</summary>
internal static class Genesis
{
    /// <summary>The policy that the first record names.</summary>
    /// <exception cref="InvalidDataException">It is no such record.</exception>
    public static Policy Policy(ReadOnlySpan<byte> record, long sequence) =>
        CommandReader.KindOf(record) == CommandKind.Genesis
            ? PolicyText.Read(Encoding.UTF8.GetString(record[1..]))
            : throw new InvalidDataException($"Record {sequence} should name the policy and does not.");
}
