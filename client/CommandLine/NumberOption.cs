using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace FlashSale.Client;

/// <summary>Options that take a number and say, when it is wrong, what is allowed.</summary>
internal static class NumberOption
{
    /// <summary>An option that may be left out; what lies outside the bounds is refused.</summary>
    /// <param name="name">The option, such as «--scale».</param>
    /// <param name="placeholder">What stands for the number in the help.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="min">The smallest number allowed.</param>
    /// <param name="max">The largest.</param>
    public static Option<T?> Of<T>(string name, string placeholder, string description, T min, T max)
        where T : struct, INumber<T> => new(name)
        {
            HelpName = placeholder,
            Description = description,
            CustomParser = result => Parse(result, name, min, max),
        };

    private static T? Parse<T>(ArgumentResult result, string name, T min, T max)
        where T : struct, INumber<T>
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        var kind = typeof(T) == typeof(double) ? "a number" : "a whole number";
        result.AddError($"{name} «{text}» is wrong; allowed: {kind} from {Plain(min)} to {Plain(max)}");
        return null;
    }

    private static string Plain<T>(T number)
        where T : struct, INumber<T> => number.ToString("0.########", CultureInfo.InvariantCulture);
}
