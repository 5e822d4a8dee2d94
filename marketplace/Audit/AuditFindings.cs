using System.Globalization;
using System.Runtime.CompilerServices;

namespace FlashSale.Marketplace;

/// <summary>
/// Collects what is wrong under one invariant: the first thing in words, and how many there are.
/// </summary>
/// <param name="name">What must hold, in kebab-case.</param>
/// <param name="rule">The rules that it follows from.</param>
public sealed class AuditFindings(string name, string rule)
{
    private string? _first;
    private long _wrong;
    private long _checked;

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsClean => _wrong == 0;

    /// <summary>Looks at one thing; the words are put together only if they are needed.</summary>
    public void Expect(
        bool holds, [InterpolatedStringHandlerArgument("", nameof(holds))] ref WordsIfWrong wrong)
    {
        _checked++;
        if (!holds)
        {
            _wrong++;
            _first ??= wrong.Finish();
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

/// <summary>
/// What an interpolated string becomes for <see cref="AuditFindings.Expect"/>: nothing, unless it is the
/// first finding. An audit looks at tens of millions of things.
/// </summary>
[InterpolatedStringHandler]
public ref struct WordsIfWrong
{
    private DefaultInterpolatedStringHandler _words;

    /// <summary>Begins the words, if they are the first that are needed.</summary>
    public WordsIfWrong(int literals, int values, AuditFindings findings, bool holds, out bool isNeeded)
    {
        isNeeded = !holds && findings.IsClean;
        _words = isNeeded ? new(literals, values, CultureInfo.InvariantCulture) : default;
    }

    /// <summary>Adds fixed words.</summary>
    public void AppendLiteral(string text) => _words.AppendLiteral(text);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted<T>(T value) => _words.AppendFormatted(value);

    /// <summary>The words.</summary>
    public string Finish() => _words.ToStringAndClear();
}
