using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Dashboard;

/// <summary>Reads a command from the ids of its address and from its body.</summary>
internal delegate T CommandParser<T>(ref CommandText text);

/// <summary>One kind of command: how it is called singly, and under which name in a batch.</summary>
/// <param name="Name">Its name in a batch and in metrics, in kebab-case.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The address below /api/v1, with its ids in braces.</param>
/// <param name="Caller">Who may send it: the least that some of its forms need.</param>
/// <param name="Summary">What it does, for people.</param>
/// <param name="Answer">Which answers it gives.</param>
/// <param name="IsKeyed">Whether it may be done again, so that a client may name it.</param>
/// <param name="Body">What its body is; null if it has none.</param>
/// <param name="Parse">Reads it.</param>
internal sealed record CommandOperation(
    string Name,
    string Method,
    string Path,
    Caller Caller,
    string Summary,
    AnswerKind Answer,
    bool IsKeyed,
    JsonTypeInfo? Body,
    CommandParser<MarketCommand> Parse)
{
    /// <summary>One kind of command, by the name of its kind if it has no other.</summary>
    public static CommandOperation Of<TCommand, TAnswer>(
        string method, string path, JsonTypeInfo? body, string summary, CommandParser<TCommand> parse,
        string? name = null)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        new(name ?? WordTable<CommandKind>.Of(TCommand.Kind), method, path, TCommand.Caller, summary,
            AnswerKinds.Of<TAnswer>(), IsKeyedCommand(typeof(TCommand)), body,
            (ref text) => new MarketCommand<TCommand, TAnswer>(parse(ref text)));

    private static bool IsKeyedCommand(Type command) => command.GetInterfaces().Any(one =>
        one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IKeyedCommand<,>));

    /// <summary>Whether the body may be left out.</summary>
    public bool BodyIsOptional { get; init; }

    /// <summary>Whether a command with a body, or without one, has what it needs.</summary>
    public bool Takes(bool hasBody) => hasBody ? Body is not null : Body is null || BodyIsOptional;

    /// <summary>The name as it stands in a batch.</summary>
    public byte[] NameBytes { get; } = System.Text.Encoding.UTF8.GetBytes(Name);

    /// <summary>The names of the ids in the address, in their order.</summary>
    public IReadOnlyList<string> Ids { get; } =
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])];
}
