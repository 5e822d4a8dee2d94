namespace FlashSale.Simulator;

/// <summary>
/// Numbers as they are reported: rounded to what they mean, so that no platform's last bit shows.
/// </summary>
internal static class Rounded
{
    /// <summary>Rounded to a number of decimals.</summary>
    public static double To(double value, int decimals) => Math.Round(value, decimals);

    /// <summary>Rounded to a number of decimals; null stays null.</summary>
    public static double? To(double? value, int decimals) =>
        value is { } number ? To(number, decimals) : null;
}
