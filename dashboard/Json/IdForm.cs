using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>Reads an id; false if the text is none.</summary>
internal delegate bool IdReader<T>(ReadOnlySpan<byte> text, out T id);

/// <summary>Writes an id; gives its length.</summary>
internal delegate int IdWriter<in T>(T id, Span<byte> text);

/// <summary>How the ids of a type are written, whichever type it is.</summary>
internal interface IIdForm
{
    /// <summary>The type of the ids.</summary>
    Type Type { get; }

    /// <summary>What such an id names, as in an address: «store».</summary>
    string Name { get; }

    /// <summary>One of them.</summary>
    string Example { get; }

    /// <summary>All of them, as a regular expression.</summary>
    string Pattern { get; }

    /// <summary>Reads and writes them in JSON.</summary>
    JsonConverter Converter { get; }
}

/// <summary>How the ids of a type are written: «s3», «b17-3.0». Each id has one form only.</summary>
/// <param name="Name">What such an id names, as in an address.</param>
/// <param name="Example">One of them.</param>
/// <param name="Pattern">All of them, as a regular expression.</param>
/// <param name="Read">Reads one.</param>
/// <param name="Write">Writes one.</param>
internal sealed record IdForm<T>(
    string Name, string Example, string Pattern, IdReader<T> Read, IdWriter<T> Write) : IIdForm
{
    /// <summary>No id is longer.</summary>
    public const int LengthMax = 32;

    /// <inheritdoc/>
    public Type Type => typeof(T);

    /// <inheritdoc/>
    public JsonConverter Converter => new IdConverter<T>(this);

    /// <summary>What is allowed, for people: «an order such as b17-3.0».</summary>
    public string Expected(string quote = "") =>
        $"{("aeiou".Contains(Name[0], StringComparison.Ordinal) ? "an" : "a")} {Name} such as "
            + $"{quote}{Example}{quote}";
}

/// <summary>Writes ids without making texts of them first.</summary>
internal static class IdWriting
{
    /// <summary>Writes an id of a type that has a form.</summary>
    public static void WriteId<T>(this Utf8JsonWriter writer, T id)
    {
        Span<byte> text = stackalloc byte[IdForm<T>.LengthMax];
        writer.WriteStringValue(text[..IdForms.Of<T>().Write(id, text)]);
    }
}
