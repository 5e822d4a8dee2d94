using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

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
        Description = "A YAML file of policy numbers that differ from those of the recorded day, "
            + "as the block «policy» of a scenario. Without it: the recorded day's.",
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
        IReadOnlyList<PolicySetting> settings = [];
        if (parsed.GetValue(_policy) is { } file)
        {
            var reading = TextFile.Read(file, ScenarioReader.ReadPolicy);
            foreach (var problem in reading.Problems)
            {
                terminal.Error.WriteLine($"flashsale replay: {problem}");
            }

            if (reading.Value is null)
            {
                return ExitCode.BadInput;
            }

            settings = reading.Value;
        }

        return JournalFolder.Replay(
            parsed.GetRequiredValue(_folder), settings, "replay", terminal) is { } replay
            ? JournalFolder.Show(replay, parsed.GetValue(_json), terminal)
            : ExitCode.BadInput;
    }
}
