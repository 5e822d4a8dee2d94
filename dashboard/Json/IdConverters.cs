using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>Reads and writes an id as a text.</summary>
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

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(TextOf(value));
    }

    /// <summary>What is allowed, for people.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads the text.</summary>
    protected abstract bool TryParse(ReadOnlySpan<byte> text, out T value);

    /// <summary>Writes the text.</summary>
    protected virtual string TextOf(T value) => value!.ToString()!;
}

/// <summary>«s3».</summary>
internal sealed class StoreIdConverter : TextConverter<StoreId>
{
    public override string Expected => "a store such as \"s3\"";

    protected override bool TryParse(ReadOnlySpan<byte> text, out StoreId value)
    {
        var isId = IdText.TryNumbered(text, 's', out var number);
        value = new StoreId(number);
        return isId;
    }
}

/// <summary>«p3».</summary>
internal sealed class SellerIdConverter : TextConverter<SellerId>
{
    public override string Expected => "a seller such as \"p3\"";

    protected override bool TryParse(ReadOnlySpan<byte> text, out SellerId value)
    {
        var isId = IdText.TryNumbered(text, 'p', out var number);
        value = new SellerId(number);
        return isId;
    }
}

/// <summary>«l5».</summary>
internal sealed class ListingIdConverter : TextConverter<ListingId>
{
    public override string Expected => "a listing such as \"l5\"";

    protected override bool TryParse(ReadOnlySpan<byte> text, out ListingId value)
    {
        var isId = IdText.TryNumbered(text, 'l', out var number);
        value = new ListingId(number);
        return isId;
    }
}

/// <summary>«b17».</summary>
internal sealed class BuyerIdConverter : TextConverter<BuyerId>
{
    public override string Expected => "a buyer such as \"b17\"";

    protected override bool TryParse(ReadOnlySpan<byte> text, out BuyerId value)
    {
        var isId = IdText.TryNumbered(text, 'b', out var number);
        value = new BuyerId(number);
        return isId;
    }
}

/// <summary>«b17-3.0».</summary>
internal sealed class OrderIdConverter : TextConverter<OrderId>
{
    public override string Expected => "an order such as \"b17-3.0\"";

    protected override bool TryParse(ReadOnlySpan<byte> text, out OrderId value) =>
        IdText.TryOrder(text, out value);
}

/// <summary>A member of an enum as its word.</summary>
internal sealed class WordConverter<T> : TextConverter<T>
    where T : struct, Enum
{
    public override string Expected => $"one of {string.Join(", ", Words<T>.All)}";

    protected override bool TryParse(ReadOnlySpan<byte> text, out T value) =>
        Words<T>.TryParse(text, out value);

    protected override string TextOf(T value) => Words<T>.Of(value);
}
