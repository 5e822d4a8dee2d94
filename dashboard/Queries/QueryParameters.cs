using System.Text;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>What stands behind the «?» of an address: each name once, and none that is not known.</summary>
internal sealed class QueryParameters
{
    private readonly IQueryCollection _query;

    /// <summary>The parameters of a request.</summary>
    /// <exception cref="MalformedException">There is one that is not known, or one twice.</exception>
    public QueryParameters(IQueryCollection query, IReadOnlyList<QueryParameter> known)
    {
        _query = query;
        foreach (var (name, values) in query)
        {
            if (known.All(parameter => parameter.Name != name))
            {
                throw new MalformedException($"?{name}", known.Count == 0
                    ? "this address has no parameters"
                    : $"expected one of {string.Join(", ", known.Select(parameter => parameter.Name))}");
            }

            if (values.Count != 1)
            {
                throw new MalformedException($"?{name}", "given twice");
            }
        }
    }

    /// <summary>An id of this type; null if it is not given.</summary>
    public T? Id<T>(string name)
        where T : struct => Text(name) is { } text ? new IdParts(text, $"?{name}").Id<T>() : null;

    /// <summary>Whatever is read of a text; null if it is not given.</summary>
    /// <exception cref="MalformedException">It cannot be read.</exception>
    public T? Read<T>(string name, Func<string, T?> read, string expected)
        where T : struct => !_query.TryGetValue(name, out var value) ? null
        : read(value.ToString()) ?? throw new MalformedException($"?{name}", $"expected {expected}");

    /// <summary>A number from 0 on; null if it is not given.</summary>
    public long? Number(string name, long max) => Text(name) is { } text
        ? new IdParts(text, $"?{name}").Number(max)
        : null;

    /// <summary>An amount in fen; null if it is not given.</summary>
    public Money? Amount(string name) =>
        Number(name, Limits.AmountYuanMax * 100) is { } fen ? Money.FromFen(fen) : null;

    /// <summary>How many to give at most; 20 if it is not given.</summary>
    public int Max() => Number("max", ListingQuery.PageMax) switch
    {
        null => 20,
        0 => throw new MalformedException("?max", $"expected a number from 1 to {ListingQuery.PageMax}"),
        { } max => (int)max,
    };

    /// <summary>A text; null if it is not given.</summary>
    public string? Words(string name) =>
        _query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A member by its word; null if it is not given.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Text(name) is not { } text ? null
        : WordTable<T>.TryParse(text, out var member) ? member
        : throw new MalformedException($"?{name}", $"expected one of {string.Join(", ", WordTable<T>.All)}");

    /// <summary>Whether something is true; false if it is not given.</summary>
    public bool Flag(string name) => Text(name) is { } text
        && (text.AsSpan().SequenceEqual("true"u8) || (text.AsSpan().SequenceEqual("false"u8)
            ? false
            : throw new MalformedException($"?{name}", "expected true or false")));

    private byte[]? Text(string name) => _query.TryGetValue(name, out var value)
        ? Encoding.UTF8.GetBytes(value.ToString())
        : null;
}

/// <summary>A parameter that an address knows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is for, for people.</param>
internal sealed record QueryParameter(string Name, string Meaning);
