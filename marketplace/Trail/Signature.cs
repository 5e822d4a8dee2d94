using System.Text;

namespace FlashSale.Marketplace;

/// <summary>Who does something for the platform, and why (rule IDN-5).</summary>
/// <remarks>The default is none: nobody signed.</remarks>
public readonly record struct Signature
{
    /// <summary>The longest reason, in characters.</summary>
    public const int WhyLengthMax = 500;

    /// <summary>Who signs by the key alone: an operator who says no name.</summary>
    public static readonly Signature OfOperator = new("operator", "");

    private readonly string? _who;
    private readonly string? _why;

    /// <summary>Signs; what is longer than is kept is cut, what is no letter becomes «�».</summary>
    /// <param name="who">The operator or reviewer; nothing is no signature.</param>
    /// <param name="why">The reason.</param>
    public Signature(string who, string why) =>
        (_who, _why) = (Kept(who, Limits.NameLengthMax), Kept(why, WhyLengthMax));

    /// <summary>The operator or reviewer, or the role whose key was shown.</summary>
    public string Who => _who ?? "";

    /// <summary>The reason; empty if none was given.</summary>
    public string Why => _why ?? "";

    /// <summary>Whether nobody signed.</summary>
    public bool IsNone => Who.Length == 0;

    /// <summary>Whether it says who and why.</summary>
    public bool HasReason => !string.IsNullOrWhiteSpace(Who) && !string.IsNullOrWhiteSpace(Why);

    /// <summary>Whether somebody signed and does not say why.</summary>
    public bool LacksReason => !IsNone && !HasReason;

    /// <summary>This signature; another one if nobody signed.</summary>
    public Signature Or(Signature other) => IsNone ? other : this;

    // Journals and databases keep UTF-8: a signature is the same before and after.
    private static string? Kept(string text, int lengthMax)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cut = text.Length <= lengthMax ? text : text[..lengthMax];
        return cut.Length == 0 ? null
            : UnicodeText.IsWhole(cut) ? cut
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut));
    }
}
