using System.CommandLine;
using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>«flashsale completion»: the script by which a shell completes verbs and options.</summary>
internal sealed class CompletionVerb : IVerb
{
    private readonly Argument<string> _shell = new("shell")
    {
        Description = $"Which shell: {string.Join(", ", CompletionScripts.Shells)}.",
    };

    public CompletionVerb()
    {
        _shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && CompletionScripts.Of(token.Value) is null)
            {
                result.AddError($"there is no completion for «{token.Value}»; allowed: "
                    + string.Join(", ", CompletionScripts.Shells));
            }
        });
        Command = new Command("completion", "Print the script that lets a shell complete what you type.")
        {
            _shell,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("eval \"$(flashsale completion bash)\"", "In ~/.bashrc; for zsh the same with zsh, in ~/.zshrc."),
        new("flashsale completion pwsh | Out-String | Invoke-Expression", "In the profile of PowerShell."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        terminal.Out.WriteLine(CompletionScripts.Of(parsed.GetRequiredValue(_shell)));
        return ExitCode.Done;
    }
}
