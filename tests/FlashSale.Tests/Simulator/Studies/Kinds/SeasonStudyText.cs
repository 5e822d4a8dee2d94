using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>Study files of tests whose base is a season: twelve days of twenty stores.</summary>
internal static class SeasonStudyText
{
    /// <summary>The file of the base, in the folder of a study.</summary>
    public const string BaseFile = "short-season.yaml";

    /// <summary>The base.</summary>
    public const string Base = """
        kind: season
        name: short-season
        season: { warmUpDays: 3, days: 9, stores: 20, buyersPerStore: 10, ordersPerStoreDay: 2 }
        """;

    /// <summary>Two arms of which the second pays within a minute from the sixth day on.</summary>
    public const string TwoArms = """
          - name: as-it-is
          - name: at-once
            set:
              changes:
                - { at: 6d, policy: { inventory: { payWithin: 1s, festivalPayWithin: 1s } } }
        """;

    /// <summary>Measures of each kind that a season has.</summary>
    public const string Measures = """
          gmv: { value: gmvYuan, better: more }
          late: { value: "sum(late_payments, 6d, 12d) / sum(orders_placed, 6d, 12d)", better: less }
          busiest: max(rate(orders_paid), 3d, 12d)
          gini: concentration.gini
        """;

    /// <summary>A study of arms.</summary>
    /// <param name="folder">Where the base is written to; empty where a study is read in that folder.</param>
    /// <param name="arms">The arms, or another design with its key.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="more">Further keys.</param>
    /// <param name="seeds">How many seeds; null of a design that has its own.</param>
    public static string Arms(
        string folder, string arms = TwoArms, string measures = Measures, string more = "", int? seeds = 2)
    {
        var file = folder.Length == 0 ? BaseFile : Path.Combine(folder, BaseFile);
        if (folder.Length > 0)
        {
            File.WriteAllText(file, Base);
        }

        return $"""
            name: a-study
            question: What does it do to a season?
            base: {file}
            {(seeds is { } count ? $"seeds: {count}" : "")}
            {(arms.StartsWith(' ') ? "arms:\n" + arms : arms)}
            measures:
            {measures}
            {more}
            """;
    }

    /// <summary>The study as it is read.</summary>
    public static Study Read(string text) => StudyReaderTests.Study(text);
}
