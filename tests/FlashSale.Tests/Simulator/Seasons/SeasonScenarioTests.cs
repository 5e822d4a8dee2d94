using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Scenarios of kind season are read as strictly as festivals.</summary>
public sealed class SeasonScenarioTests
{
    private const string Sound = "kind: season\nname: test\n";

    public static TheoryData<string> Shipped => [.. ScenarioFiles.Shipped(ScenarioKind.Season)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_season_is_sound_and_written_with_all_defaults_is_the_same(string name)
    {
        var (season, problems) = TextFile.Read(ScenarioFiles.Find(name)!, ScenarioReader.ReadSeason);

        Assert.Empty(problems);
        Assert.Equal(name, season!.Name);
        Assert.Empty(season.PolicyAtStart().Validate());
        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(season), "scenario.yaml");
        Assert.Empty(again.Problems);
        Assert.Equal(season.Hash, again.Value!.Hash);
    }

    [Fact]
    public void A_season_and_a_festival_say_which_command_plays_them()
    {
        var asFestival = ScenarioReader.Read(Sound, "s.yaml").Problems;
        var asSeason = ScenarioReader.ReadSeason("kind: festival\nname: test\n", "f.yaml").Problems;

        Assert.Contains(asFestival, problem => problem.Line == 1
            && problem.Allowed.Contains("flashsale season", StringComparison.Ordinal));
        Assert.Contains(asSeason, problem => problem.Field == "kind" && problem.Allowed == "season");
        Assert.Equal(ScenarioKind.Season, ScenarioReader.KindOf(Sound));
        Assert.Equal(ScenarioKind.Festival, ScenarioReader.KindOf("name: test\n"));
    }

    [Theory]
    [InlineData("scale: 0.1", 3, "scale", "the key is not known")]
    [InlineData("shocks: []", 3, "shocks", "the key is not known")]
    [InlineData("season:\n  stroes: 5", 4, "season.stroes", "did you mean «stores»?")]
    [InlineData("season:\n  stores: 5", 4, "season.stores", "out of range")]
    [InlineData("season:\n  startsOn: 2013-02-30", 4, "season.startsOn", "no such day")]
    [InlineData("season:\n  ordersPerStoreDay: 500", 4, "season.ordersPerStoreDay", "times a day")]
    [InlineData("sellers:\n  types: [0.9, 0.2, 0, 0]", 4, "sellers.types", "sum to 1.1")]
    [InlineData("choice:\n  sorts: [0.5, 0.5]", 4, "choice.sorts", "2 shares")]
    [InlineData("choice:\n  pages: 9", 4, "choice.pages", "the key is not known")]
    [InlineData("season:\n  warmUpDays: 3\nchoice: {}", 4, "season.warmUpDays", "has to be fitted")]
    [InlineData("demand: { network: {} }", 3, "demand", "nobody who does not choose")]
    [InlineData("choice: {}\ndemand: {}", 4, "demand", "change nothing without festivals")]
    [InlineData("choice: {}\ndemand:\n  network: { buyersAtStart: 900 }", 5, "demand.network.buyersAtStart",
        "above buyersMax")]
    [InlineData("sellers:\n  types: [0.5, 0.5]", 4, "sellers.types", "2 shares")]
    [InlineData("policy:\n  inventory:\n    payWithin: 1", 5, "policy.inventory.payWithin", "does not fit")]
    [InlineData("festivals:\n  - name: x\n    day: 06-18\n    visits: 2", 4, "festivals", "changes nothing")]
    [InlineData("festivals:\n  - name: x\n    day: 13-45\n    visits: 2", 5, "festivals[0].day", "no day")]
    [InlineData("changes:\n  - at: 12h\n    policy: { inventory: { payWithin: 5min } }", 4, "changes",
        "within a day")]
    [InlineData("changes:\n  - at: 300d\n    policy: { inventory: { payWithin: 5min } }", 4, "changes[0].at",
        "out of range")]
    public void What_is_wrong_is_said_with_its_place(string lines, int line, string key, string wrong)
    {
        var (season, problems) = ScenarioReader.ReadSeason(Sound + lines + "\n", "test.yaml");

        Assert.Null(season);
        Assert.Contains(problems, problem => problem.Line == line && problem.Field == key
            && problem.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void Single_values_of_a_season_can_be_set()
    {
        var season = ScenarioReader.ReadSeason(Sound, "test.yaml").Value!;

        var set = ScenarioSettings.Apply(
            season, ["season.stores=50", "policy.inventory.payWithin=5min"]).Value!;
        var wrong = ScenarioSettings.Apply(season, ["season.stroes=50"]).Problems;

        Assert.Equal(50, set.Season.Stores);
        Assert.Equal(TimeSpan.FromMinutes(5), set.PolicyAtStart().Inventory.PayWithin);
        Assert.NotEmpty(wrong);
    }
}
