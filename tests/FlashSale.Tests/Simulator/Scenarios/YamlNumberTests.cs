using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>
/// What YAML 1.2 means by a value is what the market gets, or the file is refused: a value is never changed
/// after it was accepted.
/// </summary>
public sealed class YamlNumberTests
{
    private const string Head = """
        name: t
        scale: 0.00001
        festival: { year: 2018, gmvYuan: 213.5e9, averageOrderYuan: 204.9, peakOrdersPerSecond: 491000 }

        """;

    private const string Facts = "gmvYuan: 213.5e9, averageOrderYuan: 204.9, peakOrdersPerSecond: 491000 }";

    [Theory]
    [InlineData("seed: 1e3", 1_000UL)]
    [InlineData("seed: 7.0", 7UL)]
    [InlineData("seed: +5", 5UL)]
    [InlineData("seed: -0", 0UL)]
    [InlineData("seed: 010", 10UL)] // no octal number since YAML 1.2
    [InlineData("seed: 9007199254740991", 9_007_199_254_740_991UL)]
    [InlineData("seed: 9007199254740992", 9_007_199_254_740_992UL)]
    public void A_whole_number_is_what_it_says(string line, ulong expected)
    {
        var (scenario, problems) = ScenarioReader.Read(Head + line, "y.yaml");

        Assert.Empty(problems);
        Assert.Equal(expected, scenario!.Seed);
    }

    [Theory]
    [InlineData("seed: 9007199254740993", "4:7", "out of range; allowed: a whole number from 0 to 9007")]
    [InlineData("seed: 1e-30", "4:7", "no whole number")]
    [InlineData("seed: 1.0000000000000000000001", "4:7", "no whole number")]
    [InlineData("seed: 0x10", "4:7", "no number")]
    [InlineData("seed: 0o10", "4:7", "no number")]
    [InlineData("seed: 1_000", "4:7", "no number")]
    [InlineData("seed: .inf", "4:7", "no number")]
    [InlineData("seed: ~", "4:7", "no number")]
    [InlineData("seed:", "4:6", "no number")]
    [InlineData("seed: 1\nseed: 2", "5:1", "first in line 4")]
    [InlineData("a: &x {y: 1}", "4:4", "an anchor")]
    [InlineData("load: { peak: 1,5 }", "4:17", "not known")]
    [InlineData("load: { duration: 90.9s }", "4:19", "this is not a whole number of seconds")]
    [InlineData("load: { warmUp: 0.9s }", "4:17", "this is not a whole number of seconds")]
    [InlineData("load: { duration: 1.00001s }", "4:19", "not a whole number of seconds")]
    [InlineData("load: { duration: 0.5s }", "4:19", "out of range")]
    [InlineData("load: { duration: 1h30min }", "4:19", "no length")]
    [InlineData("load: { duration: 00:03:00 }", "4:19", "no length")]
    [InlineData("load: { duration: PT3M }", "4:19", "no length")]
    [InlineData("load: { duration: 3min, phases: [ { name: a, until: 1.00001s } ] }", "4:33", "at a second")]
    [InlineData("behaviour: { paying: { retryDelay: 0.00000001s } }", "4:36", "no length")]
    [InlineData("shocks:\n  - { kind: snow, from: 3d, until: 1d }", "5:36", "not after")]
    [InlineData("shocks:\n  - { kind: snow, from: 1d, until: 1d }", "5:36", "not after")]
    [InlineData("population:\n\tordersPerBuyer: 3", "5:1", "tab")]
    [InlineData("description: |\n  a\n\tb\nseed: x", "6:1", "tab")]
    [InlineData("population:\n  regions:\n    - { name: \"a\\u202Eb\", share: 1 }", "6:15", "not seen")]
    [InlineData("description: \"\\u202E <script>\"", "4:14", "not seen")]
    [InlineData(
        "population:\n  regions:\n    - { name: Nord, share: 0.5 }\n    - { name: ＮＯＲＤ, share: 0.5 }",
        "6:5", "there twice")]
    public void What_cannot_be_meant_or_kept_is_refused_at_its_place(string lines, string place, string wrong)
    {
        var (scenario, problems) = ScenarioReader.Read(Head + lines, "y.yaml");

        Assert.Null(scenario);
        var told = problems.Select(one => one.ToString()).ToList();
        Assert.Contains(told, one => one.StartsWith($"y.yaml:{place}: ", StringComparison.Ordinal)
            && one.Contains(wrong, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"\\e[31mseed\": 1")]
    [InlineData("seed: \"\\e[2Jx\\u202E\"")]
    public void What_stands_in_a_file_does_not_control_the_terminal_that_shows_a_problem(string line)
    {
        var (_, problems) = ScenarioReader.Read(Head + line, "y.yaml");

        Assert.NotEmpty(problems);
        Assert.All(problems, one => Assert.True(ShownText.IsSound(one.ToString())));
    }

    [Theory]
    [InlineData("2018-06-18", true)]
    [InlineData("2018-02-30", false)]
    [InlineData("2018-11-11T00:00:00Z", false)]
    public void A_date_is_a_day_that_there_is(string date, bool isRead)
    {
        var (scenario, problems) = ScenarioReader.Read(
            $"name: t\nfestival: {{ year: 2018, date: {date}, {Facts}", "y.yaml");

        Assert.Equal(isRead, scenario is not null);
        Assert.Equal(isRead ? 0 : 1, problems.Count);
    }

    [Fact]
    public void Words_are_words_and_no_answers()
    {
        var (scenario, _) = ScenarioReader.Read(
            Head + "description: no\npopulation:\n  regions:\n    - { name: no, share: 0.5 }\n"
            + "    - { name: yes, share: 0.5 }\n", "y.yaml");

        Assert.Equal("no", scenario!.Description);
        Assert.Equal(["no", "yes"], scenario.Population.Regions.Select(region => region.Name));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_change_nothing()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Head.ReplaceLineEndings("\r\n"), new System.Text.UTF8Encoding(true));

            Assert.Equal("t", TextFile.Read<Scenario>(file, ScenarioReader.Read).Value!.Name);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
