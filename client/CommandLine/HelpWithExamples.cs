using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>The usual help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyList<IVerb> verbs)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var examples = verbs.Where(verb => command is RootCommand || verb.Command == command)
            .SelectMany(verb => command is RootCommand ? verb.Examples.Take(1) : verb.Examples);
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  {example.Line}");
            output.WriteLine($"      {example.For}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine("  0  done (a run that you stop too: its report says that it is partial)");
        output.WriteLine("  1  an invariant or a threshold failed, or a gate could not be judged");
        output.WriteLine("  2  bad arguments or a bad input file: the message says what is allowed");
        output.WriteLine("  3  something could not be reached, read or written");
        output.WriteLine("  4  a fault of this program: the message names the file to report");
        return (int)ExitCode.Done;
    }
}
