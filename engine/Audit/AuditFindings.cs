using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// Collects what is wrong under one invariant: the first thing in words, and how many there are.
/// </summary>
internal sealed class AuditFindings(string name, string rule)
{
    private string? _first;
    private long _wrong;
    private long _checked;

    /// <summary>Looks at one thing.</summary>
    public void Expect(bool holds, Func<string> wrong)
    {
        _checked++;
        if (!holds)
        {
            _wrong++;
            _first ??= wrong();
        }
    }

    /// <summary>The result; <paramref name="summary"/> says what was counted if nothing is wrong.</summary>
    public AuditCheck Close(string summary) => new(
        name,
        rule,
        _wrong == 0,
        _checked,
        _wrong == 0
            ? summary
            : string.Create(CultureInfo.InvariantCulture, $"{_first} ({_wrong} of {_checked} are wrong)"));
}
