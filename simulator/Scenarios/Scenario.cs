using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>Everything that decides a run: a value, read from YAML or made in code.</summary>
/// <remarks>
/// Same scenario, seed and commit: the same run, byte for byte. What is not given has one default for all
/// scenarios, with its
/// source in the member's comment and in docs/reference/scenario.md.
/// </remarks>
public sealed record Scenario : IStudiedScenario
{
    /// <summary>The name, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>What the scenario is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// The share of buyers, stores and capacity that is simulated; results are reported at full scale.
    /// </summary>
    public double Scale { get; init; } = ScaleUsual;

    /// <summary>What is known of the festival.</summary>
    public required FestivalFacts Festival { get; init; }

    /// <summary>When people come on the day.</summary>
    public DemandBehaviour Demand { get; init; } = DemandBehaviour.Fitted;

    /// <summary>The buyers.</summary>
    public Population Population { get; init; } = new();

    /// <summary>What is for sale.</summary>
    public Catalogue Catalogue { get; init; } = new();

    /// <summary>How people behave.</summary>
    public Behaviour Behaviour { get; init; } = new();

    /// <summary>The ways to pay (rule ESC-5).</summary>
    public IReadOnlyList<ChannelPlan> Channels { get; init; } = ChannelPlan.Typical;

    /// <summary>Gateway, packing, couriers.</summary>
    public Capacity Capacity { get; init; } = new();

    /// <summary>Planned trouble (LOG-2).</summary>
    public IReadOnlyList<Shock> Shocks { get; init; } = [];

    /// <summary>Degradation switches and when they are on (CAP-2).</summary>
    public IReadOnlyList<PlannedSwitch> Switches { get; init; } = [];

    /// <summary>Numbers of the policy that differ from the rule book from the start.</summary>
    public IReadOnlyList<PolicySetting> Policy { get; init; } = [];

    /// <summary>Changes of the policy while the market runs (GOV-1).</summary>
    public IReadOnlyList<PolicyChange> Changes { get; init; } = [];

    /// <summary>How it is put on a real market as load; decides nothing of a simulation.</summary>
    [JsonIgnore]
    public LoadPlan Load { get; init; } = new();

    StudiedKind IStudiedScenario.Studied => StudiedFestival.Kind;

    IStudiedScenario IStudiedScenario.OnSeed(ulong seed) => this with { Seed = seed };

    IStudiedScenario? IStudiedScenario.AtScale(double scale) => this with { Scale = scale };

    /// <summary>One buyer in a thousand.</summary>
    public const double ScaleUsual = 0.001;

    /// <summary>
    /// SHA-256 of the scenario's canonical form, in hexadecimal: two equal hashes are the same scenario.
    /// </summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(CanonicalForm()));

    /// <summary>A scenario from the facts of a festival alone; all behaviour is the default.</summary>
    public static Scenario FromFacts(FestivalFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Scenario
        {
            Name = FormattableString.Invariant($"facts-{facts.Year}"),
            Description = FormattableString.Invariant($"Singles' Day {facts.Year} from its facts alone."),
            Festival = facts,
            Catalogue = Catalogue.Usual(facts),
        };
    }

    /// <summary>
    /// The policy at the start: the rule book's, with the catalogue's categories, a gateway that lets the
    /// festival's peak of orders pass evenly (rules CAP-1, CAP-3), and this scenario's own numbers. Before
    /// the first festival no reduction went across stores.
    /// </summary>
    public Policy PolicyAtStart()
    {
        var typical = new Policy();
        var categories = Catalogue.Categories.Select(goods =>
            (typical.Categories.FirstOrDefault(known => known.Name == goods.Name) ?? new Category(goods.Name,
                0)) with
            {
                CommissionBasisPoints = (int)Math.Round(goods.Commission * 10_000),
            });
        var admission = typical.Admission with
        {
            Behaviour = AdmissionBehaviour.Queue,
            RequestsPerSecond = (int)Math.Clamp(
                Festival.PeakOrdersPerSecond * Capacity.GatewayShareOfPeak, 1,
                    AdmissionPolicy.RequestsPerSecondMax),
        };
        var carts = typical.Carts with { ReducesAcrossStores = Festival.Year >= FestivalFacts.FirstFestival };
        return PolicySetting.Apply(
            typical with { Categories = [.. categories], Admission = admission, Carts = carts }, Policy);
    }

    /// <summary>When the market opens, in ms counted from midnight: an hour before the first visit.</summary>
    internal long OpensAtMs => -(long)(Behaviour.Trying.CartsFrom + TimeSpan.FromHours(1)).TotalMilliseconds;

    /// <summary>
    /// The policy when the market opens: that at the start, with the changes that came before it.
    /// </summary>
    internal Policy PolicyAtOpening() => PolicyChange.HoldingAt(PolicyAtStart(), Changes, OpensAtMs);

    /// <summary>The scenario without its interventions: what the festival's facts are met with.</summary>
    internal Scenario Base() => this with
    {
        Catalogue = Catalogue with
        {
            FestivalPriceShare = Catalogue.Usual(Festival).FestivalPriceShare,
            FestivalDiscount = Catalogue.FestivalDiscountUsual,
            Coupons = [],
        },
        Behaviour = new(),
        Channels = ChannelPlan.Typical,
        Capacity = new(),
        Shocks = [],
        Switches = [],
        Policy = [],
        Changes = [],
    };

    /// <summary>
    /// Every value that decides the run, defaults written out, by its path in scenario.yaml.
    /// </summary>
    internal IReadOnlyList<RunParameter> Parameters() =>
        [.. ScenarioTree.Values(ScenarioTree.Of(this)).Select(at => new RunParameter(at.Path, at.Value))];

    /// <summary>The scenario with every default written out, in a fixed order.</summary>
    internal byte[] CanonicalForm() => JsonSerializer.SerializeToUtf8Bytes(this);
}
