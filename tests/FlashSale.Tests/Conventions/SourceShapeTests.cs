using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// The limits of docs/internals/hacking.md on how long things may be, and what a file may not hold.
/// </summary>
public sealed partial class SourceShapeTests
{
    private const int LineLengthMax = 110;
    private const int FileLinesMax = 300;
    private const int MethodLinesMax = 40;

    [Fact]
    public void No_line_is_longer_than_110_characters() => Repository.HasNo(
        from path in Repository.Files("*.cs")
            .Concat(Repository.Files("*.js")).Concat(Repository.Files("*.css"))
            .Append(".ci/run").Where(IsThere)
        from line in Repository.Lines(path)
        where line.Text.Length > LineLengthMax
        select $"{path}:{line.Number}: {line.Text.Length} characters; break it, {LineLengthMax} at most");

    [Fact]
    public void No_source_file_is_longer_than_300_lines() => Repository.HasNo(
        from path in Repository.Files("*.cs")
        let lines = Repository.Lines(path).Count()
        where lines > FileLinesMax
        select $"{path}:{lines}: {lines} lines, {FileLinesMax} at most; split it by concept");

    [Fact]
    public void No_method_is_longer_than_40_lines() => Repository.HasNo(
        from source in Repository.Sources
        from body in Bodies(source)
        let lines = LinesOf(source, body)
        where lines > MethodLinesMax
        select $"{source.At(body.GetLocation())}: a method of {lines} lines; "
            + $"{MethodLinesMax} at most: name a step of it");

    [Fact]
    public void No_file_has_a_region() => Repository.HasNo(
        from source in Repository.Sources
        from region in source.Tree.GetRoot().DescendantTrivia(descendIntoTrivia: true)
        where region.IsKind(SyntaxKind.RegionDirectiveTrivia)
        select $"{source.At(region.GetLocation())}: a region; split the file by concept instead");

    [Fact]
    public void No_file_starts_with_a_licence() => Repository.HasNo(
        from source in Repository.Sources
        from comment in Comments(source.Tree.GetRoot().GetLeadingTrivia())
        where LicenceWord().IsMatch(comment.ToString())
        select $"{source.At(comment.GetLocation())}: a licence header; remove it, LICENSE is enough");

    [Fact]
    public void No_note_of_unfinished_work_is_without_its_issue() => Repository.HasNo(
        from source in Repository.Sources
        from comment in Comments(source.Tree.GetRoot().DescendantTrivia())
        where UnfinishedWithoutIssue().IsMatch(comment.ToString())
        select $"{source.At(comment.GetLocation())}: unfinished work without an issue; "
            + "finish it, or open an issue and write its number: TODO(#12)");

    private static bool IsThere(string path) => File.Exists(Path.Combine(Repository.Root, path));

    private static IEnumerable<SyntaxTrivia> Comments(IEnumerable<SyntaxTrivia> trivia) =>
        trivia.Where(piece => piece.Kind() is SyntaxKind.SingleLineCommentTrivia
            or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia);

    // All that has a body of its own: methods, constructors, operators, accessors, local functions.
    private static IEnumerable<SyntaxNode> Bodies(Source source) => source.Tree.GetRoot().DescendantNodes()
        .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or LocalFunctionStatementSyntax or PropertyDeclarationSyntax { ExpressionBody: not null });

    // Attributes and doc comments above a method do not count.
    private static int LinesOf(Source source, SyntaxNode body)
    {
        var attributes = body.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        var first = attributes?.GetLastToken().GetNextToken() ?? body.GetFirstToken();
        var span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SpanStart, body.Span.End);
        var lines = source.Tree.GetLineSpan(span);
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    [GeneratedRegex(@"\b(?i:copyright|licen[sc]ed?|spdx)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LicenceWord();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b(?!\(#\d+\))", RegexOptions.CultureInvariant)]
    private static partial Regex UnfinishedWithoutIssue();
}
