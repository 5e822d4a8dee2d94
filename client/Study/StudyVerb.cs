using System.CommandLine;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>«flashsale study»: a what-if question over many runs; the same as «study run».</summary>
internal sealed class StudyVerb : IVerb
{
    private readonly StudyArguments _arguments = new();
    private readonly Option<string?> _worker = new("--worker")
    {
        HelpName = "FOLDER",
        Description = "Carry out runs for the study that started this process, and keep them in the folder: "
            + "--jobs starts such ones. Without it: a study.",
    };

    public StudyVerb()
    {
        Command = new Command("study", "Answer a what-if question: many runs on the same seeds, compared "
            + "pair by pair, with intervals and a sentence.");
        _arguments.AddTo(Command, isNeeded: result => result.GetResult(_worker) is null);
        Command.Add(_worker);
        foreach (var part in Parts)
        {
            Command.Add(part.Command);
        }
    }

    public Command Command { get; }

    public IReadOnlyList<IVerb> Parts { get; } =
    [
        new StudyRunVerb(), new StudyPlanVerb(), new StudyAddVerb(), new StudyReportVerb(),
        new StudyVerifyVerb(), new StudyNewVerb(), new StudyListVerb(), new StudyCacheVerb(),
    ];

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study pay-window", "Does a shorter payment window lose orders? A shipped study."),
        new("flashsale study --base quick --arm \"short: policy.inventory.payWithin=1min\" --measure gmvYuan",
            "A question in one line."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        if (parsed.GetValue(_worker) is { } cache)
        {
            WorkerLoop.Run(cache, terminal, Console.In, stop).GetAwaiter().GetResult();
            return ExitCode.Done;
        }

        return StudySession.Run(_arguments.Read(parsed), terminal, stop);
    }
}
