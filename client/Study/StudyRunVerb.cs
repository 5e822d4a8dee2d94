using System.CommandLine;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>«flashsale study run»: runs a study, or goes on with it.</summary>
internal sealed class StudyRunVerb : IVerb
{
    private readonly StudyArguments _arguments = new();

    public StudyRunVerb()
    {
        Command = new Command("run", "Run a study, or go on with it: runs that are there are not run again.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study run pay-window", "Writes studies/pay-window and prints its sentences."),
        new("flashsale study run my-question.yaml --seeds 20 --jobs 2", "More seeds than the file has."),
        new("flashsale study run pay-window --cluster http://127.0.0.1:5080",
            "On the slots of a cluster; the folder is written here."),
        new("flashsale study run pay-window --json --quiet", "For a script: study.json and nothing else."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop) =>
        StudySession.Run(_arguments.Read(parsed), terminal, stop);
}
