using System.Text.Json;
using System.Text.RegularExpressions;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// The reader of scenarios is strict: it names file, line, field and what is allowed, for every problem.
/// </summary>
public sealed class ScenarioReaderTests
{
    private const string Sound = """
        name: test
        seed: 7
        festival:
          year: 2018
          gmvYuan: 213.5e9
          averageOrderYuan: 204.9
          peakOrdersPerSecond: 491000
        """;

    [Fact]
    public void A_sound_file_becomes_a_scenario_with_the_defaults_for_the_rest()
    {
        var (scenario, problems) = ScenarioReader.Read(Sound, "test.yaml");

        Assert.Empty(problems);
        Assert.Equal("test", scenario!.Name);
        Assert.Equal(7UL, scenario.Seed);
        Assert.Equal(213.5e9, scenario.Festival.GmvYuan);
        Assert.Equal(0.14, scenario.Behaviour.Paying.NeverShare);
        Assert.Equal(new DateTimeOffset(2018, 11, 11, 0, 0, 0, TimeSpan.FromHours(8)),
            scenario.Festival.Midnight);
    }

    [Theory]
    [InlineData("sedd: 1", 8, "sedd", "did you mean «seed»?")]
    [InlineData("seed: 8", 8, "seed", "first in line 2")]
    [InlineData("scale: big", 8, "scale", "no number")]
    [InlineData("scale: 2", 8, "scale", "out of range")]
    [InlineData("scale: '0.1'", 8, "scale", "no number")]
    [InlineData("  rushShare: 0.9\n  presaleShare: 0.2", 9, "festival.presaleShare", "more than all orders")]
    [InlineData("population: 5", 8, "population", "no block")]
    [InlineData("shocks: snow", 8, "shocks", "no list")]
    [InlineData("population: { ordersPerBuyer: 3min }", 8, "population.ordersPerBuyer", "unit of time")]
    [InlineData("behaviour: { paying: { neverShare: 14% } }", 8, "behaviour.paying.neverShare",
        "percent sign")]
    [InlineData("behaviour: { paying: { retryDelay: 15 } }", 8, "behaviour.paying.retryDelay", "has no unit")]
    [InlineData("behaviour: { paying: { retryDelay: 15m } }", 8, "behaviour.paying.retryDelay", "no length")]
    [InlineData("population:\n  linesPerOrder: [0.5, 0.4]", 9, "population.linesPerOrder", "sum to 0.9")]
    [InlineData("catalogue:\n  stores: 1000.5", 9, "catalogue.stores", "no whole number")]
    [InlineData("catalogue:\n  coupons:\n    - { storeShare: 0, fromYuan: 9, offYuan: 1 }", 10,
        "catalogue.coupons[0].storeShare", "out of range")]
    [InlineData("catalogue:\n  coupons:\n    - { storeShare: 1, fromYuan: 9, offYuan: 10 }", 10,
        "catalogue.coupons[0].offYuan", "more than the least value")]
    [InlineData("catalogue:\n  coupons:\n    - { categories: [Toys], storeShare: 1, fromYuan: 9, "
        + "offYuan: 9 }", 10, "catalogue.coupons", "«Toys» is no category")]
    [InlineData("catalogue:\n  coupons:\n    - { storeShare: 1, fromYuan: 9, offYuan: 1 }\n"
        + "    - { categories: [Books & toys], storeShare: 1, fromYuan: 9, offYuan: 1 }", 10,
        "catalogue.coupons", "«Books & toys» is in two campaigns")]
    [InlineData("switches:\n  - { switch: coupons-frozen, from: 0s, until: 1h }", 9, "switches",
        "no store gives a coupon")]
    [InlineData("shocks:\n  - kind: snow\n    until: 2d", 9, "shocks[0].from", "missing")]
    [InlineData("shocks:\n  - kind: show\n    from: 1h\n    until: 2d", 9, "shocks[0].kind", "mean «snow»?")]
    [InlineData("shocks:\n  - kind: snow\n    from: 3d\n    until: 2d", 11, "shocks[0].until", "not after")]
    [InlineData("policy:\n  inventory:\n    payWithin: 30", 10, "policy.inventory.payWithin", "does not fit")]
    [InlineData("policy:\n  inventory:\n    payWithin: 0s", 10, "policy.inventory.payWithin", "out of range")]
    [InlineData("policy:\n  carts: { reductionStep: 10 }", 9, "policy.carts.reductionPerStep",
        "out of range")]
    [InlineData("policy:\n  carts: { reducesAcrosStores: true }", 9, "policy.carts.reducesAcrosStores",
        "AcrossStores")]
    [InlineData("changes:\n  - at: 1h\n    steps: 3\n    policy: {}", 10, "changes[0].steps",
        "without an end")]
    [InlineData("switches: [{ switch: search, from: 1h, until: 2h }]", 8, "switches[0].switch",
        "not known")]
    [InlineData("switches: [{ switch: search-simplified, from: 1h, until: 2h }]", 8, "switches[0].switch",
        "changes nothing")]
    [InlineData("policy:\n  escrow: { freezeAtComplaints: 3 }", 9, "policy.escrow", "not known")]
    [InlineData("description: &x text", 8, "", "anchor")]
    [InlineData("description: *x", 8, "", "alias")]
    [InlineData("description: !!str x", 8, "", "tag")]
    [InlineData("---\nname: other", 8, "", "second document")]
    [InlineData("\tscale: 1", 8, "", "a tab in the indentation")]
    public void A_problem_is_named_with_its_line_and_field(string more, int line, string field, string wrong)
    {
        var (scenario, problems) = ScenarioReader.Read($"{Sound}\n{more}\n", "test.yaml");

        Assert.Null(scenario);
        Assert.Contains(problems, problem => problem.Line == line
            && problem.Field == field
            && problem.Wrong.Contains(wrong, StringComparison.Ordinal)
            && problem.Allowed.Length > 0);
        Assert.All(problems, problem => Assert.Equal("test.yaml", problem.File));
    }

    [Fact]
    public void Negative_stock_is_refused_with_what_is_allowed()
    {
        var problem = Assert.Single(ScenarioReader.Read(
            $$"""
            {{Sound}}
            catalogue:
              hotListings:
                - { title: Phone, category: Phones & digital, priceYuan: 1, stock: -5, shareOfOrders: 0.1 }
            """,
            "test.yaml").Problems);

        Assert.Equal("catalogue.hotListings[0].stock", problem.Field);
        Assert.Equal((10, 72), (problem.Line, problem.Column));
        Assert.Equal("a number from 0 to 1000000000", problem.Allowed);
        Assert.Equal(
            "test.yaml:10:72: catalogue.hotListings[0].stock: «-5» is out of range; "
            + "allowed: a number from 0 to 1000000000",
            problem.ToString());
    }

    [Fact]
    public void A_rush_and_presales_that_are_all_orders_are_read()
    {
        var (scenario, problems) = ScenarioReader.Read(
            $"{Sound}\n  rushShare: 0.9\n  presaleShare: 0.1\n", "test.yaml");

        Assert.Empty(problems);
        Assert.Equal(0, DemandModel.For(scenario!.Festival).BrowseShare, 1e-8);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var problems = ScenarioReader.Read("seed: 1\nfestival:\n  year: 2018\n", "test.yaml").Problems;

        Assert.Equal(
            ["name", "festival.gmvYuan", "festival.averageOrderYuan", "festival.peakOrdersPerSecond"],
            problems.Select(problem => problem.Field));
        Assert.Equal([1, 3, 3, 3], problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Every_problem_is_named_not_only_the_first_but_at_most_twenty()
    {
        var three = ScenarioReader.Read($"{Sound}\na: 1\nscale: x\nchannels: 3\n", "test.yaml").Problems;
        var many = ScenarioReader.Read(string.Concat(Enumerable.Range(0, 90).Select(n => $"k{n}: 1\n")), "t")
            .Problems;

        Assert.Equal([8, 9, 10], three.Select(problem => problem.Line).Distinct());
        Assert.Equal(20, many.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just a text")]
    [InlineData("[1, 2]")]
    [InlineData("? [a, b]\n: c")]
    public void A_file_that_is_no_block_is_a_problem(string text) =>
        Assert.NotEmpty(ScenarioReader.Read(text, "test.yaml").Problems);

    [Fact]
    public void A_file_that_is_too_deep_or_too_large_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]",
            5_000));
        var wide = "a: [" + string.Concat(Enumerable.Repeat("1,", 100_000)) + "1]";
        var long1 = "a: " + new string('x', 2_000_000);

        Assert.All([deep, wide, long1], text =>
            Assert.NotEmpty(ScenarioReader.Read(text, "test.yaml").Problems));
    }

    [Fact]
    public void The_template_has_every_key_and_shows_the_defaults()
    {
        var text = Repository.Text("scenarios/template.yaml");
        var (template, problems) = ScenarioReader.Read(text, "template.yaml", out var keysNotGiven);
        Assert.Empty(problems);

        string[] writtenOnce = ["catalogue.categories[", "catalogue.hotListings[", "channels[", "shocks[",
            "changes[", "load.phases["];
        var forgotten = keysNotGiven
            .Where(key => !writtenOnce.Any(list => key.StartsWith(list, StringComparison.Ordinal)))
            .Except(["festival.paymentCapacityPerSecond"]);
        Assert.Empty(forgotten);
        var usual = Scenario.FromFacts(template!.Festival) with
        {
            Name = template.Name,
            Description = template.Description,
        };
        var plain = template with { Shocks = [], Switches = [], Policy = [], Changes = [] };
        Assert.Equal(
            usual.Hash, (plain with { Catalogue = plain.Catalogue with { Coupons = [] } }).Hash);
        Assert.Equal(
            JsonSerializer.Serialize(usual.PolicyAtStart()),
            JsonSerializer.Serialize(template.PolicyAtStart()));
    }

    [Fact]
    public void Every_key_of_the_template_is_documented()
    {
        var reference = Repository.Text("docs/reference/scenario.md");
        var keys = Repository.Lines("scenarios/template.yaml")
            .SelectMany(line => KeysOf(line.Text))
            .Distinct();

        Assert.All(keys, key => Assert.Contains($"`{key}`", reference, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_readings_have_the_same_hash_and_another_number_has_another()
    {
        var first = ScenarioReader.Read(Sound, "a.yaml").Value!;
        var again = ScenarioReader.Read("# comment\n" + Sound, "b.yaml").Value!;
        var other = ScenarioReader.Read(Sound + "\nscale: 0.002\n", "a.yaml").Value!;

        Assert.Equal(first.Hash, again.Hash);
        Assert.Equal(64, first.Hash.Length);
        Assert.NotEqual(first.Hash, other.Hash);
    }

    private static IEnumerable<string> KeysOf(string line)
    {
        var code = line.Split(" #")[0];
        return code.StartsWith('#')
            ? []
            : Regex.Matches(code, @"(?<=^|[\s{])([a-z]\w*):(?=\s|$)")
                .Select(match => match.Groups[1].Value)
                .Where(key => !(key[0] == 'p' && key.Length > 1 && char.IsAsciiDigit(key[1])));
    }
}
