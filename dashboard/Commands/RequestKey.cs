using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>The name that a client gives to a command that may be done again (rule ORD-4).</summary>
/// <remarks>
/// In a header as the IETF draft has it, with or without its quotation marks; in a batch a member «key».
/// </remarks>
internal static class RequestKey
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The key of a request for this kind of command; none if it has none.</summary>
    /// <exception cref="MalformedException">It is no key, or the command has no use for one.</exception>
    public static RequestId Of(HttpRequest request, CommandOperation operation)
    {
        var values = request.Headers[Header];
        return values.Count == 0 ? default
            : values is [{ } text] ? Of(Unquoted(text), operation, Header)
            : throw new MalformedException(Header, "expected one key");
    }

    /// <inheritdoc cref="Of(HttpRequest, CommandOperation)"/>
    public static RequestId Of(string key, CommandOperation operation, string place)
    {
        if (!operation.IsKeyed)
        {
            throw new MalformedException(
                place, $"{operation.Name} is known by its ids and contents; leave the key out");
        }

        return key.Length is 0 or > RequestId.KeyLengthMax || key.Any(letter => letter is <= ' ' or > '~')
            ? throw new MalformedException(
                place, FormattableString.Invariant(
                    $"expected 1 to {RequestId.KeyLengthMax} visible characters of ASCII"))
            : RequestId.Of(key);
    }

    private static string Unquoted(string text) =>
        text is ['"', .. var inner, '"'] ? inner : text;
}
