using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>
/// Small seasons with one model, with all and with all but one, made from the list of models: what a new
/// model needs of others is found out by asking the reader of scenarios.
/// </summary>
internal static class EachModel
{
    public static IReadOnlyList<SeasonModel> BehindTheBase { get; } =
        [.. Enum.GetValues<SeasonModel>().Where(model => model != SeasonModel.Base)];

    // Enough cheats, disappointed buyers and brand stores that a small season has something to tell.
    private const string Base =
        """
        kind: season
        name: each-model
        season: { warmUpDays: 10, days: 25, stores: 60, buyersPerStore: 20 }
        festivals:
          - { name: day-20, day: 07-21, visits: 6 }
        sellers: { types: [0.4, 0.1, 0.1, 0.4], brandShare: 0.4, openingsPerDay: 0.01 }
        buyers:
          rating: { share: 0.8, stars: [0.1, 0.1, 0.1, 0.2, 0.5] }

        """;

    // A model that is not here stands in the file with its defaults.
    private static readonly Dictionary<SeasonModel, string> Sections = new()
    {
        [SeasonModel.Choice] = "choice: { frauds: {} }",
        [SeasonModel.Demand] =
            """
            demand:
              network: {}
              wordOfMouth: { chance: 0.5, seeding: { category: Apparel & shoes, day: 12, buyers: 5 } }
              bursts:
                - name: host
                  kind: live
                  category: Beauty & personal care
                  startsAt: 15d
                  viewers: 2000
                  conversion: 3
                  returns: 6
            """,
        [SeasonModel.Counterfeits] =
            """
            counterfeits:
              enforcement: { testsPerStoreYear: 3 }
              makers: { perHundredStores: 2, raidFromDays: 1, raidToDays: 10 }
              cleanUps:
                - { day: 07-11, errorShare: 0.15 }
            """,
        [SeasonModel.Governance] =
            """
            governance:
              protest: { actsPerDay: 12, victims: 3, acts: [0.2, 0.2, 0.4, 0.2] }
              answer: { after: 5d, measures: [delay, half-deposit] }
            changes:
              - at: 14d
                policy: { stores: { brandDepositMiddle: 150000 } }
                terms:
                  equalForBothMarkets: false
                  hits:
                    - { scope: brand, loss: 0.9 }
            """,
    };

    /// <summary>A season with every model.</summary>
    public static SeasonScenario All { get; } = Read(BehindTheBase) is { Value: { } all } ? all
        : throw new InvalidDataException(string.Join("; ", Read(BehindTheBase).Problems));

    /// <summary>A season with a model and those that it needs.</summary>
    public static SeasonScenario With(SeasonModel model) => Read(Needed(model)).Value!;

    /// <summary>A season with all models but one and those that need it.</summary>
    public static SeasonScenario Without(SeasonModel model) =>
        Read(BehindTheBase.Where(other => !Needed(other).Contains(model))).Value!;

    /// <summary>The key of a model in a file, and in a summary.</summary>
    public static string SectionOf(SeasonModel model) =>
        char.ToLowerInvariant($"{model}"[0]) + $"{model}"[1..];

    // One model after the other is left out, as long as the season can still be read; and once more, since
    // what needed a model may be gone by then.
    private static List<SeasonModel> Needed(SeasonModel model) => BehindTheBase.Concat(BehindTheBase)
        .Where(other => other != model)
        .Aggregate(BehindTheBase.ToList(), (kept, other) =>
            kept.Where(one => one != other).ToList() is var fewer && Read(fewer).Value is not null
                ? fewer : kept);

    private static ScenarioReading<SeasonScenario> Read(IEnumerable<SeasonModel> models)
    {
        var sections = models.Where(model => model != SeasonModel.Base).Select(model =>
            Sections.GetValueOrDefault(model, $"{SectionOf(model)}: {{}}"));
        return ScenarioReader.ReadSeason(Base + string.Join('\n', sections) + "\n", "each.yaml");
    }
}
