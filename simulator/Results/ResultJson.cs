using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlashSale.Simulator;

/// <summary>How JSON of results is written and read, whichever file or pipe it is for.</summary>
internal static class ResultJson
{
    /// <summary>A file that people read: indented, with the same line ends everywhere.</summary>
    public static JsonSerializerOptions OfFile() => new(OfLine()) { WriteIndented = true, NewLine = "\n" };

    /// <summary>One line; a field that is missing or null where it may not be is refused.</summary>
    /// <remarks>
    /// Names of goods hold «&amp;» and Chinese characters: the text is a file, not a part of a page.
    /// </remarks>
    public static JsonSerializerOptions OfLine() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
