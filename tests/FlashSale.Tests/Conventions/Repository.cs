using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// The tree that the tests were built from: its files, its C# sources parsed once, its projects.
/// </summary>
internal static class Repository
{
    private static readonly string[] FoldersNotOurs =
        ["artifacts", "bin", "obj", "runs", "out", "node_modules"];

    private static readonly Lazy<IReadOnlyList<Source>> Parsed =
        new(() => [.. Files("*.cs").Select(Source.Of)]);

    /// <summary>The folder of FlashSale.sln.</summary>
    public static string Root => RepositoryRoot.Path;

    /// <summary>Every C# file with its syntax tree, in the order of the paths.</summary>
    public static IReadOnlyList<Source> Sources => Parsed.Value;

    /// <summary>The paths, from the root and with '/', of all files that match, in ordinal order.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Walk(new DirectoryInfo(Root), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of a file of the tree.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The lines of a file of the tree, numbered from 1.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string path) =>
        File.ReadLines(Path.Combine(Root, path)).Select((text, index) => (index + 1, text));

    /// <summary>An XML file of the tree that remembers its line numbers.</summary>
    public static XDocument Xml(string path) =>
        XDocument.Load(Path.Combine(Root, path), LoadOptions.SetLineInfo);

    /// <summary>The line that an element of <see cref="Xml"/> starts on.</summary>
    public static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    /// <summary>Passes if nothing was found; else fails with one line for each finding.</summary>
    public static void HasNo(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, $"{found.Count} finding(s):\n{string.Join('\n', found)}");
    }

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories()
            .Where(inner => !inner.Name.StartsWith('.') && !FoldersNotOurs.Contains(inner.Name))
            .SelectMany(inner => Walk(inner, pattern)));
}

/// <summary>One C# file: its path from the root and its syntax tree.</summary>
internal sealed record Source(string Path, SyntaxTree Tree)
{
    /// <summary>Reads and parses a file of the tree.</summary>
    public static Source Of(string path) => new(path, CSharpSyntaxTree.ParseText(Repository.Text(path)));

    /// <summary>Every node of one kind of syntax.</summary>
    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Tree.GetRoot().DescendantNodes().OfType<T>();

    /// <summary>«path:line» of a place in this file.</summary>
    public string At(Location location) => $"{Path}:{location.GetLineSpan().StartLinePosition.Line + 1}";
}
