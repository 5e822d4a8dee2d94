namespace FlashSale.Client;

/// <summary>The completion scripts: each asks the command itself, so no list grows old.</summary>
/// <remarks>
/// The command answers <c>flashsale "[suggest:POSITION]" "LINE"</c> with a word a line, of which each script
/// keeps those that begin as the user did; where there is none, the shell completes the names of files.
/// </remarks>
internal static class CompletionScripts
{
    private const string Bash = """
        _flashsale() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(flashsale "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" \
            -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _flashsale flashsale
        """;

    private const string Zsh = """
        _flashsale() {
          local -a words
          words=("${(@f)$(flashsale "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          compadd -- $words || _files
        }
        compdef _flashsale flashsale
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName flashsale -ScriptBlock {
          param($word, $line, $at)
          flashsale "[suggest:$at]" "$line" | Where-Object { $_ -like "$word*" } |
            ForEach-Object {
              [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>The shells that have one.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "pwsh"];

    /// <summary>The script for a shell, or null if there is none.</summary>
    public static string? Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "pwsh" => PowerShell,
        _ => null,
    };
}
