using System.CommandLine;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>«flashsale study plan»: checks a study and says what it will run.</summary>
internal sealed class StudyPlanVerb : IVerb
{
    private readonly StudyArguments _arguments = new(isPlan: true);

    public StudyPlanVerb()
    {
        Command = new Command("plan", "Read and check a study, do its first run, and say what the rest will "
            + "take.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study plan pay-window", "Runs, time, memory, and the difference that it will show."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop) =>
        StudySession.Run(_arguments.Read(parsed), terminal, stop);
}
