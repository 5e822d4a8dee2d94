namespace FlashSale.Simulator;

/// <summary>A factor as sentences speak of it.</summary>
/// <param name="Name">What it is called: «capacity».</param>
/// <param name="Unit">What follows a value: «a second», «days»; nothing of a bare number.</param>
public sealed record FactorWords(string Name, string Unit = "")
{
    /// <summary>A value as the file writes it, with its unit: «118,000 a second».</summary>
    internal string Text(double value) => StudyNumber.Factor(value) + Suffix;

    /// <summary>A value to two digits, with its unit: «1.9 s».</summary>
    internal string Rounded(double value) => StudyNumber.TwoDigits(value) + Suffix;

    /// <summary>What follows a value.</summary>
    internal string Suffix => Unit.Length == 0 ? "" : " " + Unit;
}
