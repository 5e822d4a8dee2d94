using FlashSale.Simulator;

namespace FlashSale.Silo;

/// <summary>Finds and reads the scenario that a market is to be filled from.</summary>
internal static class SeedScenario
{
    /// <summary>What the market begins with, or why it cannot be read.</summary>
    /// <param name="nameOrPath">A path, or the bare name of a shipped scenario.</param>
    /// <param name="policy">The silo's policy: it needs the scenario's categories.</param>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public static (OpeningMarket? Market, IReadOnlyList<string> Problems) Read(
        string nameOrPath, Policy policy)
    {
        if (ScenarioFiles.Find(nameOrPath) is not { } file)
        {
            var shipped = string.Join(", ", ScenarioFiles.Shipped());
            return (
                null, [$"--seed-scenario: there is no scenario {nameOrPath}; allowed: a path, or {shipped}"]);
        }

        var reading = TextFile.Read<Scenario>(file, ScenarioReader.Read);
        if (reading.Value is not { } scenario)
        {
            return (null, [.. reading.Problems.Select(problem => $"--seed-scenario: {problem}")]);
        }

        var market = OpeningMarket.Of(scenario);
        return market.CategoryCount <= policy.Categories.Count
            ? (market, [])
            : (null, [$"--seed-scenario: {file} has {market.CategoryCount} categories of goods; allowed: "
                + $"at most the {policy.Categories.Count} of the policy"]);
    }
}
