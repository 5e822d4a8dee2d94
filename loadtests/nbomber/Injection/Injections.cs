using FlashSale.Driver;
using NBomber.Contracts;
using NBomber.CSharp;

namespace FlashSale.LoadTests;

/// <summary>An arrival curve as NBomber has it: an injection for each stretch of equal seconds.</summary>
internal static class Injections
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The injections of a curve, and then a pause in which answers may come.</summary>
    public static LoadSimulation[] Of(ArrivalCurve curve, TimeSpan drain) =>
    [
        .. InjectionPlan.Of(curve).Select(one => one.Rate == 0
            ? Simulation.Pause(one.Seconds * Second)
            : Simulation.Inject(one.Rate, Second, one.Seconds * Second)),
        Simulation.Pause(drain),
    ];
}
