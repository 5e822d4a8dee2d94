using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

public sealed class ScenarioTreeTests
{
    public static TheoryData<string> Shipped =>
    [
        .. ScenarioFiles.Shipped().Where(name =>
            TextFile.Read(ScenarioFiles.Find(name)!, ScenarioReader.Read).Value is not null),
    ];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_scenario_written_with_all_defaults_is_read_as_the_same(string name)
    {
        var scenario = TextFile.Read(ScenarioFiles.Find(name)!, ScenarioReader.Read).Value!;

        AssertSame(scenario);
    }

    [Fact]
    public void So_is_one_with_every_kind_of_value()
    {
        var scenario = Festivals.Small() with
        {
            Description = "Quotes \" and «…», 双十一;\nand a second line: # no comment",
            Seed = 9007199254740991,
            Policy = [new PolicySetting("inventory.payWithin", "5min"),
                new("carts.reductionPerStep", "30.50")],
            Changes =
            [
                new PolicyChange
                {
                    At = TimeSpan.FromMilliseconds(-1), Until = TimeSpan.FromDays(1.5), Steps = 3,
                    Policy = [new PolicySetting("inventory.payWithin", "1h")],
                },
            ],
            Switches =
            [
                new PlannedSwitch
                {
                    Switch = SwitchRules.Modelled[0], From = TimeSpan.Zero, Until = TimeSpan.FromHours(1),
                },
            ],
            Shocks =
            [
                new Shock
                {
                    Kind = ShockKind.ChannelOutage, From = TimeSpan.FromMinutes(-5),
                    Until = TimeSpan.FromSeconds(90), Channel = PaymentChannel.QuickPay, Confidence = 0.1
                        + 0.2,
                },
            ],
        };

        AssertSame(scenario);
    }

    [Theory]
    [InlineData("policy.inventory.payWithin=5min", "policy.inventory.payWithin", "5min")]
    [InlineData("channels[kind=bank].failureRate=0.05", "channels[1].failureRate", "0.05")]
    [InlineData("channels[1].failureRate=0.05", "channels[1].failureRate", "0.05")]
    [InlineData("catalogue.hotListings[title=Phone of the year].stock=5", "catalogue.hotListings[0].stock",
        "5")]
    [InlineData("festival.paymentCapacityPerSecond=9000", "festival.peakPaymentsPerSecond", "9000")]
    [InlineData("behaviour.paying.neverShare=0.4", "behaviour.paying.neverShare", "0.4")]
    [InlineData(
        "shocks=[{ kind: snow, from: 1d, until: 2d, regions: [east] }]", "shocks[0].kind", "snow")]
    public void A_setting_sets_the_value_at_its_path(string setting, string path, string value)
    {
        var set = ScenarioSettings.Apply(Festivals.Small(), [setting]);

        Assert.Empty(set.Problems);
        Assert.Contains(new RunParameter(path, value), set.Value!.Parameters());
        Assert.NotEqual(Festivals.Small().Hash, set.Value.Hash);
    }

    [Theory]
    [InlineData("behaviour.paying.neverShares=0.4", "did you mean «neverShare»?")]
    [InlineData("payments.capacity=4", "the key is not known")]
    [InlineData("behaviour.paying.neverShare=much", "«much» is no number")]
    [InlineData("behaviour.paying.neverShare=2", "out of range")]
    [InlineData("channels[kind=cash].failureRate=0.05", "there is no item [kind=cash]: the list has 4")]
    [InlineData("channels[9].failureRate=0.05", "there is no item [9]")]
    [InlineData("seed.of.draws=1", "there are no keys where «of» is asked for")]
    [InlineData("behaviour", "sets nothing")]
    [InlineData("=3", "sets nothing")]
    [InlineData("behaviour.=3", "«3» is no block")]
    [InlineData("[0]=3", "there is no item [0]")]
    [InlineData("behaviour.paying.neverShare={", "is no value")]
    public void A_setting_that_is_wrong_is_refused_with_what_is_allowed(string setting, string wrong)
    {
        var set = ScenarioSettings.Apply(Festivals.Small(), [setting]);

        Assert.Null(set.Value);
        Assert.Contains(wrong, string.Join('\n', set.Problems), StringComparison.Ordinal);
    }

    private static void AssertSame(Scenario scenario)
    {
        var reading = ScenarioReader.Read(ScenarioTree.Text(scenario), "scenario.yaml");

        Assert.Empty(reading.Problems);
        Assert.Empty(ScenarioDifference.Of(scenario, reading.Value!));
        Assert.Equal(scenario.Hash, reading.Value!.Hash);
    }
}
