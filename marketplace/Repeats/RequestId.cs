namespace FlashSale.Marketplace;

/// <summary>
/// The name that a client gives to one wish for something that may be done again, so that a late repeat of
/// it is told from a new wish (rule ORD-4).
/// </summary>
/// <param name="Value">The name in 64 bits; 0 is none.</param>
public readonly record struct RequestId(long Value)
{
    /// <summary>The longest text of a client's key, in characters.</summary>
    public const int KeyLengthMax = 255;

    /// <summary>Whether the client gave no name.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The name that a client's key stands for: the same on every host.</summary>
    /// <remarks>Two keys are mixed up if they share a hash of 64 bits, on one subject.</remarks>
    public static RequestId Of(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var hash = unchecked((long)default(Fingerprint).With(key).Value);
        return new RequestId(hash == 0 ? 1 : hash);
    }
}
