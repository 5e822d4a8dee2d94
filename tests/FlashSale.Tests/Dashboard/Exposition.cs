using System.Text.RegularExpressions;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Dashboard;

/// <summary>What Prometheus is given, and what our documents and rules expect there.</summary>
internal static partial class Exposition
{
    private const string Rules = "docs/operations/alerts.yml";
    private const string Reference = "docs/reference/metrics.md";

    /// <summary>The names of all samples in an answer to Prometheus.</summary>
    public static HashSet<string> NamesIn(string exposition) =>
        [.. exposition.Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => SampleName().Match(line).Value)];

    /// <summary>Every metric that the alert rules ask for.</summary>
    public static IReadOnlyList<string> AskedByRules() => [.. Expressions(Text(Rules))
        .SelectMany(one => Metric().Matches(Quoted().Replace(one, "")).Select(match => match.Value))
        .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every metric that the reference names for Prometheus: its table's first column.</summary>
    public static IReadOnlyList<string> NamedByReference() => [.. Text(Reference).Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Backticked().Matches(line.Split('|')[1]))
        .Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    // «expr: …», or several lines that stand deeper behind «expr: >-».
    private static IEnumerable<string> Expressions(string rules) =>
        Expression().Matches(rules).Select(match => match.Groups[1].Value);

    private static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, path));

    [GeneratedRegex(@"^[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex SampleName();

    [GeneratedRegex(
        @"\bexpr:\s*(?:>-\s*)?(.*?)(?=\n\s*(?:for|labels|annotations):)", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:flashsale|orleans|http|dotnet|kestrel|aspnetcore)_[a-z0-9_]+(?=[\[{\s)])")]
    private static partial Regex Metric();

    [GeneratedRegex(@"`((?:flashsale|orleans|http|dotnet|kestrel|aspnetcore)_[a-z0-9_]+)`")]
    private static partial Regex Backticked();
}
