namespace FlashSale.Client;

/// <summary>The checks of an audit as people read them.</summary>
internal static class AuditView
{
    /// <summary>Prints one line for each check, and a verdict.</summary>
    public static void Show(IEnumerable<(string Name, bool Passed, string Detail)> checks, Terminal terminal)
    {
        var failed = 0;
        foreach (var (name, passed, detail) in checks)
        {
            failed += passed ? 0 : 1;
            terminal.Out.WriteLine($"{(passed ? "pass" : "FAIL")}  {name,-28}  {detail}");
        }

        terminal.Out.WriteLine(failed == 0 ? "The audit passed." : $"The audit FAILED: {failed} checks.");
    }
}
