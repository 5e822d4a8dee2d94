using System.Text.RegularExpressions;

namespace FlashSale.Tests.Conventions;

/// <summary>How many files of production code know a concept: the ceilings only go down.</summary>
public sealed partial class CostOfAConceptTests
{
    // A store's security: the deposit of a presale has the same words around it, and is none.
    private const string Security = "Security(Paid|Required|Missing|Effect|Of)|DepositTier|StoreDeposit|"
        + @"DepositShort|DepositReturned|MovementKind\.DepositPaid|SuspensionCause\.Deposit";

    [Theory]
    [InlineData("Coupon", 18)] // 13 until stores gave some in a festival
    [InlineData("OpenDispute", 7)]
    [InlineData(Security, 21)]
    public void A_concept_is_known_by_few_files(string word, int filesMax)
    {
        var files = FilesThatSay(word);

        Assert.True(
            files.Count <= filesMax,
            $"{files.Count} files know {word}, {filesMax} at most:\n{string.Join('\n', files)}");
        Assert.True(
            files.Count == filesMax,
            $"only {files.Count} files know {word}: lower its ceiling to that");
    }

    [Fact]
    public void The_files_that_the_guide_lists_for_a_command_know_it()
    {
        var guide = Repository.Text("docs/internals/hacking.md");
        foreach (Match list in CommandLists().Matches(guide))
        {
            var (word, listed) = (list.Groups["word"].Value, FilesOf(list.Groups["rows"].Value));

            Assert.NotEmpty(listed);
            Assert.Empty(listed.Except(FilesThatSay(word)));
        }

        Assert.NotEmpty(CommandLists().Matches(guide));
    }

    private static List<string> FilesThatSay(string word) =>
    [
        .. Repository.Sources
            .Where(source => !source.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Where(source => Regex.IsMatch(source.Tree.ToString(), $@"\b({word})\b"))
            .Select(source => source.Path),
    ];

    private static IEnumerable<string> FilesOf(string rows) =>
        Rows().Matches(rows).Select(row => row.Groups["file"].Value);

    [GeneratedRegex(@"<!-- command (?<word>\w+) -->(?<rows>.*?)<!-- /command -->", RegexOptions.Singleline)]
    private static partial Regex CommandLists();

    [GeneratedRegex(@"^\| `(?<file>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
