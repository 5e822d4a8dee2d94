using Spectre.Console;

namespace FlashSale.Client;

/// <summary>Where the command writes, and the clock that tells how fast it is.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">
/// Progress and messages; results for people too when <paramref name="Out"/> is for machines.
/// </param>
/// <param name="OutIsScreen">Whether a person sees <paramref name="Out"/> at once.</param>
/// <param name="ErrorIsScreen">Whether a person sees <paramref name="Error"/> at once.</param>
/// <param name="Clock">Measures speed; never seen by a simulation.</param>
internal sealed record Terminal(
    TextWriter Out, TextWriter Error, bool OutIsScreen, bool ErrorIsScreen, TimeProvider Clock)
{
    private const int WidthWhenNoScreen = 10_000; // Nothing is broken into lines for a program or a log.

    /// <summary>The terminal that the process was started from.</summary>
    public static Terminal OfProcess(TimeProvider clock) =>
        new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected, clock);

    /// <summary>Tables and colours for people: on <see cref="Out"/>, or on <see cref="Error"/>.</summary>
    /// <param name="onError">Whether <see cref="Out"/> is taken by a machine.</param>
    public IAnsiConsole Pretty(bool onError)
    {
        var isScreen = onError ? ErrorIsScreen : OutIsScreen;
        var writer = onError ? Error : Out;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(isScreen ? writer : new TrimmedLines(writer)),
            Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = isScreen ? console.Profile.Width : WidthWhenNoScreen;
        return console;
    }
}
