using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>
/// A value in a JSON text is not what it may be. The place is filled in by whoever reads the text.
/// </summary>
internal sealed class PlacedFaultException(string reason) : JsonException(reason);
