using System.Text.RegularExpressions;
using FlashSale.Dashboard;
using FlashSale.Tests.Client;

namespace FlashSale.Tests.Conventions;

/// <summary>Every «flashsale plan» that a page prints runs as printed, on the samples (CAP-5).</summary>
public sealed partial class PrintedPlansTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    private static readonly string[] Printed =
    [
        .. from page in Repository.Files("*.md")
           from Match line in Line().Matches(Repository.Text(page))
           select line.Groups[1].Value,
    ];

    public static TheoryData<string> Commands() => [.. Printed.Distinct()];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_printed_plan_is_answered(string command)
    {
        using var terminal = new TestTerminal();

        var code = terminal.Run([.. command.Split(' ').Select(Placed)]);

        Assert.Equal(("", ExitCode.Done), (terminal.Error, code));
        Assert.Contains(" silos ", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_docs_print_the_plans_of_all_samples()
    {
        var words = Printed.SelectMany(command => command.Split(' ')).ToList();
        var samples = Directory.GetFileSystemEntries(Path.Combine(Repository.Root, "samples/plan"))
            .Select(Path.GetFileName).Where(name => name != "README.md");
        Assert.All(samples, name => Assert.Contains($"samples/plan/{name}", words));
    }

    // As if the command ran in a clone: what it reads is there, what it writes goes elsewhere.
    private string Placed(string word) =>
        word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word)
        : word.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(_folder.FullName, word)
        : word;

    [GeneratedRegex(@"^flashsale (plan [^\n`]*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
