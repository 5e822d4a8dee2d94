using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale study add»: more seeds, or another measure, for a study that was run.</summary>
internal sealed class StudyAddVerb : IVerb
{
    private const int SeedsMax = 10_000;

    private readonly Argument<string> _folder = new("folder") { Description = "The folder of a study." };

    private readonly Option<int?> _seeds = NumberOption.Of(
        "--seeds", "NUMBER", "How many seeds more. Without it: as many as there are.", 1, SeedsMax);

    private readonly Option<string[]> _measure = new("--measure")
    {
        HelpName = "EXPRESSION",
        Description = "Another measure, as \"late: refundedYuan / gmvYuan\"; runs nothing, and is marked as "
            + "looked at afterwards. May be given several times. Without it: those that there are.",
    };

    private readonly Option<int?> _jobs = NumberOption.Of(
        "--jobs", "NUMBER", "How many runs at once. Without it: as many as there are cores, and memory for.",
        1, 1_000);

    private readonly Option<string?> _cache = StudyArguments.CacheOption();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public StudyAddVerb()
    {
        Command = new Command("add", "Add seeds or measures to a study that was run.")
        {
            _folder, _seeds, _measure, _jobs, _cache, _json, _quiet,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetResult(_seeds) is null && result.GetResult(_measure) is null)
            {
                result.AddError("nothing is added; allowed: --seeds, --measure, or both");
            }
        });
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study add studies/pay-window --seeds 10", "Ten seeds more."),
        new("flashsale study add studies/pay-window --measure \"retries: retries\"",
            "Another measure; no run."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = new StudyFolder(parsed.GetRequiredValue(_folder));
        var text = TextFile.Text(folder.StudyPath);
        var added = StudyAdditions.To(
            text, folder.StudyPath, parsed.GetValue(_seeds) ?? 0, parsed.GetValue(_measure) ?? []);
        return StudySession.Run(
            added,
            new StudyOptions
            {
                Out = folder.Path,
                Jobs = parsed.GetValue(_jobs),
                Cache = parsed.GetValue(_cache) ?? StudyFolder.CachePath,
                Json = parsed.GetValue(_json),
                Quiet = parsed.GetValue(_quiet),
            },
            terminal, stop);
    }
}
