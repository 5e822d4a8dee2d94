using System.Text.RegularExpressions;

namespace FlashSale.Tests.Conventions;

/// <summary>A reader's first hour: the files that the docs lead to, and how far they are.</summary>
public sealed partial class ReadingTests
{
    private const int HopsMax = 3;
    private const string Reading = "docs/internals/reading.md";

    [Fact]
    public void There_are_ten_files_to_read_and_each_is_there()
    {
        var rows = Repository.Lines(Reading).Where(line => Row().IsMatch(line.Text)).ToList();

        Assert.Equal(Enumerable.Range(1, 10), rows.Select(row => Number(row.Text)));
        Assert.All(rows, row => Assert.Contains(LinksOf(Reading, row.Text), IsFile));
    }

    [Theory]
    [InlineData("marketplace/Orders/RefundProcess.cs", "class RefundProcess")]
    [InlineData("engine/Orders/EngineRefunds.cs", "class EngineRefunds")]
    [InlineData("grains/Carts/ClusterRefunds.cs", "class ClusterRefunds")]
    public void Where_a_refund_is_decided_and_carried_out_is_found_from_the_readme(string file, string name)
    {
        Assert.InRange(HopsTo(file), 1, HopsMax);
        Assert.Contains(name, Repository.Text(file), StringComparison.Ordinal);
    }

    // Links from page to page until one leads to the file.
    private static int HopsTo(string file)
    {
        string[] pages = ["README.md"];
        for (var hops = 1; hops <= HopsMax; hops++)
        {
            var targets = pages.Where(IsFile)
                .SelectMany(page => Repository.Lines(page).SelectMany(line => LinksOf(page, line.Text)))
                .Distinct().ToList();
            if (targets.Contains(file))
            {
                return hops;
            }

            pages = [.. targets.Where(target => target.EndsWith(".md", StringComparison.Ordinal))];
        }

        return int.MaxValue;
    }

    private static bool IsFile(string path) => File.Exists(Path.Combine(Repository.Root, path));

    private static IEnumerable<string> LinksOf(string page, string text) =>
        from link in Link().Matches(text)
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal)
        let folder = Path.Combine(Repository.Root, Path.GetDirectoryName(page)!)
        select Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, target)));

    private static int Number(string row) =>
        int.Parse(Row().Match(row).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| ([0-9]+) \|", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
