using System.Text.Json;
using System.Text.RegularExpressions;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Dashboard;

/// <summary>What pages say of the members of an enum follows the enum.</summary>
public sealed partial class PageWordsTests
{
    [Fact]
    public void A_page_knows_the_rule_of_every_cause_of_a_suspension() => // STO-1, STO-3
        AssertRules("stores.js", "causes", Enum.GetValues<SuspensionCause>());

    [Fact]
    public void A_page_knows_the_rule_of_every_refusal_of_a_payment() => // INV-1, INV-3, STO-1
        AssertRules("orders.js", "refusals", Enum.GetValues<ReserveResult>()[1..]);

    private static void AssertRules<T>(string page, string table, IReadOnlyList<T> members)
        where T : struct, Enum
    {
        var text = Repository.Text($"dashboard/Pages/{page}");
        var from = text.IndexOf($"const {table} = {{", StringComparison.Ordinal);
        Assert.True(from >= 0, $"{page} has no table «{table}»");
        var rows = Row().Matches(text[from..text.IndexOf("};", from, StringComparison.Ordinal)]);

        Assert.Equal(
            members.Select(member => JsonNamingPolicy.KebabCaseLower.ConvertName($"{member}")),
            rows.Select(row => row.Groups["key"].Value));
        Assert.All(rows, row => Assert.Contains(
            $"### {row.Groups["rule"].Value} ", Repository.Text("docs/reference/rules.md"),
            StringComparison.Ordinal));
    }

    [GeneratedRegex("'?(?<key>[a-z]+(-[a-z]+)*)'?: [^:]*?'(?<rule>[A-Z]+-[0-9]+)'")]
    private static partial Regex Row();
}
