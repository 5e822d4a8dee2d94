using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FlashSale.Dashboard;

namespace FlashSale.Silo;

/// <summary>The usual help, then where settings may stand, examples and exit codes.</summary>
internal sealed class SiloHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string More = """
        Every option can also stand in the environment (Silo__Cluster=postgres) or in appsettings.json in the
        working directory ({ "Silo": { "Cluster": "postgres" } }); the option wins over the environment, and
        that over the file. The keys of callers from other machines, Silo:ApiKey and Silo:OperatorKey, stand
        there only. docs/guides/cluster.md tells more.

        Examples:
          dotnet run -c Release --project silo
              One silo; its rows are in the folder market.
          dotnet run -c Release --project silo -- --seed-scenario quick
              The same, filled with the goods of a shipped scenario.
          dotnet run -c Release --project silo -- --cluster postgres --connection "Host=…;Database=…"
              One of the silos that share a PostgreSQL database.

        Exit codes:
          0  it was asked to stop, and has finished what it had begun
          1  it stopped by itself, was told twice to stop, or was cut off while it finished
          2  bad options or settings: the message says what is allowed
          3  a file, a database or a port could not be reached or used, or the cluster not be joined
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(More);
        return (int)ExitCode.Done;
    }
}
