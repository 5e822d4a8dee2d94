using System.Security.Cryptography;
using System.Text;

namespace FlashSale.Dashboard;

/// <summary>
/// The keys of callers: one for buyers and sellers, one for operators. Only their hashes are kept, and
/// nothing ever writes them.
/// </summary>
public sealed class ApiKeys
{
    /// <summary>The fewest characters of a key.</summary>
    public const int LengthMin = 16;

    /// <summary>The most characters of a key.</summary>
    public const int LengthMax = 256;

    private readonly byte[] _anyone;
    private readonly byte[] _operator;

    /// <summary>Keys.</summary>
    /// <exception cref="ArgumentException">
    /// A key is too short or too long, or both are the same; the message does not show it.
    /// </exception>
    public ApiKeys(string apiKey, string operatorKey)
    {
        _anyone = HashOf(apiKey, nameof(apiKey));
        _operator = HashOf(operatorKey, nameof(operatorKey));
        if (CryptographicOperations.FixedTimeEquals(_anyone, _operator))
        {
            throw new ArgumentException("the API key and the operator key must differ", nameof(operatorKey));
        }
    }

    /// <summary>Whose key this is; null if it is nobody's. Takes as long for every wrong key.</summary>
    internal Caller? Find(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        var isOperator = CryptographicOperations.FixedTimeEquals(hash, _operator);
        var isAnyone = CryptographicOperations.FixedTimeEquals(hash, _anyone);
        return isOperator ? Caller.Operator : isAnyone ? Caller.Anyone : null;
    }

    /// <summary>
    /// What opens the pages to a browser whose user has shown a key: not the key, nor to be turned into it.
    /// </summary>
    internal string PageToken(Caller caller) =>
        Convert.ToHexString(PageHash(caller == Caller.Operator ? _operator : _anyone));

    /// <summary>Whether a text is such a token. Takes as long for every wrong one.</summary>
    internal bool OpensPages(string token)
    {
        var bytes = Encoding.UTF8.GetBytes(token);
        var isOperator = CryptographicOperations.FixedTimeEquals(
            bytes, Encoding.UTF8.GetBytes(PageToken(Caller.Operator)));
        var isAnyone = CryptographicOperations.FixedTimeEquals(
            bytes, Encoding.UTF8.GetBytes(PageToken(Caller.Anyone)));
        return isOperator || isAnyone;
    }

    private static byte[] PageHash(byte[] key) => HMACSHA256.HashData(key, "flashsale pages"u8);

    private static byte[] HashOf(string key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        return key.Length is >= LengthMin and <= LengthMax
            ? SHA256.HashData(Encoding.UTF8.GetBytes(key))
            : throw new ArgumentException($"a key has {LengthMin} to {LengthMax} characters", name);
    }
}
