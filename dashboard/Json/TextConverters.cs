using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>Reads and writes a value as a text.</summary>
internal abstract class TextConverter<T> : JsonConverter<T>
{
    private const int LengthMax = 64;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped
            && (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= LengthMax
            && TryParse(
                reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, out var value))
        {
            return value;
        }

        throw new PlacedFaultException($"expected {Expected}");
    }

    /// <summary>What is allowed, for people.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads the text.</summary>
    protected abstract bool TryParse(ReadOnlySpan<byte> text, out T value);
}

/// <summary>Finds the converter of every type of ids.</summary>
internal sealed class IdConverters : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => IdForms.Find(typeToConvert) is not null;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        IdForms.Find(typeToConvert)?.Converter;
}

/// <summary>An id, as its form says.</summary>
internal sealed class IdTextConverter<T>(IdForm<T> form) : TextConverter<T>
{
    public override string Expected => form.Expected(quote: "\"");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteId(value);

    protected override bool TryParse(ReadOnlySpan<byte> text, out T value) => form.TryRead(text, out value);
}

/// <summary>A member of an enum as its word.</summary>
internal sealed class WordConverter<T> : TextConverter<T>
    where T : struct, Enum
{
    public override string Expected => $"one of {string.Join(", ", WordTable<T>.All)}";

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WordTable<T>.Of(value));
    }

    protected override bool TryParse(ReadOnlySpan<byte> text, out T value) =>
        WordTable<T>.TryParse(text, out value);
}
