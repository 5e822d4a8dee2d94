using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A figure of summary.json.</summary>
public sealed class SummaryFigure
{
    private readonly FigureAttribute _declared;
    private readonly IReadOnlyList<Func<object, object?>> _steps;

    internal SummaryFigure(
        string field, FigureAttribute declared, IReadOnlyList<Func<object, object?>> steps) =>
        (Field, _declared, _steps) = (field, declared, steps);

    /// <summary>
    /// Its place in summary.json: «day.ordersPaid», «gmvClock[].yuan» of each item of a list.
    /// </summary>
    public string Field { get; }

    /// <summary>Its unit; «–» of what has none.</summary>
    public string Unit => _declared.Unit;

    /// <summary>What it says.</summary>
    public string Meaning => _declared.Meaning;

    /// <summary>What people call it; empty if it is not compared.</summary>
    public string Name => _declared.Name;

    /// <summary>Whether it is of the wall clock or the machine, so that it differs each time.</summary>
    public bool IsOfWallClock => _declared.IsOfWallClock;

    /// <summary>Whether a run has it once, not for each item of a list.</summary>
    public bool IsSingle => !Field.Contains("[]", StringComparison.Ordinal);

    /// <summary>Its value in a run as it is kept; null where the run has none, or it is of a list.</summary>
    public object? In(RunSummary run) => IsSingle
        ? _steps.Aggregate((object?)run, (value, step) => value is null ? null : step(value)) : null;

    /// <summary>Its number in a run; null where the run has none.</summary>
    /// <remarks>No star was given where their mean is 0.</remarks>
    public double? Of(RunSummary run) => In(run) switch
    {
        (int or long or ulong or double or decimal) and var kept =>
            Convert.ToDouble(kept, CultureInfo.InvariantCulture) is var number
            && number == 0 && Unit == "stars" ? null : number,
        _ => null,
    };

    /// <summary>Its name at the head of a row, with the unit that the row's cells leave out.</summary>
    public string Title => Unit is "yuan" or "orders" or "orders/s" ? Name : $"{Name}, {Unit}";

    /// <summary>A value of it, or a difference, in a sentence: with its unit.</summary>
    public string Text(double value) => Unit is "yuan" or "orders/s" ? Cell(value) : $"{Cell(value)} {Unit}";

    /// <summary>The same in a row that says what it is of.</summary>
    public string Cell(double value)
    {
        var size = Math.Abs(value);
        return (value < 0 ? "−" : "") + Unit switch
        {
            "yuan" => Amounts.Yuan((decimal)size),
            "orders/s" => Amounts.Rate(size),
            "s" or "days" or "stars" => Amounts.Number(size, 2),
            _ => Amounts.Count(Math.Round(size)),
        };
    }
}
