using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>Reads scenarios and festival facts from YAML, strictly.</summary>
/// <remarks>
/// Every key must be known and every value right; what is wrong is collected with line and column, so that
/// one reading names
/// all of it. Nothing that a file holds makes the reader throw.
/// </remarks>
public static partial class ScenarioReader
{
    /// <summary>The longest name of a scenario.</summary>
    private const int NameMax = 60;

    internal const int DescriptionMax = 2_000;

    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<Scenario> Read(string text, string file) => Read(text, file, OfScenario,
        out _);

    /// <summary>Reads a scenario of kind season.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<SeasonScenario> ReadSeason(string text, string file) =>
        Read(text, file, SeasonScenario.Read, out _);

    /// <summary>What kind of scenario a file is; a festival where it does not say.</summary>
    public static ScenarioKind KindOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var root = YamlTree.Parse(text, new ProblemList(""));
        var word = root?.Entries.Find(entry => entry.Key.Text == "kind").Value?.Text;
        return word == Words.Of(ScenarioKind.Season) ? ScenarioKind.Season : ScenarioKind.Festival;
    }

    /// <summary>Reads a file of festival facts and makes the scenario that they decide.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<Scenario> ReadFacts(string text, string file) =>
        Read(text, file, block => Scenario.FromFacts(FestivalFacts.Read(block)), out _);

    /// <summary>
    /// As <see cref="Read(string, string)"/>; tells as well which known keys the file does not give.
    /// </summary>
    internal static ScenarioReading<Scenario> Read(string text, string file,
        out IReadOnlyList<string> keysNotGiven) =>
        Read(text, file, OfScenario, out keysNotGiven);

    /// <summary>Reads a file of policy numbers, as the block «policy» of a scenario.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <remarks>The key «policy» may stand above it, as in a scenario.</remarks>
    public static ScenarioReading<IReadOnlyList<PolicySetting>> ReadPolicy(string text, string file) => Read(
        text, file,
        block => block.Node.Entries is [({ Text: "policy" }, _)]
            ? block.RequiredSection("policy", PolicySetting.ReadAll) : PolicySetting.ReadAll(block), out _);

    /// <summary>Reads a file of trouble for a load test: a list «steps».</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<IReadOnlyList<ChaosStep>> ReadChaos(string text, string file) =>
        Read(text, file, ChaosStep.ReadAll, out _);

    /// <summary>Reads a scenario from a tree that was changed after reading.</summary>
    internal static ScenarioReading<Scenario> Read(YamlNode root, string name)
    {
        var problems = new ProblemList(name);
        var scenario = Read(root, problems);
        return new ScenarioReading<Scenario>(problems.Found == 0 ? scenario : null, problems.InFileOrder);
    }

    /// <summary>Reads a season from a tree that was changed after reading.</summary>
    internal static ScenarioReading<SeasonScenario> ReadSeason(YamlNode root, string name)
    {
        var problems = new ProblemList(name);
        var season = Block.Read(root, "", problems, SeasonScenario.Read);
        return new ScenarioReading<SeasonScenario>(problems.Found == 0 ? season : null, problems.InFileOrder);
    }

    /// <summary>As above; what is wrong, and which known keys are not given, goes to a list.</summary>
    internal static Scenario Read(YamlNode root, ProblemList problems) =>
        Block.Read(root, "", problems, OfScenario);

    private static ScenarioReading<T> Read<T>(
        string text, string file, Func<Block, T> section, out IReadOnlyList<string> keysNotGiven)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList(file);
        var scenario = YamlTree.Parse(text, problems) is { } root ? Block.Read(root, "", problems,
            section) : null;
        keysNotGiven = problems.KeysNotGiven;
        return new ScenarioReading<T>(problems.Found == 0 ? scenario : null, problems.InFileOrder);
    }

    internal static Scenario OfScenario(Block block)
    {
        CheckKind(block);
        var festival = block.RequiredSection("festival", FestivalFacts.Read);
        var catalogue = Catalogue.Usual(festival);
        var scenario = new Scenario
        {
            Name = ReadName(block),
            Description = block.Text("description", "–", DescriptionMax),
            Seed = (ulong)block.Count("seed", 1, 0, 1L << 53),
            Scale = block.Number("scale", Scenario.ScaleUsual, new(0.000_001, 1)),
            Festival = festival,
            Demand = block.Section("demand", DemandBehaviour.Fitted, DemandBehaviour.Read),
            Population = block.Section("population", new(), Population.Read),
            Catalogue = block.Section("catalogue", catalogue, inner => Catalogue.Read(inner, catalogue)),
            Behaviour = block.Section("behaviour", new(), Behaviour.Read),
            Channels = block.Blocks("channels", ChannelPlan.Typical, itemsMax: 4, ChannelPlan.Read),
            Capacity = block.Section("capacity", new(), Capacity.Read),
            Shocks = block.Blocks("shocks", [], ShocksMax, Shock.Read),
            Switches = block.Blocks("switches", [], ShocksMax, PlannedSwitch.Read),
            Policy = block.Section("policy", [], PolicySetting.ReadAll),
            Changes = block.Blocks("changes", [], ShocksMax, PolicyChange.Read),
            Load = block.Section("load", new(), LoadPlan.Read),
        };
        ChannelPlan.Check(block, "channels", scenario.Channels);
        CheckShocks(block, scenario);
        CheckSwitches(block, scenario);
        PolicyChange.Check(block, "changes", scenario.PolicyAtStart(), scenario.Changes);
        return scenario;
    }

    private const int ShocksMax = 100;

    // A festival need not say that it is one; of another kind it says who plays it.
    private static void CheckKind(Block block)
    {
        if (block.Node.Entries.Exists(entry => entry.Key.Text == "kind")
            && block.Choice<ScenarioKind>("kind", ScenarioKind.Festival) == ScenarioKind.Season)
        {
            block.Refuse("kind", "a season is no festival", "festival; «flashsale season» plays a season");
        }
    }

    internal static string ReadName(Block block)
    {
        var name = block.Text("name", null, NameMax);
        if (name.Length is > 0 and <= NameMax && !KebabCase().IsMatch(name))
        {
            block.Refuse("name", $"«{name}» is no such name",
                "small letters, digits and hyphens: my-festival");
        }

        return name;
    }

    private static void CheckShocks(Block block, Scenario scenario)
    {
        var regions = scenario.Population.Regions.Select(region => region.Name).ToList();
        var unknown = scenario.Shocks.SelectMany(shock => shock.Regions).Except(regions,
            StringComparer.Ordinal);
        foreach (var region in unknown)
        {
            block.Refuse("shocks", $"«{region}» is no region", string.Join(", ", regions));
        }
    }

    private static void CheckSwitches(Block block, Scenario scenario)
    {
        if (scenario.Catalogue.Coupons.Count == 0
            && scenario.Switches.Any(planned => planned.Switch == Switch.CouponsFrozen))
        {
            block.Refuse(
                "switches", $"{Words.Of(Switch.CouponsFrozen)} changes nothing: no store gives a coupon",
                "a campaign in catalogue.coupons, or no such switch");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
