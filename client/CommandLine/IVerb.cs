using System.CommandLine;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>One thing that the command can do: «flashsale simulate».</summary>
internal interface IVerb
{
    /// <summary>Name, description, arguments and options.</summary>
    Command Command { get; }

    /// <summary>How it is called: «simulate», or «study run» of a verb below another.</summary>
    string Name => string.Join(' ', Command.Parents.OfType<Command>().Where(parent
        => parent is not RootCommand)
        .Select(parent => parent.Name).Append(Command.Name));

    /// <summary>The verbs below it; most have none.</summary>
    IReadOnlyList<IVerb> Parts => [];

    /// <summary>Command lines that work as they stand, each with what it is for.</summary>
    IReadOnlyList<Example> Examples { get; }

    /// <summary>Does it.</summary>
    /// <param name="parsed">Arguments and options, without errors.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="stop">Cancelled when the user asks to stop.</param>
    ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop);
}

/// <summary>A command line and what it is for.</summary>
internal sealed record Example(string Line, string For);
