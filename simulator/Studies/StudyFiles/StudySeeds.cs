using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Reads the seeds of a study: a count, or where they begin and how many they are.</summary>
internal static class StudySeeds
{
    private const int SeedsMax = 10_000;
    private const long SeedMax = 1L << 53;
    private const long BlockLength = 1_000_000_000; // far more than a block has seeds

    /// <summary>The seeds in order.</summary>
    public static IReadOnlyList<ulong> Read(Block block)
    {
        if (block.Find("seeds") is { Form: YamlForm.Block })
        {
            return block.Section("seeds", Of(1, Study.SeedsUsual), inner => Of(
                inner.Count("from", null, 0, SeedMax - SeedsMax), inner.Count("count", null, 1, SeedsMax)));
        }

        return Of(1, block.Count("seeds", Study.SeedsUsual, 1, SeedsMax));
    }

    /// <summary>
    /// The seeds of a block: of block 0 the study's, from its first on; of the others fresh ones, which
    /// neither the study nor another block has.
    /// </summary>
    public static IReadOnlyList<ulong> Of(Study study, SeedBlock block) => Of(
        ((long)study.Seeds[0] + (block.Number * BlockLength)) % (SeedMax - SeedsMax), block.Seeds);

    /// <summary>The seeds as a file writes them.</summary>
    public static string Text(IReadOnlyList<ulong> seeds) => seeds[0] == 1
        ? seeds.Count.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{{ from: {seeds[0]}, count: {seeds.Count} }}");

    private static IReadOnlyList<ulong> Of(long from, long count) =>
        [.. Enumerable.Range(0, (int)count).Select(at => (ulong)from + (ulong)at)];
}
