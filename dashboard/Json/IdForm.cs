using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace FlashSale.Dashboard;

/// <summary>Makes an id of its numbers.</summary>
internal delegate T IdOf<out T>(ReadOnlySpan<int> numbers);

/// <summary>Takes an id apart into its numbers.</summary>
internal delegate void NumbersOf<in T>(T id, Span<int> numbers);

/// <summary>How the ids of a type are written, whichever type it is.</summary>
internal interface IIdForm
{
    Type Type { get; }

    string Name { get; }

    string Example { get; }

    string Pattern { get; }

    JsonConverter Converter { get; }
}

/// <summary>How the ids of a type are written: «s3», «b17-3.0». Each id has one form only.</summary>
/// <param name="Name">What such an id names, as in an address.</param>
/// <param name="Example">One of them.</param>
/// <param name="Parts">The character before each of its numbers, and how large the number may be.</param>
/// <param name="IdOf">Makes an id of its numbers.</param>
/// <param name="NumbersOf">Takes it apart.</param>
internal sealed record IdForm<T>(
    string Name, string Example, (char Before, int Max)[] Parts, IdOf<T> IdOf, NumbersOf<T> NumbersOf)
    : IIdForm
{
    /// <summary>No id is longer.</summary>
    public const int LengthMax = 32;

    private const int PartsMax = 3;

    public Type Type => typeof(T);

    /// <summary>All of them, as a regular expression.</summary>
    public string Pattern =>
        $"^{string.Concat(Parts.Select(part => Regex.Escape(part.Before.ToString()) + "[0-9]+"))}$";

    public JsonConverter Converter => new IdTextConverter<T>(this);

    /// <summary>What is allowed, for people: «an order such as b17-3.0».</summary>
    public string Expected(string quote = "") =>
        $"{("aeiou".Contains(Name[0], StringComparison.Ordinal) ? "an" : "a")} {Name} such as "
            + $"{quote}{Example}{quote}";

    /// <summary>Reads an id; false if the text is none.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out T id)
    {
        id = default!;
        Span<int> numbers = stackalloc int[PartsMax];
        for (var at = 0; at < Parts.Length; at++)
        {
            var end = at + 1 < Parts.Length ? text.IndexOf((byte)Parts[at + 1].Before) : text.Length;
            if (end < 1 || text[0] != Parts[at].Before
                || !IdForms.TryNumber(text[1..end], Parts[at].Max, out var number))
            {
                return false;
            }

            numbers[at] = (int)number;
            text = text[end..];
        }

        id = IdOf(numbers);
        return true;
    }

    /// <summary>Writes an id; gives its length.</summary>
    public int Write(T id, Span<byte> text)
    {
        Span<int> numbers = stackalloc int[PartsMax];
        NumbersOf(id, numbers);
        var length = 0;
        for (var at = 0; at < Parts.Length; at++)
        {
            text[length++] = (byte)Parts[at].Before;
            Utf8Formatter.TryFormat(numbers[at], text[length..], out var written);
            length += written;
        }

        return length;
    }
}

/// <summary>Writes ids without making texts of them first.</summary>
internal static class IdWriter
{
    /// <summary>Writes an id of a type that has a form.</summary>
    public static void WriteId<T>(this Utf8JsonWriter writer, T id)
    {
        Span<byte> text = stackalloc byte[IdForm<T>.LengthMax];
        writer.WriteStringValue(text[..IdForms.Of<T>().Write(id, text)]);
    }
}
