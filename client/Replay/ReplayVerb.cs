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
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public ReplayVerb()
    {
        Command = new Command(
            "replay", "Execute a journal again; prints the hash of the state that it leads to.")
        {
            _folder, _policy, _json, _quiet,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale replay journal", "The same state as the day itself."),
        new("flashsale replay journal --policy scenarios/policies/gentle.yaml",
            "The recorded day beside the same day under other rules."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(_folder);
        var printed = PrintedChoice.Of(parsed, _json, _quiet);
        if (parsed.GetValue(_policy) is not { } file)
        {
            return JournalFolder.Replay(folder, null, "replay", terminal) is { } replay
                ? JournalFolder.Show(replay, printed, terminal) : ExitCode.BadInput;
        }

        var reading = TextFile.Read(file, ScenarioReader.ReadPolicy);
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale replay: {problem}");
        }

        // The recorded day is carried out under today's rules too, so that only the policy differs.
        return reading.Value is { } settings
            && JournalFolder.Replay(folder, policy => policy, "replay", terminal) is { } day
            && JournalFolder.Replay(
                folder, policy => PolicySetting.Apply(policy, settings), "replay", terminal) is { } changed
            ? JournalFolder.Show(changed, printed, terminal, day) : ExitCode.BadInput;
    }
}
