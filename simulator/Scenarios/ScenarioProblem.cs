using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// One thing that is wrong in an input file: where it is, what it is, and what is allowed there.
/// </summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Field">The path of the field, such as «catalogue.categories[2].shareOfOrders»; empty for the
/// whole file.</param>
/// <param name="Wrong">What is wrong, with the value that was read.</param>
/// <param name="Allowed">What would be right.</param>
public sealed record ScenarioProblem(
    string File, int Line, int Column, string Field, string Wrong, string Allowed)
{
    /// <summary>One line for a terminal, in the form that editors turn into a link.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{File}:{Line}:{Column}: {Subject}{Wrong}; allowed: {Allowed}");

    /// <summary>The same of a value that was given on the command line and has no place in a file.</summary>
    public string OfOption() => $"{File}: {Subject}{Wrong}; allowed: {Allowed}";

    private string Subject => Field.Length == 0 ? "" : Field + ": ";
}
