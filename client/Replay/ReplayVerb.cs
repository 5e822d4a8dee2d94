using System.CommandLine;

namespace FlashSale.Client;

/// <summary>«flashsale replay»: executes a journal again, for the same state or under other rules.</summary>
internal sealed class ReplayVerb : IVerb
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The folder of a journal.",
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        HelpName = "FILE",
        Description = "A YAML file of policy numbers that differ from those of the recorded day.",
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public ReplayVerb()
    {
        Command = new Command(
            "replay", "Execute a journal again; prints the hash of the state that it leads to.")
        {
            _folder, _policy, _json,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale replay journal", "The same state as the day itself."),
        new("flashsale replay journal --policy gentle.yaml", "The recorded day under other rules."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            terminal.Error.WriteLine($"flashsale replay: no such folder: {folder}");
            return ExitCode.Unreachable;
        }

        terminal.Error.WriteLine("flashsale replay: no engine in this build");
        return ExitCode.Unreachable;
    }
}
