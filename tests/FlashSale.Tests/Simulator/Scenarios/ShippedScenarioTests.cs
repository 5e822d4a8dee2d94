using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator;

/// <summary>The scenarios that are shipped can be found and read.</summary>
public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Names => [.. ScenarioFiles.Shipped()];

    [Fact]
    public void Festivals_load_tests_the_snow_the_quick_one_and_the_template_are_shipped() => Assert.Equal(
        [
            "browse-and-buy", "chaos-silo-kill", "double11-2013", "double11-2014", "double11-2015",
            "double11-2016", "double11-2018", "hot-listing", "marketplace-day", "midnight-2016-load",
            "midnight-rush", "online-marketplace-mix", "payday", "quick", "snowstorm-2008", "soak",
            "template",
        ],
        ScenarioFiles.Shipped());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_scenario_is_found_by_its_bare_name_and_is_sound(string name)
    {
        var file = ScenarioFiles.Find(name);
        Assert.NotNull(file);
        var (scenario, problems) = ScenarioReader.Read(File.ReadAllText(file), file);

        Assert.Empty(problems);
        Assert.Equal(name, scenario!.Name);
        Assert.Empty(scenario.PolicyAtStart().Validate());
    }

    [Theory]
    [InlineData("double11-2013")]
    [InlineData("double11-2014")]
    [InlineData("double11-2015")]
    [InlineData("double11-2016")]
    [InlineData("double11-2018")]
    public void A_year_differs_from_another_by_its_facts_and_its_sample_only(string name)
    {
        var scenario = ScenarioReader.Read(Repository.Text($"scenarios/{name}.yaml"), name).Value!;

        var fromFacts = Scenario.FromFacts(scenario.Festival) with
        {
            Name = scenario.Name,
            Description = scenario.Description,
            Scale = scenario.Scale, // how densely it is sampled is no behaviour
        };
        Assert.Equal(fromFacts.Hash, scenario.Hash);
    }

    [Fact]
    public void A_name_with_a_typing_error_gets_a_suggestion()
    {
        Assert.Null(ScenarioFiles.Find("double11-2081"));
        Assert.Equal("double11-2018", ScenarioFiles.Nearest("double-2018"));
    }

    [Fact]
    public void Facts_alone_make_a_scenario()
    {
        var (scenario, problems) = ScenarioReader.ReadFacts(
            """
            year: 2017
            gmvYuan: 168.2e9
            averageOrderYuan: 207
            peakOrdersPerSecond: 325000
            paymentCapacityPerSecond: 256000
            presaleShare: 0.08
            """,
            "facts.yaml");

        Assert.Empty(problems);
        Assert.Equal("facts-2017", scenario!.Name);
        Assert.Equal(256_000, scenario.Festival.PeakPaymentsPerSecond);
        Assert.Empty(ScenarioReader.ReadFacts(Repository.Text("scenarios/facts-template.yaml"), "facts")
            .Problems);
    }

    [Fact]
    public void Facts_have_one_name_each_and_the_nearest_is_suggested()
    {
        var problems = ScenarioReader.ReadFacts("year: 2017\ntotalGmvYuan: 1e9\n", "facts.yaml").Problems;

        Assert.Contains(problems, problem => problem.Line == 2
            && problem.Wrong.Contains("«gmvYuan»", StringComparison.Ordinal));
    }
}
