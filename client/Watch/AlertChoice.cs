using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>The alert rules that the user chose.</summary>
internal static class AlertChoice
{
    /// <summary>
    /// The rules of the file, or the usual ones without one; null if the user was told a problem.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<AlertRule>? Read(string? file, Terminal terminal, string verb)
    {
        if (file is null)
        {
            return AlertRule.Usual;
        }

        var (rules, problem) = AlertFile.ReadFile(file);
        if (problem is null)
        {
            return rules;
        }

        terminal.Error.WriteLine($"flashsale {verb}: {file}: {problem}");
        return null;
    }
}
