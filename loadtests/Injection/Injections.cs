using FlashSale.Driver;
using NBomber.Contracts;
using NBomber.CSharp;

namespace FlashSale.LoadTests;

/// <summary>An arrival curve as NBomber has it: an injection for each second.</summary>
internal static class Injections
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The injections of a curve, equal seconds joined, and then a pause in which answers may come.
    /// </summary>
    public static LoadSimulation[] Of(ArrivalCurve curve, TimeSpan drain)
    {
        var simulations = new List<LoadSimulation>();
        for (var from = 0; from < curve.Seconds;)
        {
            var until = from + 1;
            while (until < curve.Seconds && curve.Counts[until] == curve.Counts[from])
            {
                until++;
            }

            var during = (until - from) * Second;
            simulations.Add(curve.Counts[from] == 0
                ? Simulation.Pause(during)
                : Simulation.Inject(curve.Counts[from], Second, during));
            from = until;
        }

        simulations.Add(Simulation.Pause(drain));
        return [.. simulations];
    }
}
