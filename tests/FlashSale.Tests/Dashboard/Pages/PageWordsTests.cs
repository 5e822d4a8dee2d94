using System.Text.Json;
using System.Text.RegularExpressions;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Dashboard;

/// <summary>What pages say of the members of an enum follows the enum.</summary>
public sealed partial class PageWordsTests
{
    [Fact]
    public void A_page_knows_the_rule_of_every_cause_of_a_suspension() // STO-1, STO-3
    {
        var table = Table().Match(Repository.Text("dashboard/Pages/stores.js")).Groups["rows"].Value;
        var rules = Row().Matches(table)
            .ToDictionary(row => row.Groups["key"].Value, row => row.Groups["rule"].Value);

        Assert.Equal(
            Enum.GetNames<SuspensionCause>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName), rules.Keys);
        Assert.All(rules.Values, rule => Assert.Contains(
            $"### {rule} ", Repository.Text("docs/reference/rules.md"), StringComparison.Ordinal));
    }

    [GeneratedRegex("const causes = \\{(?<rows>[^}]*)\\}")]
    private static partial Regex Table();

    [GeneratedRegex("'?(?<key>[a-z-]+)'?: '(?<rule>[A-Z]+-[0-9]+)'")]
    private static partial Regex Row();
}
