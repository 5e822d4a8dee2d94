using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What is to be driven, checked as a whole before anything starts.</summary>
internal static class DrivePlan
{
    /// <summary>The load of these options; null with every problem told if it cannot be driven.</summary>
    /// <exception cref="IOException">The table of rates is there and cannot be read.</exception>
    public static PlannedLoad? Of(Scenario scenario, DriveOptions options, Terminal terminal)
    {
        if (DriveCurve.Of(scenario, options, terminal) is not { } read)
        {
            return null;
        }

        foreach (var note in read.Notes)
        {
            terminal.Error.WriteLine($"flashsale drive: {options.Curve}: {note}");
        }

        var plan = PlannedLoad.Of(scenario.Load, read.Curve, options.WarmUp);
        return Check(plan with { Notes = read.Notes }, scenario, options, terminal);
    }

    /// <summary>One rate all the time, as a search for the breaking point tries it.</summary>
    public static PlannedLoad? Constant(
        double rate, int seconds, int warmUp, Scenario scenario, DriveOptions options, Terminal terminal) =>
        Check(PlannedLoad.Constant(rate, seconds, warmUp), scenario, options, terminal);

    private static PlannedLoad? Check(
        PlannedLoad plan, Scenario scenario, DriveOptions options, Terminal terminal)
    {
        var people = scenario.Festival.OrdersPaid * scenario.Scale / scenario.Population.OrdersPerBuyer;
        var problem = LoadBounds.TooManyPeople(people)
            ?? LoadBounds.Problem(
                plan, options.Buyers, options.Buyers is null ? 0 : OpeningMarket.Of(scenario).BuyerCount);
        if (problem is null)
        {
            return plan;
        }

        terminal.Error.WriteLine($"flashsale drive: {options.WordsOfLoad()}: {problem}");
        return null;
    }
}
