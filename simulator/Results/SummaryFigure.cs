using System.Collections;
using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A figure of summary.json.</summary>
public sealed class SummaryFigure
{
    private readonly FigureAttribute _declared;
    private readonly Type _type;
    private readonly IReadOnlyList<FigureStep> _steps;

    internal SummaryFigure(
        string field, FigureAttribute declared, Type type, IReadOnlyList<FigureStep> steps) =>
        (Field, _declared, _steps, _type) =
        (field, declared, steps, Nullable.GetUnderlyingType(type) ?? type);

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

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => _type == typeof(int) || _type == typeof(long) || _type == typeof(ulong)
        || _type == typeof(double) || _type == typeof(decimal);

    /// <summary>Whether it is a yes or no.</summary>
    public bool IsYesNo => _type == typeof(bool);

    /// <summary>Its value in a run as it is kept; null where the run has none.</summary>
    /// <param name="run">Its summary.</param>
    /// <param name="items">The item of each list: the text of its first field, or an index.</param>
    public object? In(object run, params ReadOnlySpan<string> items)
    {
        var (value, list) = ((object?)run, 0);
        foreach (var step in _steps)
        {
            value = value is null ? null
                : !step.IsOfItem ? step.Get(value)
                : list < items.Length ? step.ItemOf((IEnumerable)value, items[list++]) : null;
        }

        return value;
    }

    /// <summary>Its number in a run, 1 or 0 of a yes or no; null where the run has none.</summary>
    /// <remarks>No star was given where their mean is 0.</remarks>
    public double? Of(object run, params ReadOnlySpan<string> items) =>
        (IsNumber || IsYesNo) && In(run, items) is { } kept
        && Convert.ToDouble(kept, CultureInfo.InvariantCulture) is var number
        && !(number == 0 && Unit == "stars") ? number : null;

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

/// <summary>A step from a part of a summary to a part of it.</summary>
/// <param name="Get">Reads a property; of an item of a list, its first field, by which it is named.</param>
/// <param name="IsOfItem">Whether it goes to an item of a list.</param>
internal sealed record FigureStep(Func<object, object?> Get, bool IsOfItem)
{
    /// <summary>The item with a name, or with an index where the first field is no number.</summary>
    public object? ItemOf(IEnumerable list, string named)
    {
        List<object> all = [.. list.Cast<object>()];
        return all.Find(item => Convert.ToString(Get(item), CultureInfo.InvariantCulture) == named)
            ?? (FileWords.Whole(named) is >= 0 and var index && index < all.Count && Get(all[0]) is not int
                ? all[(int)index] : null);
    }
}
