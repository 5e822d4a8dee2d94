using System.Text;

namespace FlashSale.Engine;

/// <summary>A record that is a policy: the first of a journal, and changes of before.</summary>
internal static class PolicyRecord
{
    /// <summary>The policy that a record names.</summary>
    public static Policy Of(ReadOnlySpan<byte> record) =>
        PolicyText.Read(Encoding.UTF8.GetString(record[1..]));

    /// <summary>The policy that the first record of a journal names.</summary>
    /// <exception cref="InvalidDataException">It is no such record.</exception>
    public static Policy Genesis(ReadOnlySpan<byte> record, long sequence) =>
        CommandReader.KindOf(record) == CommandKind.Genesis
            ? Of(record)
            : throw new InvalidDataException($"Record {sequence} should name the policy and does not.");
}
