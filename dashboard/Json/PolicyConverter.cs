using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>A policy as <see cref="PolicyText"/> writes it: nothing may be left out.</summary>
internal sealed class PolicyConverter : JsonConverter<Policy>
{
    public override Policy? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, PolicyText.Whole);

    public override void Write(Utf8JsonWriter writer, Policy value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, PolicyText.Whole);
}
