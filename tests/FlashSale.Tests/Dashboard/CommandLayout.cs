using System.Reflection;
using System.Text.RegularExpressions;
using FlashSale.Tests.Conventions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlashSale.Tests.Dashboard;

/// <summary>How each command lies in bytes, read from its declaration, for a table of the docs.</summary>
internal sealed partial class CommandLayout : ICommandVisitor
{
    private static readonly Dictionary<string, RecordDeclarationSyntax> Declarations =
        Repository.Sources
            .Where(one => one.Path.StartsWith("marketplace/Port/Commands/", StringComparison.Ordinal))
            .SelectMany(one => one.Nodes<RecordDeclarationSyntax>())
            .ToDictionary(one => one.Identifier.Text);

    private readonly List<(byte Kind, string Name, string Fields)> _rows = [];

    /// <summary>Kind, name and fields of every command, in the order of their numbers.</summary>
    public static IReadOnlyList<(byte Kind, string Name, string Fields)> All
    {
        get
        {
            var layout = new CommandLayout();
            MarketCommands.Visit(layout);
            return layout._rows;
        }
    }

    void ICommandVisitor.Visit<TCommand, TAnswer>()
    {
        var writing = Declarations[typeof(TCommand).Name].Members.OfType<MethodDeclarationSyntax>()
            .Single(method => method.Identifier.Text == "Write");
        var fields = writing.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => FieldOf(typeof(TCommand), call.ArgumentList.Arguments[0].Expression.ToString()));
        _rows.Add(((byte)TCommand.Kind, Words.Of(TCommand.Kind.ToString()), string.Join(", ", fields)));
    }

    private static string FieldOf(Type type, string expression)
    {
        if (expression is "0" or "(byte)0")
        {
            return expression == "0" ? "0 i32" : "0 u8";
        }

        var path = Noise().Replace(expression, "").Split('.');
        var at = type;
        foreach (var step in path)
        {
            at = Nullable.GetUnderlyingType(at) ?? at;
            at = at.GetProperty(step, BindingFlags.Public | BindingFlags.Instance)!.PropertyType;
        }

        var names = path.Where(step => step is not ("Value" or "Packed" or "Span"))
            .Select(step => char.ToLowerInvariant(step[0]) + step[1..]);
        return $"{string.Join('.', names)} {Say(expression, at)}";
    }

    private static string Say(string expression, Type type) =>
        expression.EndsWith("is not null", StringComparison.Ordinal) ? "u8"
        : type == typeof(ReadOnlySpan<CartLine>) ? "lines"
        : (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { IsEnum: true } named => $"u8 ({named.Name})",
            var t when t == typeof(byte) || t == typeof(bool) => "u8",
            var t when t == typeof(int) => "i32",
            var t when t == typeof(long) => "i64",
            var t when t == typeof(Money) => "i64",
            var t when t == typeof(DateTimeOffset) => "i64 ms",
            var t when t == typeof(string) => "text",
            var t when t == typeof(CartLine) => "line",
            var t when t == typeof(Policy) => "policy",
            var t when t == typeof(RequestId) => "i64 or nothing",
            var t when t == typeof(ListingAttributes) => "text or nothing",
            var t when t == typeof(Signature) => "signature or nothing",
            var t => throw new InvalidOperationException($"no word for a field of type {t}"),
        };

    [GeneratedRegex(@"^\(byte\)|\?(?=\.)| \?\? .*$| is not null$")]
    private static partial Regex Noise();
}
