using System.CommandLine;

namespace FlashSale.Client;

/// <summary>
/// «flashsale audit»: proves that nothing was oversold, no fen lost and every order exists once.
/// </summary>
internal sealed class AuditVerb : IVerb
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "A run's folder, or a journal's folder.",
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public AuditVerb()
    {
        Command = new Command(
            "audit", "Recompute units, money and ratings from scratch; fails if one is wrong.")
        {
            _folder, _json,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale audit runs/double11-2018-seed1", "A finished run."),
        new("flashsale audit journal --json", "The journal of an engine, for a script."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            terminal.Error.WriteLine($"flashsale audit: no such folder: {folder}");
            return ExitCode.Unreachable;
        }

        terminal.Error.WriteLine("flashsale audit: no engine in this build");
        return ExitCode.Unreachable;
    }
}
