using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The folders that a user means by one: a run's own, or those of seeds in it.</summary>
internal static class RunFolders
{
    private const string SeedName = "seed*"; // as «simulate --seeds --out» calls them

    /// <summary>The run's folder itself, or the seeds in it, by their numbers.</summary>
    /// <exception cref="IOException">There is no such folder, or nothing to compare in it.</exception>
    public static IEnumerable<string> In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"no such folder: {folder}");
        }

        if (HasSummary(folder))
        {
            return [folder];
        }

        var seeds = Directory.GetDirectories(folder, SeedName);
        return seeds.Length == 0 ? throw new InvalidDataException(
                $"{folder} has neither a summary.json nor folders of seeds; allowed: the folder of a run, or "
                + "one that «flashsale simulate --seeds 5 --out» has filled")
            : seeds.FirstOrDefault(seed => !HasSummary(seed)) is { } unfinished
                ? throw new InvalidDataException(
                    $"{unfinished} has no summary.json: its run was not finished; allowed: run it again, or "
                    + "remove its folder")
            : seeds.OrderBy(seed => seed.Length).ThenBy(seed => seed, StringComparer.Ordinal);
    }

    private static bool HasSummary(string folder) => File.Exists(new RunFolder(folder).SummaryPath);
}
