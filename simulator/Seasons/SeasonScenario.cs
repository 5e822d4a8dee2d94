using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>
/// Everything that decides a season: a value, read from a file with «kind: season» (rule SEA-1).
/// </summary>
/// <remarks>
/// Same scenario, seed and commit: the same season, byte for byte. Where the numbers come from stands in the
/// members' comments and in docs/reference/season.md.
/// </remarks>
public sealed record SeasonScenario : IStudiedScenario
{
    /// <summary>What kind of scenario it is.</summary>
    public ScenarioKind Kind { get; init; } = ScenarioKind.Season;

    /// <summary>The name, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>What the scenario is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long it lasts and how large the market is.</summary>
    public SeasonTerms Season { get; init; } = new();

    /// <summary>Days on which more buyers come.</summary>
    public IReadOnlyList<SeasonFestival> Festivals { get; init; } = [];

    /// <summary>Who sells, how many come and go, how stores stock and ship.</summary>
    public SellerHabits Sellers { get; init; } = new();

    /// <summary>How buyers look, buy, pay, receive and rate.</summary>
    public SeasonBuyerHabits Buyers { get; init; } = new();

    /// <summary>What stores earn and decide by it; null where they neither earn nor lose (M16).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AccountTerms? Accounts { get; init; }

    /// <summary>How buyers search, look and choose (MODELS M8); null where they go by rank.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChoiceHabits? Choice { get; init; }

    /// <summary>What moves demand beside chance (MODELS M10); null where nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DemandTerms? Demand { get; init; }

    /// <summary>How far buyers trust each market; null where nothing keeps them from coming (M11).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrustTerms? Trust { get; init; }

    /// <summary>Snow that closes roads; null if none falls (LOG-2).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeasonStorm>? Storms { get; init; }

    /// <summary>Counterfeits, and what the platform does against them; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CounterfeitHabits? Counterfeits { get; init; }

    /// <summary>Appeals against verdicts; null if nobody appeals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AppealHabits? Appeals { get; init; }

    /// <summary>Sellers who must be certified; null if nobody must (IDN-1 to IDN-4, MODELS M1).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CertificationHabits? Certification { get; init; }

    /// <summary>Screening of what is published; null if nobody looks (LST-2, MODELS M2).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScreeningHabits? Screening { get; init; }

    /// <summary>Numbers of the policy that differ from the rule book from the start.</summary>
    public IReadOnlyList<PolicySetting> Policy { get; init; } = [];

    /// <summary>Changes of the policy at the beginning of days, counted from the first (GOV-1).</summary>
    public IReadOnlyList<PolicyChange> Changes { get; init; } = [];

    /// <summary>How sellers take changes of the rules; null where nobody minds (GOV-2 to GOV-6).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GovernanceHabits? Governance { get; init; }

    /// <summary>
    /// SHA-256 of the scenario's canonical form, in hexadecimal: two equal hashes are the same scenario.
    /// </summary>
    [JsonIgnore]
    public string Hash =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));

    double IStudiedScenario.Scale => 1;

    StudiedKind IStudiedScenario.Studied => StudiedSeason.Kind;

    IStudiedScenario IStudiedScenario.OnSeed(ulong seed) => this with { Seed = seed };

    IStudiedScenario? IStudiedScenario.AtScale(double scale) => null;

    /// <summary>The policy at the start: the rule book's, with this scenario's own numbers.</summary>
    public Policy PolicyAtStart() => PolicySetting.Apply(
        (Counterfeits is null ? new Policy() : new Policy { Trust = TrustWithFakes }) with
        {
            Certification = Certification?.Policy ?? new(),
            Screening = Screening?.PolicyOf(Season) ?? new(),
        },
        Policy);

    // Where there are fakes the platform takes complaints, and removes what most likely is one (assumed).
    private static TrustPolicy TrustWithFakes => new() { IsOn = true, TakeDownFromBasisPoints = 9_000 };

    /// <summary>The policy of a day: what changes during the day before holds from it on.</summary>
    internal Policy PolicyOn(int day) =>
        PolicyChange.HoldingAt(PolicyAtStart(), Changes, day * SeasonDay.Ms);

    /// <summary>
    /// Every value that decides the season, defaults written out, by its path in scenario.yaml.
    /// </summary>
    internal IReadOnlyList<RunParameter> Parameters() =>
        [.. ScenarioTree.Values(ScenarioTree.Of(this)).Select(at => new RunParameter(at.Path, at.Value))];

    internal static SeasonScenario Read(Block block)
    {
        var season = block.Section("season", new(), SeasonTerms.Read);
        var scenario = new SeasonScenario
        {
            Kind = block.Choice<ScenarioKind>("kind", null),
            Name = ScenarioReader.ReadName(block),
            Description = block.Text("description", "–", ScenarioReader.DescriptionMax),
            Seed = (ulong)block.Count("seed", 1, 0, 1L << 53),
            Season = season,
            Festivals = block.Blocks("festivals", [], FestivalsMax, SeasonFestival.Read),
            Sellers = block.Section("sellers", new(), SellerHabits.Read),
            Buyers = block.Section("buyers", new(), SeasonBuyerHabits.Read),
            Accounts = block.Section<AccountTerms?>("accounts", null, AccountTerms.Read),
            Choice = block.Section<ChoiceHabits?>("choice", null, ChoiceHabits.Read),
            Demand = block.Section<DemandTerms?>("demand", null, DemandTerms.Read),
            Trust = block.Section<TrustTerms?>("trust", null, TrustTerms.Read),
            Storms = SeasonStorm.ReadAll(block, season),
            Counterfeits = block.Section<CounterfeitHabits?>("counterfeits", null, CounterfeitHabits.Read),
            Appeals = block.Section<AppealHabits?>("appeals", null, AppealHabits.Read),
            Certification = block.Section<CertificationHabits?>(
                "certification", null, CertificationHabits.Read),
            Screening = block.Section<ScreeningHabits?>("screening", null, ScreeningHabits.Read),
            Policy = block.Section("policy", [], PolicySetting.ReadOfSeason),
            Changes = block.Blocks("changes", [], FestivalsMax, inner =>
                ReadChange(inner, TimeSpan.FromDays(season.DaysInAll - 1))),
            Governance = block.Section<GovernanceHabits?>("governance", null, GovernanceHabits.Read),
        };
        Check(block, scenario);
        return scenario;
    }

    private const int FestivalsMax = 100;
    private const double VisitsPerBuyerDayMax = 5; // a buyer's visits of a day have room for 255

    private static PolicyChange ReadChange(Block block, TimeSpan latest) =>
        PolicyChange.Read(block, TimeSpan.Zero, latest, PolicySetting.ReadOfSeason) with
        {
            Terms = block.Section<ChangeTerms?>(
                "terms", null, inner => ChangeTerms.Read(inner, TimeSpan.Zero, latest)),
        };

    private static void Check(Block block, SeasonScenario scenario)
    {
        if (scenario.Kind != ScenarioKind.Season)
        {
            block.Refuse("kind", "a festival is no season", Words.Of(ScenarioKind.Season));
        }

        var visits = scenario.Season.OrdersPerStoreDay
            / (scenario.Season.BuyersPerStore * scenario.Buyers.BuysPerVisit);
        if (visits > VisitsPerBuyerDayMax)
        {
            block.RefuseInside("season.ordersPerStoreDay",
                FormattableString.Invariant($"each buyer would come {visits:0.#} times a day"),
                FormattableString.Invariant($"at most {VisitsPerBuyerDayMax}: more buyers, fewer orders"));
        }

        AccountTerms.Check(block, scenario);
        ChoiceHabits.Check(block, scenario);
        DemandTerms.Check(block, scenario);
        scenario.Trust?.Check(block, scenario.Season);
        CheckChanges(block, scenario);
        var days = Enumerable.Range(0, scenario.Season.DaysInAll).Select(scenario.Season.StartsOn.AddDays);
        if (scenario.Festivals.FirstOrDefault(one => !days.Any(one.IsOn)) is { } never)
        {
            block.Refuse("festivals",
                $"{never.Name} on {never.Day} changes nothing: the season has no such day",
                "days of the season");
        }

        CheckFakes(block, scenario, days);
        CertificationHabits.Check(block, scenario);
        ScreeningHabits.Check(block, scenario);
        if (scenario.Festivals.Count > 0)
        {
            block.NamesOnce("festivals", scenario.Festivals.Select(festival => festival.Day));
        }
    }

    private static void CheckChanges(Block block, SeasonScenario scenario)
    {
        PolicyChange.Check(block, "changes", scenario.PolicyAtStart(), scenario.Changes);
        if (scenario.Changes.FirstOrDefault(change => change.At.Ticks % TimeSpan.TicksPerDay != 0)
            is { } within)
        {
            block.Refuse("changes", $"{FileWords.Of(within.At)} is within a day", "whole days, such as 90d");
        }

        GovernanceChecks.Check(block, scenario);
    }

    // A number that nobody asks for, and a day that never comes, change nothing.
    private static void CheckFakes(Block block, SeasonScenario scenario, IEnumerable<DateOnly> days)
    {
        var settings = scenario.Policy.Concat(scenario.Changes.SelectMany(change => change.Policy));
        if (scenario.Counterfeits is null && settings.FirstOrDefault(setting =>
            setting.Field.StartsWith("trust.", StringComparison.Ordinal)) is { } unasked)
        {
            block.Refuse("policy", $"{unasked.Field} changes nothing: nobody complains in this season",
                "a season with «counterfeits»");
        }

        if (scenario.Appeals is not null && scenario.Counterfeits is null)
        {
            block.Refuse("appeals", "they change nothing: nobody is punished in this season",
                "a season with «counterfeits»");
        }

        if (scenario.Counterfeits?.CleanUps.FirstOrDefault(one => !days.Any(one.IsOn)) is { } never)
        {
            block.RefuseInside("counterfeits.cleanUps",
                $"the clean-up on {never.Day} changes nothing: the season has no such day",
                "days of the season");
        }
    }
}
