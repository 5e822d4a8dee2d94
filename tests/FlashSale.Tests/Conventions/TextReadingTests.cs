using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Conventions;

/// <summary>
/// Text comes into the program as strict UTF-8 or not at all: what .NET reads by itself puts «�» for what it
/// cannot read, and two texts become one.
/// </summary>
public sealed class TextReadingTests
{
    private static readonly string[] Folders =
    [
        "marketplace", "engine", "simulator", "dashboard", "driver", "client", "grains", "silo", "loadtests",
    ];

    private static readonly string[] Methods =
    [
        "ReadAllText", "ReadAllTextAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadLines", "ReadLinesAsync",
        "OpenText",
    ];

    // The kernel's own figures, which are ASCII.
    private static readonly string[] Exceptions = ["loadtests/Cluster/DatabaseCpu.cs"];

    [Fact]
    public void Files_of_text_are_read_by_the_strict_reader_only() => Repository.HasNo(
        from source in Repository.Sources
        where Folders.Contains(source.Path.Split('/')[0]) && !Exceptions.Contains(source.Path)
        from call in source.Nodes<InvocationExpressionSyntax>()
        let name = (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.Text
        where Methods.Contains(name)
        select $"{source.At(call.GetLocation())}: File.{name}; take TextFile, or Utf8Text with its bytes");

    [Fact]
    public void No_reader_opens_a_file_by_its_path() => Repository.HasNo(
        from source in Repository.Sources
        where Folders.Contains(source.Path.Split('/')[0])
        from made in source.Nodes<ObjectCreationExpressionSyntax>()
        where made.Type.ToString() == "StreamReader"
            && made.ArgumentList!.Arguments[0].ToString() is not ("stream" or "file")
        select $"{source.At(made.GetLocation())}: a StreamReader of a file; take TextFile");
}
