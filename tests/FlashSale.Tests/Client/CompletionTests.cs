using FlashSale.Client;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Client;

/// <summary>What a shell is told to complete is asked from the command itself.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("simu", "simulate")]
    [InlineData("simulate --sc", "--scale")]
    [InlineData("simulate snow", "snowstorm-2008")]
    [InlineData("drive --way b", "batch")]
    [InlineData("completion z", "zsh")]
    [InlineData("study pay-w", "pay-window")]
    [InlineData("study run pay-w", "pay-window")]
    [InlineData("study cache --pr", "--prune")]
    [InlineData("study new va", "vary")]
    public void What_was_begun_is_completed(string typed, string completed)
    {
        using var terminal = new TestTerminal();
        var command = new Cli(terminal.Terminal).Root.Name;
        var line = $"{command} {typed}";

        Assert.Equal(ExitCode.Done, terminal.Run($"[suggest:{line.Length}]", line));

        Assert.Equal($"{completed}\n", terminal.Out);
    }

    [Fact]
    public void Each_shell_has_a_script_that_asks_the_command()
    {
        foreach (var shell in CompletionScripts.Shells)
        {
            using var terminal = new TestTerminal();

            Assert.Equal(ExitCode.Done, terminal.Run("completion", shell));

            Assert.Contains("flashsale \"[suggest:$", terminal.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_shell_is_refused_with_those_that_have_one()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(ExitCode.BadInput, terminal.Run("completion", "fish"));

        Assert.Contains("«fish»; allowed: bash, zsh, pwsh", terminal.Error, StringComparison.Ordinal);
    }
}
