using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale study new»: a study file to begin with, every line explained.</summary>
internal sealed class StudyNewVerb : IVerb
{
    private readonly Argument<string> _design = new("design")
    {
        Description = $"What is varied: {string.Join(", ", StudyTemplates.Designs)}.",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        HelpName = "FILE",
        Description = "The file to write; one that is there is refused. Without it: printed.",
    };

    public StudyNewVerb()
    {
        _design.CompletionSources.Add([.. StudyTemplates.Designs]);
        _design.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !StudyTemplates.Designs.Contains(token.Value))
            {
                result.AddError($"there is no design «{token.Value}»; allowed: "
                    + string.Join(", ", StudyTemplates.Designs));
            }
        });
        Command = new Command("new", "Print a study file to begin with, every line explained.")
        {
            _design, _out,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale study new arms --out my-question.yaml", "Two arms against each other."),
        new("flashsale study new vary", "A factor over a range."),
        new("flashsale study new find", "The smallest value that is enough."),
        new("flashsale study new sensitivity", "Which of several factors matters most."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var text = StudyTemplates.Of(parsed.GetRequiredValue(_design));
        if (parsed.GetValue(_out) is not { } file)
        {
            terminal.Out.Write(text);
            return ExitCode.Done;
        }

        if (File.Exists(file))
        {
            terminal.Error.WriteLine($"flashsale study new: {file} is there; allowed: a new file");
            return ExitCode.BadInput;
        }

        File.WriteAllText(file, text);
        terminal.Out.WriteLine($"Written: {file}. Next: flashsale study plan {file}");
        return ExitCode.Done;
    }
}
