using System.Globalization;
using FlashSale.Simulator;
using static System.FormattableString;

namespace FlashSale.Driver;

/// <summary>A row of a curve's table.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Time">When it begins, as it was written.</param>
/// <param name="Form">How that is written.</param>
/// <param name="At">When it begins, in seconds of the table's own time.</param>
/// <param name="Value">The rate, or the orders counted in it.</param>
internal sealed record CurveRow(TableRow Row, string Time, TimeForm Form, long At, double Value);

/// <summary>What the columns of a curve's table mean.</summary>
/// <param name="Time">The first column.</param>
/// <param name="Value">Which column holds rates or orders.</param>
/// <param name="Count">How many columns there are.</param>
/// <param name="Notes">What a person should know of the others.</param>
internal sealed record CurveColumns(CurveTime Time, int Value, int Count, IReadOnlyList<string> Notes)
{
    private const double OrdersOfRowMax = 1e12;
    private static readonly string[] RateNames = ["rate"];
    private static readonly string[] OrderNames = ["orders", "count"];

    /// <summary>Reads the line of names.</summary>
    /// <exception cref="CurveRefusal">A column is not known in its place.</exception>
    public static CurveColumns Of(TableRow names, string? asked, string allowed)
    {
        var all = names.Cells.Select(cell => NameOf(cell.Text)).ToList();
        var time = CurveTime.Named(all[0])
            ?? throw new CurveRefusal(
                names, names.Cells[0], $"the first column is «{Shown(all[0])}»", allowed);
        var wanted = asked is null ? time.IsRates ? RateNames : OrderNames : [NameOf(asked)];
        var found = Enumerable.Range(1, all.Count - 1).Where(at => wanted.Contains(all[at])).ToList();
        if (found.Count != 1)
        {
            var words = string.Join(" or ", wanted.Select(name => $"«{name}»"));
            throw new CurveRefusal(
                names, names.Cells[Math.Min(1, all.Count - 1)],
                found.Count > 1 ? $"{found.Count} columns are called {words}"
                    : $"no column is called {words}: "
                        + (all.Count > 1 ? $"the second is «{Shown(all[1])}»" : "there is only one"),
                $"one column {words}, or --column with the name of another");
        }

        var others = all.Where((_, at) => at > 0 && at != found[0]).Select(Shown).ToList();
        return new CurveColumns(time, found[0], all.Count, others.Count == 0 ? []
            : [$"columns that are not read: {string.Join(", ", others)}; read is {all[found[0]]}"]);
    }

    /// <summary>Reads a row, all of its cells.</summary>
    /// <exception cref="CurveRefusal">A cell is none of its column.</exception>
    public CurveRow Read(TableRow row)
    {
        if (row.Cells.Count != Count)
        {
            throw new CurveRefusal(
                row.Line, 1, Invariant($"{row.Cells.Count} cells under {Count} columns"),
                "a cell for each column; a decimal mark is a point, and a number with a comma stands in "
                + "quotes: 2500.5 or \"1,234\"");
        }

        var (time, value) = (row.Cells[0], row.Cells[Value]);
        var (form, at) = Time.Parse(time.Text)
            ?? throw new CurveRefusal(row, time, $"«{Shown(time.Text)}» is no {Time.Name}", Time.Allowed);
        var number = CurveNumber.Parse(value.Text, isWhole: !Time.IsRates)
            ?? throw new CurveRefusal(
                row, value, $"«{Shown(value.Text)}» is no {(Time.IsRates ? "rate" : "number of orders")}",
                Time.IsRates ? CurveNumber.Rates : CurveNumber.Orders);
        var most = Time.IsRates ? LoadBounds.RateMax : OrdersOfRowMax;
        return number <= most
            ? new CurveRow(row, time.Text, form, at, number)
            : throw new CurveRefusal(
                row, value, $"«{Shown(value.Text)}» is too much",
                "at most " + most.ToString("#,0", CultureInfo.InvariantCulture)
                + (Time.IsRates ? " orders a second" : " orders in a row"));
    }

    // «orders (2011-11-21..2011-12-09)» is called orders.
    private static string NameOf(string text)
    {
        var end = text.IndexOf('(', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim().ToLowerInvariant();
    }

    private static string Shown(string text) => TableText.Shown(text);
}
