using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// The names of docs/internals/hacking.md: domain words, no words that only say «a thing that does things».
/// </summary>
public sealed class NameTests
{
    private static readonly string[] SuffixesBanned =
        ["Manager", "Helper", "Service", "Data", "Info", "Processor"];

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
    public void No_folder_is_named_after_a_kind_of_code() => Repository.HasNo(
        from source in Repository.Sources
        from folder in source.Path.Split('/').SkipLast(1)
        where FoldersBanned.Contains(folder)
        select $"{source.Path}:1: folder {folder}; one folder per concept, never per kind: move the file");

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };
}
