using System.CommandLine;
using System.Globalization;

namespace FlashSale.Client;

/// <summary>Where a fault of the program itself is written down for those who mend it.</summary>
internal static class FaultFile
{
    /// <summary>Writes the file and gives the sentence that the user reads.</summary>
    /// <param name="fault">What the program did not expect.</param>
    /// <param name="parsed">What it was asked to do.</param>
    public static string Tell(Exception fault, ParseResult parsed)
    {
        var message = fault.Message.ReplaceLineEndings(" ");
        var what = $"this is a fault of FlashSale, not of what you gave it: {message}";
        var line = string.Join(' ', parsed.Tokens.Select(token => token.Value));
        var text = string.Create(
            CultureInfo.InvariantCulture, $"commit {BuildCommit.Id}\nflashsale {line}\n{fault}\n");
        try
        {
            var file = Path.Combine(Path.GetTempPath(), $"flashsale-fault-{Environment.ProcessId}.txt");
            File.WriteAllText(file, text);
            return $"{what}; please report it with {file}";
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return $"{what}; please report it:\n{text}";
        }
    }
}
