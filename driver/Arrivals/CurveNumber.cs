using System.Globalization;
using System.Text.RegularExpressions;

namespace FlashSale.Driver;

/// <summary>Numbers of a table: a point before decimals, a comma between thousands, nothing else.</summary>
/// <remarks>
/// «1,5» and «1.234» orders are refused: elsewhere the marks mean the opposite, and a guess would be a
/// thousandfold wrong.
/// </remarks>
internal static partial class CurveNumber
{
    /// <summary>What is allowed where rates stand.</summary>
    public const string Rates = "a number from 0 on with a point before decimals, such as 2500.5; thousands "
        + "as 2500 or \"2,500\"";

    /// <summary>What is allowed where orders are counted.</summary>
    public const string Orders = "a whole number from 0 on, such as 2500 or \"2,500\"";

    /// <summary>The number; null if it is none, or may mean two.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="isWhole">Whether things are counted.</param>
    public static double? Parse(string text, bool isWhole)
    {
        var isNumber = isWhole ? Whole().IsMatch(text) : Decimal().IsMatch(text);
        var plain = isNumber ? text.Replace(",", "", StringComparison.Ordinal) : "";
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;
    }

    // 2500, 2,500, and 2500.0 as other programs write whole numbers.
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.00?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
