using System.Security.Cryptography;
using System.Text;

namespace FlashSale.Grains;

/// <summary>A state that Orleans' persistence keeps, as it is stored.</summary>
/// <param name="Name">What it is called: the row's key is only a hash of it.</param>
/// <param name="State">The state; null if it was cleared.</param>
[GenerateSerializer, Immutable, Alias("flashsale.row.grain-state")]
internal sealed record GrainStateRow([property: Id(0)] string Name, [property: Id(1)] byte[]? State)
{
    /// <summary>The whole name of a grain's state.</summary>
    public static string NameOf(string stateName, GrainId grain) =>
        $"{GrainStateName.Of(stateName, grain)}/{grain.Key}";

    /// <summary>Where a state of this name is: half a SHA-256 is the key of its row.</summary>
    public static RowKey KeyOf(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan();
        return new RowKey(
            RowKind.GrainState,
            System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash),
            System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash[8..]));
    }
}
