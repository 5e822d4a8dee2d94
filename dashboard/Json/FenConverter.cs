using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>Money as a whole number of fen; every member that holds money ends in «Fen».</summary>
internal sealed class FenConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // «1.0» and «1e2» are no whole numbers here: one amount has one form.
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var fen)
            ? Money.FromFen(fen)
            : throw new PlacedFaultException("expected a whole number of fen");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Fen);
}

/// <summary>A moment as ISO 8601 with its distance from UTC; written in UTC.</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HasZone(ref reader)
            && reader.TryGetDateTimeOffset(out var moment)
            ? moment
            : throw new PlacedFaultException(
                "expected a moment with its zone such as \"2018-11-11T00:00:00+08:00\"");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);

    // Without a zone the machine's own would be taken, and the same request would mean two things.
    private static bool HasZone(ref Utf8JsonReader reader)
    {
        const int dateLength = 10;
        var text = reader.ValueIsEscaped || reader.HasValueSequence
            ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!)
            : reader.ValueSpan;
        return text.Length > dateLength && (text[^1] == 'Z' || text[dateLength..].IndexOfAny("+-"u8) >= 0);
    }
}
