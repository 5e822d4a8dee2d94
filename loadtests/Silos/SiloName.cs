using System.Globalization;

namespace FlashSale.LoadTests;

/// <summary>The names of silos that a load test has started: «silo-1» is the first.</summary>
internal static class SiloName
{
    private const string Start = "silo-";

    /// <summary>The name of a silo, by its number from 1.</summary>
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Start}{number}");

    /// <summary>The number that a name holds, from 1; null if it is no such name.</summary>
    public static int? NumberOf(string name) =>
        name.StartsWith(Start, StringComparison.Ordinal)
        && int.TryParse(name[Start.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;
}
