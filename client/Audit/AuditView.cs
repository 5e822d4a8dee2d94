namespace FlashSale.Client;

/// <summary>The checks of an audit as people read them.</summary>
internal static class AuditView
{
    /// <summary>Prints one line for each check, and a verdict.</summary>
    public static void Show(
        IEnumerable<(string Name, bool Passed, string Detail)> checks, bool passed, Terminal terminal)
    {
        var failed = 0;
        foreach (var (name, holds, detail) in checks)
        {
            failed += holds ? 0 : 1;
            terminal.Out.WriteLine($"{(holds ? "pass" : "FAIL")}  {name,-28}  {detail}");
        }

        var checksFailed = failed == 1 ? "1 check" : $"{failed} checks";
        terminal.Out.WriteLine(passed ? "The audit passed." : $"The audit FAILED: {checksFailed}.");
    }
}
