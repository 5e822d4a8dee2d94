using System.Text.Json;
using System.Text.RegularExpressions;
using FlashSale.Simulator;
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

    [Fact]
    public void A_page_has_the_measures_of_models_and_their_units_in_Chinese()
    {
        var text = Repository.Text("dashboard/Pages/measures.js")
            + Repository.Text("dashboard/Pages/words.js");
        var ofModels = SeasonMeasures.All.Where(measure => measure.Model != SeasonModel.Base).ToList();
        var words = ofModels.Select(measure => measure.Column.Replace('_', ' '))
            .Concat(ofModels.Select(measure => measure.Unit).Where(unit => unit.All(char.IsAsciiLetter)))
            .Concat(Enum.GetValues<SeasonModel>().Where(model => model != SeasonModel.Base)
                .Select(model => Words.Of(model)));

        Assert.All(words.Distinct(), word => Assert.True(
            Key(word).IsMatch(text), $"measures.js and words.js have no Chinese for «{word}»"));

        static Regex Key(string word) => new($"^  '?{Regex.Escape(word)}'?: '", RegexOptions.Multiline);
    }

    [Fact]
    public void Every_word_of_a_page_has_one_in_Chinese_and_no_word_has_two()
    {
        const string folder = "dashboard/Pages/";
        var given = Given().Matches(Repository.Text(folder + "words.js")).Select(KeyOf).ToList();
        var known = Given().Matches(Repository.Text(folder + "measures.js")).Select(KeyOf).Concat(given)
            .ToHashSet();
        var said = Repository.Files("*.js").Concat(Repository.Files("*.html"))
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(path => Said().Matches(Repository.Text(path)),
                (path, said) => (Path: path, Word: KeyOf(said))).ToList();

        Assert.True(said.Count > 250, $"only {said.Count} words found");
        Assert.Empty(given.CountBy(word => word).Where(one => one.Value > 1).Select(one => one.Key));
        Repository.HasNo(said.Where(one => !known.Contains(one.Word.Trim()) && !known.Contains(one.Word))
            .Select(one => $"{one.Path}: «{one.Word}» has no Chinese in words.js").Distinct());

        static string KeyOf(Match match) => match.Groups["word"].Value;
    }

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

    [GeneratedRegex(@"^  (?:'(?<word>[^'\n]+)'|(?<word>\w+)):\s", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"\b(?:t|fact|tile|shapeRow)\(\s*'(?<word>[^']+)'|data-t=""(?<word>[^""]+)""")]
    private static partial Regex Said();
}
