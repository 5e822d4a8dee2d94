namespace FlashSale.Simulator;

/// <summary>
/// Declares a figure of summary.json where it is kept: unit and meaning. The schema, the table of
/// docs/reference/results.md, run.sqlite, audits, comparisons and studies take them from here.
/// </summary>
/// <param name="unit">Its unit; «–» of what has none.</param>
/// <param name="meaning">What it says, as docs/reference/results.md has it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
internal sealed class FigureAttribute(string unit, string meaning) : Attribute
{
    /// <summary>Its unit.</summary>
    public string Unit { get; } = unit;

    /// <summary>What it says.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>
    /// Where it is below this property, as «[].count», of records that mean something else at each place.
    /// </summary>
    public string At { get; init; } = "";

    /// <summary>What people call it; runs are compared by the figures that have a name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is of the wall clock or the machine, so that it differs each time.</summary>
    public bool IsOfWallClock { get; init; }
}
