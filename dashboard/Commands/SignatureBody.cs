namespace FlashSale.Dashboard;

/// <summary>Who does it and why; who says no name signs by the role of its key (rule IDN-5).</summary>
internal sealed record SignatureBody(string? Who = null, string? Why = null)
{
    /// <summary>The signature.</summary>
    /// <exception cref="MalformedException">A text is longer than is kept.</exception>
    public Signature ToSignature() => Of(Who, Why);

    /// <summary>The signature of these words, which other bodies have among their members.</summary>
    /// <exception cref="MalformedException">A text is longer than is kept.</exception>
    public static Signature Of(string? who, string? why)
    {
        Check("who", who, Limits.NameLengthMax);
        Check("why", why, Signature.WhyLengthMax);
        return who is null && why is null ? default
            : new Signature(string.IsNullOrWhiteSpace(who) ? Signature.OfOperator.Who : who, why ?? "");
    }

    private static void Check(string member, string? text, int lengthMax)
    {
        if (text?.Length > lengthMax)
        {
            throw new MalformedException(
                $"$.{member}", FormattableString.Invariant($"at most {lengthMax} characters"));
        }
    }
}
