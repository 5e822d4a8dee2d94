using System.Text.RegularExpressions;
using FlashSale.Dashboard;
using FlashSale.Tests.Conventions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Dashboard;

/// <summary>What the comments of the code say, for tables of the docs.</summary>
internal static partial class Meaning
{
    /// <summary>The comment of a kind of command in streams.</summary>
    public static string Of(StreamKind kind)
    {
        var member = Repository.Sources.Single(source => source.Path == "dashboard/Stream/StreamKind.cs")
            .Nodes<EnumMemberDeclarationSyntax>().Single(one => one.Identifier.Text == kind.ToString());
        var text = Markup().Replace(member.GetLeadingTrivia().ToString(), " ");
        return Spaces().Replace(text, " ").Replace(" .", ".", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"///|</?summary>|<see cref=""|""/>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
