using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>How far a run is.</summary>
/// <param name="SimulatedAt">The simulated moment, in China time.</param>
/// <param name="Share">The share of the run that is done, 0 to 1.</param>
/// <param name="Gmv">GMV of the day so far, at full scale.</param>
/// <param name="Orders">Orders placed so far, at full scale.</param>
internal readonly record struct RunProgress(DateTimeOffset SimulatedAt, double Share, Money Gmv, long Orders)
{
    /// <summary>How far a simulation is.</summary>
    public static RunProgress Of(Scenario scenario, Progress at) => new(
        scenario.Festival.Midnight + at.At,
        at.Share,
        at.Gmv,
        new SampleScale(scenario.Scale).Count(at.OrdersPlaced));

    /// <summary>How far a season is; its GMV is that of all days so far.</summary>
    public static RunProgress Of(Season season)
    {
        var at = season.Progress;
        var start = season.Scenario.Season.StartsOn.ToDateTime(TimeOnly.MinValue);
        return new(new DateTimeOffset(start, ChinaTime.Offset) + at.At, at.Share, at.Gmv, at.OrdersPlaced);
    }
}
