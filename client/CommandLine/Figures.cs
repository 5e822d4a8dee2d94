using System.Globalization;

namespace FlashSale.Client;

/// <summary>Numbers as people read them on a terminal.</summary>
internal static class Figures
{
    private const decimal Billion = 1_000_000_000m;
    private const decimal Million = 1_000_000m;
    private const decimal Thousand = 1_000m;

    /// <summary>Yuan as «¥213.52bn», «¥3.1m», «¥12.5k» or «¥950».</summary>
    public static string Yuan(decimal yuan) => "¥" + Short(yuan);

    /// <summary>A number as «213.52bn», «3.1m», «12.5k» or «950».</summary>
    public static string Short(decimal number) => Math.Abs(number) switch
    {
        >= Billion => Text($"{number / Billion:0.00}bn"),
        >= Million => Text($"{number / Million:0.0}m"),
        >= Thousand => Text($"{number / Thousand:0.0}k"),
        _ => Text($"{number:0}"),
    };

    /// <summary>A count with a comma between thousands.</summary>
    public static string Count(long count) => Text($"{count:#,0}");

    /// <summary>A share as a percentage with one digit.</summary>
    public static string Percent(double share) => Text($"{share * 100:0.0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
