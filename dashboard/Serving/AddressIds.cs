using System.Text;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>The ids of a request's address, in the form in which a batch writes them.</summary>
internal static class AddressIds
{
    /// <summary>No address holds more characters of ids.</summary>
    public const int LengthMax = 128;

    /// <summary>Puts the ids into the buffer, with «/» between them; gives their length.</summary>
    /// <exception cref="MalformedException">They are too long to be ids.</exception>
    public static int Copy(HttpRequest request, IReadOnlyList<string> names, Span<byte> buffer)
    {
        var length = 0;
        for (var at = 0; at < names.Count; at++)
        {
            var text = (string?)request.RouteValues[names[at]] ?? "";
            if (text.Contains('/', StringComparison.Ordinal)
                || !Encoding.UTF8.TryGetBytes(text, buffer[length..^1], out var written))
            {
                throw new MalformedException(names[at], "this is no id");
            }

            length += written;
            buffer[length++] = (byte)'/';
        }

        return Math.Max(0, length - 1);
    }
}
