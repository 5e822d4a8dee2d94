namespace FlashSale.Client;

/// <summary>The checks of an audit as people read them.</summary>
internal static class AuditView
{
    /// <summary>Prints one line for each check, and a verdict; of a quiet audit what failed alone.</summary>
    public static void Show(
        IEnumerable<(string Name, bool Passed, string Detail)> checks, bool passed, Printed printed,
        Terminal terminal)
    {
        var failed = 0;
        var output = printed == Printed.Words ? terminal.Out : terminal.Error;
        foreach (var (name, holds, detail) in checks)
        {
            failed += holds ? 0 : 1;
            if (!holds || printed == Printed.Words)
            {
                output.WriteLine($"{(holds ? "pass" : "FAIL")}  {name,-28}  {detail}");
            }
        }

        if (!passed || printed == Printed.Words)
        {
            var checksFailed = failed == 1 ? "1 check" : $"{failed} checks";
            output.WriteLine(passed ? "The audit passed." : $"The audit FAILED: {checksFailed}.");
        }
    }
}
