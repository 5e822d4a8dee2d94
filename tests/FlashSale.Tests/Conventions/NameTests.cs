using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// The names of docs/internals/hacking.md: domain words, no words that only say «a thing that does things».
/// </summary>
public sealed partial class NameTests
{
    private static readonly string[] SuffixesBanned =
        ["Manager", "Helper", "Service", "Data", "Info", "Processor"];

    // Things, not acts: what a meter reads, what a run ends with, what a store asks for goods, what is warned
    // of.
    private static readonly string[] NounsInIng =
    [
        "Listing", "Rating", "Reading", "Ending", "Setting", "Standing", "Handling", "Spacing", "Pricing",
        "Warning",
    ];

    private static readonly string[] FoldersBanned =
        ["Models", "Helpers", "Utils", "Common", "Services", "Interfaces", "Enums", "Extensions"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Repository.HasNo(
        from source in Repository.Sources
        from type in source.Nodes<MemberDeclarationSyntax>()
        let name = NameOf(type)
        where name is not null
        from suffix in SuffixesBanned
        where name.EndsWith(suffix, StringComparison.Ordinal)
        select $"{source.At(type.GetLocation())}: {name} ends in {suffix}; name what it is in the market");

    [Fact]
    public void A_type_name_stands_once_in_the_production_code() => Repository.HasNo(
        from type in TypesOfProduction()
        group type by type.Name into same
        let files = same.Select(type => type.Source.Path).Distinct().ToList()
        where files.Count > 1
        select $"{string.Join(" and ", files)}: two types {same.Key}; if they are one concept make them one "
            + "in the lowest project that both know, else give each the term of its own field");

    [Fact]
    public void A_type_that_carries_something_out_ends_in_its_noun() => Repository.HasNo(
        from type in TypesOfProduction()
        let word = LastWord().Match(type.Name).Value
        where word.EndsWith("ing", StringComparison.Ordinal) && word.Length > "Xing".Length
        where !NounsInIng.Contains(word)
        select $"{type.Source.At(type.Place)}: {type.Name} is an act; "
            + "name the thing or the person that does it");

    [Fact]
    public void No_folder_is_named_after_a_kind_of_code() => Repository.HasNo(
        from source in Repository.Sources
        from folder in source.Path.Split('/').SkipLast(1)
        where FoldersBanned.Contains(folder)
        select $"{source.Path}:1: folder {folder}; one folder per concept, never per kind: move the file");

    private static IEnumerable<(Source Source, string Name, Location Place)> TypesOfProduction() =>
        from source in Repository.Sources
        where !source.Path.StartsWith("tests/", StringComparison.Ordinal)
        from type in source.Nodes<MemberDeclarationSyntax>()
        where type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax
        let name = NameOf(type)
        where name is not null
        select (source, name, type.GetLocation());

    [GeneratedRegex("[A-Z][a-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };
}
