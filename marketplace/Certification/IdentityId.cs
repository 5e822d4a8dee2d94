using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FlashSale.Marketplace;

/// <summary>
/// What stands for a document, a bank account or a device: a hash of its number, which is never stored.
/// </summary>
/// <remarks>
/// Rule IDN-1. Whoever has the number finds the same id, and nobody reads the number from it. The numbers of
/// documents are few enough to be tried one by one: it keeps from reading, not from guessing. 0 is none.
/// </remarks>
/// <param name="Value">63 bits of the hash.</param>
public readonly record struct IdentityId(long Value)
{
    /// <summary>The longest number of a document, account or device, in characters.</summary>
    public const int NumberLengthMax = 64;

    private const char Letter = 'i';

    /// <summary>Whether it stands for nothing.</summary>
    public bool IsNone => Value == 0;

    /// <summary>Whether it can stand for something.</summary>
    public bool IsSound => Value > 0;

    /// <summary>The id of a document by its number; spaces, hyphens and case make no other one.</summary>
    public static IdentityId OfDocument(string number) => Of("document", number);

    /// <summary>The id of a bank account by its number.</summary>
    public static IdentityId OfAccount(string number) => Of("account", number);

    /// <summary>The id of a device by whatever tells it from others.</summary>
    public static IdentityId OfDevice(string number) => Of("device", number);

    /// <summary>Reads the form that <see cref="ToString"/> writes; null if the text is none.</summary>
    public static IdentityId? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Letter) && long.TryParse(
            text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? new IdentityId(value)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Value}");

    private static IdentityId Of(string kind, string number)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        var plain = number.Where(letter => !char.IsWhiteSpace(letter) && letter != '-');
        var text = $"{kind}:{string.Concat(plain).ToUpperInvariant()}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        var value = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue;
        return new IdentityId(Math.Max(1, value));
    }
}

/// <summary>On which of the platform's lists an identity stands. The numbers are stored.</summary>
public enum IdentityListing : byte
{
    /// <summary>On none.</summary>
    None = 0,

    /// <summary>It is trusted: nobody has to look at the place (rule IDN-2; assumed).</summary>
    White = 1,

    /// <summary>It is barred: no store gets a certificate by it (rule IDN-4).</summary>
    Black = 2,
}
