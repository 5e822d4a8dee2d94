namespace FlashSale.Tests.Dashboard;

/// <summary>
/// A test that looks at the pages in Chromium; skipped, saying so, where it is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Where Debian puts it.</summary>
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute() => Skip = Reason;

    /// <summary>Why there can be no test; null if there can.</summary>
    public static string? Reason { get; } = File.Exists(Chromium)
        ? null
        : $"There is no {Chromium}: install the package chromium to look at the pages.";
}

/// <summary>A theory that looks at the pages in Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Reason;
}
