using System.Text.RegularExpressions;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Dashboard;

/// <summary>A script of a page takes from another only what that one has.</summary>
public sealed partial class PageModuleTests
{
    private const string Folder = "dashboard/Pages/";

    [Fact]
    public void Every_name_that_a_script_takes_from_another_is_there()
    {
        var scripts = Repository.Files("*.js")
            .Where(path => path.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(path => path[Folder.Length..], Repository.Text);
        var imports = scripts.SelectMany(script => Imports().Matches(script.Value)
            .SelectMany(import => import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)
                .Where(name => name.Length > 0)
                .Select(name => (In: script.Key, Name: name, From: import.Groups["from"].Value)))).ToList();

        Assert.True(imports.Count > 50, $"only {imports.Count} imports found");
        Repository.HasNo(imports
            .Where(one => !scripts.TryGetValue(one.From, out var text)
                || Exports().Matches(text).All(export => export.Groups["name"].Value != one.Name))
            .Select(one => $"{Folder}{one.In}: {one.From} has no {one.Name}"));
    }

    [GeneratedRegex(@"import \{(?<names>[^}]*)\} from '\./(?<from>[^']+)'")]
    private static partial Regex Imports();

    [GeneratedRegex(@"export (?:async )?(?:const|function|class) (?<name>[\w$]+)")]
    private static partial Regex Exports();
}
