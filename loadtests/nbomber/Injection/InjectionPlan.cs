using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>A stretch of seconds in each of which as many visits are injected.</summary>
/// <param name="Rate">How many a second; 0 is a pause.</param>
/// <param name="Seconds">How long.</param>
internal readonly record struct Stretch(int Rate, int Seconds);

/// <summary>An arrival curve in stretches of equal seconds.</summary>
internal static class InjectionPlan
{
    /// <summary>The stretches of a curve.</summary>
    public static IReadOnlyList<Stretch> Of(ArrivalCurve curve)
    {
        var stretches = new List<Stretch>();
        foreach (var rate in curve.Counts)
        {
            if (stretches is [.., var last] && last.Rate == rate)
            {
                stretches[^1] = last with { Seconds = last.Seconds + 1 };
            }
            else
            {
                stretches.Add(new Stretch(rate, 1));
            }
        }

        return stretches;
    }
}
