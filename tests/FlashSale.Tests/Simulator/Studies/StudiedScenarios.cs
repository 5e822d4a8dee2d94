using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>The scenarios of a study, where a test knows their kind.</summary>
internal static class StudiedScenarios
{
    public static Scenario OfDay(this IStudiedScenario scenario) => (Scenario)scenario;
}
