using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>A season that is over in a second; whatever a test sets matters.</summary>
internal static class SmallSeason
{
    public static SeasonScenario Scenario { get; } = new()
    {
        Name = "small",
        Description = "Five weeks of sixty stores.",
        Seed = 1,
        Season = new SeasonTerms { WarmUpDays = 10, Days = 25, Stores = 60, BuyersPerStore = 20 },
    };

    public static RunStamp Stamp { get; } = new("commit", "flashsale season small", TimeSpan.Zero, 0, "");

    public static Season Run(SeasonScenario scenario)
    {
        var season = Season.Create(scenario);
        season.RunToEnd();
        return season;
    }

    public static SeasonResult ResultOf(SeasonScenario scenario) => Run(scenario).Finish(Stamp);

    public static string DaysOf(SeasonResult result)
    {
        using var writer = new StringWriter();
        SeasonCsv.Write(writer, result.Days, result);
        return writer.ToString();
    }
}
