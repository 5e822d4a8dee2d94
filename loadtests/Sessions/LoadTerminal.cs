namespace FlashSale.LoadTests;

/// <summary>Where a load test writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress and problems.</param>
/// <param name="ErrorIsScreen">Whether a person sees <paramref name="Error"/> at once.</param>
internal sealed record LoadTerminal(TextWriter Out, TextWriter Error, bool ErrorIsScreen)
{
    /// <summary>The terminal that the process was started from.</summary>
    public static LoadTerminal OfProcess() => new(Console.Out, Console.Error, !Console.IsErrorRedirected);
}
