using FlashSale.Simulator;
using static System.FormattableString;

namespace FlashSale.Driver;

/// <summary>Turns the rows of a table into rates, second by second.</summary>
internal static class CurveSteps
{
    private const string Rising = "times that rise from row to row, the oldest first";
    private const string Doubled = "each time once and rising; the hour that the end of summer time doubles "
        + "with its offsets: 2019-10-27 02:00+02:00, then 2019-10-27 02:00+01:00";

    private const int DaysMax = ArrivalCurve.SecondsMax / 86_400;

    /// <summary>Rates that each last until the next row, the last one as long as the one before it.</summary>
    public static List<double> Rates(IReadOnlyList<CurveRow> rows)
    {
        var first = rows[0];
        if (first.At != 0)
        {
            throw Refused(first, $"the first row begins at second {first.Time}", "0, and from there on");
        }

        CheckOrder(rows);
        var last = rows.Count > 1 ? rows[^1].At - rows[^2].At : 1;
        CheckLength(rows[^1], rows[^1].At + last);
        var ends = rows.Skip(1).Select(row => row.At).Append(rows[^1].At + last);
        return [.. rows.Zip(ends).SelectMany(step =>
            Enumerable.Repeat(step.First.Value, (int)(step.Second - step.First.At)))];
    }

    /// <summary>
    /// Orders counted in rows of one length, which the times tell; what is left out is silence.
    /// </summary>
    public static (List<double> Rates, IReadOnlyList<string> Notes) Trace(
        IReadOnlyList<CurveRow> rows, CurveTime time)
    {
        CheckOrder(rows);
        var length = rows.Count > 1
            ? rows.Zip(rows.Skip(1), (row, next) => next.At - row.At).Min()
            : time.UnitSeconds;
        CheckLength(rows[^1], rows[^1].At - rows[0].At + length);
        var rates = new List<double>();
        var gaps = new List<(CurveRow After, long Seconds)>();
        foreach (var (row, at) in rows.Select((row, at) => (row, at)))
        {
            var missing = at == 0 ? 0 : row.At - rows[at - 1].At - length;
            if (missing % length != 0)
            {
                throw Refused(row, $"«{row.Time}» is {Words(missing + length)} after the row before it",
                    $"whole rows of {Words(length)}, which is how close others stand");
            }

            if (missing > 0)
            {
                gaps.Add((rows[at - 1], missing));
            }

            rates.AddRange(Enumerable.Repeat(0.0, (int)missing));
            rates.AddRange(Enumerable.Repeat(row.Value / length, (int)length));
        }

        return (rates, [.. NotesOf(length, time, gaps)]);
    }

    private static IEnumerable<string> NotesOf(
        long length, CurveTime time, List<(CurveRow After, long Seconds)> gaps)
    {
        if (length != time.UnitSeconds)
        {
            yield return $"a row is {Words(length)} long, by the times in the column «{time.Name}»";
        }

        if (gaps.Count > 0)
        {
            var (after, _) = gaps[0];
            yield return $"{Words(gaps.Sum(gap => gap.Seconds))} that the table leaves out, in "
                + (gaps.Count == 1 ? "1 gap" : Invariant($"{gaps.Count:#,0} gaps"))
                + Invariant($", are silence; the first is after line {after.Row.Line}, {after.Time}");
        }
    }

    private static void CheckOrder(IReadOnlyList<CurveRow> rows)
    {
        foreach (var (row, next) in rows.Zip(rows.Skip(1)))
        {
            if (next.Form != row.Form)
            {
                throw Refused(
                    next, $"«{TableText.Shown(next.Time)}» is written otherwise than the row above it",
                    "one form of times in a table");
            }

            if (next.At <= row.At)
            {
                throw next.At == row.At
                    ? Refused(next, $"the time «{TableText.Shown(next.Time)}» stands twice", Doubled)
                    : Refused(next, $"«{TableText.Shown(next.Time)}» is before the row above it", Rising);
            }
        }
    }

    private static void CheckLength(CurveRow last, long seconds)
    {
        if (seconds > ArrivalCurve.SecondsMax)
        {
            throw Refused(last, $"the table is {Words(seconds)} long", $"at most {DaysMax} days");
        }
    }

    private static CurveRefusal Refused(CurveRow row, string wrong, string allowed) =>
        new(row.Row, row.Row.Cells[0], wrong, allowed);

    private static string Words(long seconds) => seconds % 86_400 == 0 ? Counted(seconds / 86_400, "day")
        : seconds % 3_600 == 0 ? Counted(seconds / 3_600, "hour")
        : seconds % 60 == 0 ? Counted(seconds / 60, "minute")
        : Counted(seconds, "second");

    private static string Counted(long number, string unit) =>
        Invariant($"{number:#,0} {unit}{(number == 1 ? "" : "s")}");
}
