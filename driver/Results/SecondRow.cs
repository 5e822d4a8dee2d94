using System.Globalization;

namespace FlashSale.Driver;

/// <summary>One second of a load test: a row of timeline.csv.</summary>
/// <param name="Second">Which, from the beginning of the test.</param>
/// <param name="Phase">The phase; «drain» after the last one.</param>
/// <param name="Planned">Orders planned.</param>
/// <param name="Issued">Orders of its plan that began.</param>
/// <param name="Dropped">Orders of its plan that were not begun.</param>
/// <param name="Done">Orders done in it.</param>
/// <param name="Refused">Orders refused in it.</param>
/// <param name="Throttled">Orders throttled in it.</param>
/// <param name="Errors">Orders that ended in it without a sound answer.</param>
/// <param name="LatencyMsP50">Of the orders of its plan; null if none ended.</param>
/// <param name="LatencyMsP99">Of the orders of its plan.</param>
/// <param name="LatencyMsMax">Of the orders of its plan.</param>
/// <param name="PacerLagMsMax">How late the latest of its plan began.</param>
public sealed record SecondRow(
    int Second, string Phase, long Planned, long Issued, long Dropped, long Done, long Refused,
    long Throttled, long Errors, double? LatencyMsP50, double? LatencyMsP99, double? LatencyMsMax,
    double PacerLagMsMax)
{
    /// <summary>The columns of timeline.csv.</summary>
    public const string Columns = "second,phase,planned,issued,dropped,done,refused,throttled,errors,"
        + "latencyMsP50,latencyMsP99,latencyMsMax,pacerLagMsMax";

    private const string Drain = "drain";

    /// <summary>The seconds of a load, to the last one in which something happened.</summary>
    public static IReadOnlyList<SecondRow> Of(LoadTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var spans = tally.Driven.Select(phase => phase.Span).ToList();
        var rows = tally.Seconds.Select((second, at) => OfOne(at, PhaseAt(spans, at), second)).ToList();
        var last =
            rows.FindLastIndex(row => row.Planned + row.Done + row.Refused + row.Throttled + row.Errors > 0);
        return rows[..Math.Max(tally.DrivenSeconds, last + 1)];
    }

    /// <summary>The row as a line of timeline.csv.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Second},{Phase},{Planned},{Issued},{Dropped},{Done},{Refused},{Throttled},{Errors},"
        + $"{LatencyMsP50:0.###},{LatencyMsP99:0.###},{LatencyMsMax:0.###},{PacerLagMsMax:0.###}");

    /// <summary>Reads such a line.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static SecondRow Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var cells = line.Split(',');
        if (cells.Length != Columns.Split(',').Length)
        {
            throw new InvalidDataException($"«{line}» is no row of timeline.csv of a load test");
        }

        try
        {
            return new SecondRow(
                checked((int)Count(cells[0])), Word(cells[1]), Count(cells[2]), Count(cells[3]),
                Count(cells[4]), Count(cells[5]), Count(cells[6]), Count(cells[7]), Count(cells[8]),
                Ms(cells[9]), Ms(cells[10]), Ms(cells[11]), Ms(cells[12]) ?? 0);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new InvalidDataException($"«{line}» is no row of timeline.csv: {wrong.Message}", wrong);
        }
    }

    private static string Word(string cell) =>
        cell.Length > 0 ? cell : throw new FormatException("the phase has no name");

    // Digits alone: neither signs nor blanks nor marks are ever written.
    private static long Count(string cell) =>
        long.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double? Ms(string cell) => cell.Length == 0
        ? null
        : double.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string PhaseAt(List<PhaseSpan> spans, int second) =>
        spans.Find(span => span.From <= second && second < span.Until)?.Name ?? Drain;

    private static SecondRow OfOne(int at, string phase, SecondTally second) => new(
        at, phase, second.Planned, second.Issued, second.Dropped, second.Ended(LoadOutcome.Done),
        second.Ended(
            LoadOutcome.Refused), second.Ended(LoadOutcome.Throttled), second.Ended(LoadOutcome.Error),
        second.Latency?.Quantile(0.5)?.TotalMilliseconds, second.Latency?.Quantile(0.99)?.TotalMilliseconds,
        second.Latency?.Max.TotalMilliseconds, second.LagMax.TotalMilliseconds);
}
