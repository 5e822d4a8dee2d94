using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>Festivals for tests: the one of 2018, with one buyer in a hundred thousand.</summary>
internal static class Festivals
{
    public static RunStamp Stamp { get; } =
        new("commit", "command", TimeSpan.FromSeconds(1), 1, "machine");

    public static Scenario Small() => Scenario.FromFacts(new FestivalFacts
    {
        Year = 2018,
        GmvYuan = 213.5e9,
        AverageOrderYuan = 204.9,
        PeakOrdersPerSecond = 491_000,
        MobileShare = 0.912,
    }) with
    {
        Scale = 0.000_01,
    };
}
