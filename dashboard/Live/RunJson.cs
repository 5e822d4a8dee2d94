using System.Text.Json.Serialization;

namespace FlashSale.Dashboard;

/// <summary>How lists of runs are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunListDocument))]
internal sealed partial class RunJson : JsonSerializerContext;
