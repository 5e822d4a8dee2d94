namespace FlashSale.Simulator;

/// <summary>How a season stands while it is played.</summary>
/// <param name="Measures">What is measured.</param>
/// <param name="Days">The days that are over.</param>
/// <param name="Sellers">With an open store.</param>
/// <param name="Classes">Stores by what they sell a year, at the pace of the measured days.</param>
/// <param name="Concentration">How unequally stores sold in the measured days.</param>
public sealed record SeasonStanding(
    IReadOnlyList<SeasonMeasure> Measures, IReadOnlyList<SeasonRow> Days, long Sellers,
    IReadOnlyList<StoreClass> Classes, SalesConcentration Concentration)
{
    internal static SeasonStanding Of(SeasonRun run)
    {
        var shape = new SeasonShape(run);
        return new SeasonStanding(
            SeasonMeasures.Of(run.World.Scenario), [.. run.Recorder.Days], shape.Sellers, shape.Classes(),
            shape.Concentration());
    }
}
