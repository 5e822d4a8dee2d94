using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>From where to where a number may go, both ends included.</summary>
internal readonly record struct NumberRange(double From, double To)
{
    /// <summary>A part of a whole.</summary>
    public static NumberRange Share => new(0, 1);

    public bool Contains(double number) => number >= From && number <= To;

    /// <inheritdoc/>
    public override string ToString()
    {
        var (from, to) = (Shown(From), Shown(To));
        return this == Share ? "a share from 0 to 1, such as 0.35" : $"a number from {from} to {to}";
    }

    private static string Shown(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
