using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>Reads a curve from a table of rates, or from the recorded orders of a shop.</summary>
/// <remarks>
/// The first column says what a row is: «second» begins a step at that second with the rate beside it;
/// «minute», «hour», «datetime_hour» and «date» are lengths of time in which so many orders were counted.
/// Lines that begin with «#» are comments. Rows of a trace follow each other; times that the trace leaves out
/// are left out.
/// </remarks>
public static class CurveCsv
{
    private const string Allowed =
        "«second,rate», or a recorded trace «minute,orders», «hour,orders», «datetime_hour,orders», "
        + "«date,orders»";

    private static readonly Dictionary<string, int> RecordedSeconds = new(StringComparer.Ordinal)
    {
        ["minute"] = 60,
        ["hour"] = 3_600,
        ["datetime_hour"] = 3_600,
        ["date"] = 86_400,
    };

    /// <summary>Reads a curve; a problem names the line, what is wrong and what is allowed.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<ArrivalCurve> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n').Select((line, at) => (Number: at + 1, Text: line.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .ToList();
        if (lines.Count < 2)
        {
            return Refused(file, 1, "there are no rows", $"a line of column names and rows: {Allowed}");
        }

        var first = lines[0].Text.Split(',')[0].Trim().Trim('"').ToLowerInvariant();
        var rows = lines.Skip(1).ToList();
        return first == "second" ? ReadRates(rows, file)
            : RecordedSeconds.TryGetValue(first, out var length) ? ReadTrace(rows, length, file)
            : Refused(file, lines[0].Number, $"the first column is «{first}»", Allowed);
    }

    private static ScenarioReading<ArrivalCurve> ReadRates(List<(int Number, string Text)> rows, string file)
    {
        var steps = new List<(int Second, double Rate)>();
        foreach (var (line, text) in rows)
        {
            var cells = text.Split(',');
            if (cells.Length < 2 || NumberOf(
                cells[0]) is not { } second || NumberOf(cells[1]) is not { } rate)
            {
                return Refused(file, line, $"«{Shown(text)}» is no row", "two numbers: 10,2500");
            }

            var isInOrder = steps.Count == 0 ? second == 0 : second > steps[^1].Second;
            if (second != Math.Floor(second) || second >= ArrivalCurve.SecondsMax || !isInOrder || rate < 0)
            {
                return Refused(file, line, $"«{Shown(text)}» does not follow",
                    "whole seconds from 0 on, each after the one before, with rates from 0 on");
            }

            steps.Add(((int)second, rate));
        }

        // The last step is as long as the one before it.
        var last = steps.Count > 1 ? steps[^1].Second - steps[^2].Second : 1;
        var ends = steps.Skip(1).Select(step => step.Second).Append(steps[^1].Second + last);
        return Curve(steps.Zip(ends).SelectMany(step =>
            Enumerable.Repeat(step.First.Rate, step.Second - step.First.Second)), file);
    }

    private static ScenarioReading<ArrivalCurve> ReadTrace(
        List<(int Number, string Text)> rows, int length, string file)
    {
        var rates = new List<double>();
        foreach (var (line, text) in rows)
        {
            var cells = text.Split(',');
            if (cells.Length < 2 || NumberOf(cells[1]) is not { } orders || orders < 0)
            {
                return Refused(file, line, $"«{Shown(text)}» counts no orders",
                    "a time and a number of orders from 0 on: 2020-02-01 00:00:00,6");
            }

            if (rates.Count > ArrivalCurve.SecondsMax - length)
            {
                return Refused(file, line, "the trace is too long",
                    $"at most {ArrivalCurve.SecondsMax / 86_400} days");
            }

            rates.AddRange(Enumerable.Repeat(orders / length, length));
        }

        return Curve(rates, file);
    }

    private static ScenarioReading<ArrivalCurve> Curve(IEnumerable<double> rates, string file)
    {
        var all = rates.ToList();
        var orders = all.Sum();
        return orders is > 0 and <= ArrivalCurve.OrdersMax
            ? new ScenarioReading<ArrivalCurve>(new ArrivalCurve(all), [])
            : Refused(file, 1, orders > 0 ? "there are too many orders" : "there are no orders",
                FormattableString.Invariant($"1 to {ArrivalCurve.OrdersMax:0} orders"));
    }

    private static double? NumberOf(string cell) =>
        double.TryParse(
            cell.Trim().Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static ScenarioReading<ArrivalCurve> Refused(
        string file, int line, string wrong, string allowed) =>
        new(null, [new ScenarioProblem(file, line, 1, "", wrong, allowed)]);
}
