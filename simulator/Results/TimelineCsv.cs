using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>timeline.csv: one row per second of the first hour and per minute else, at full scale.</summary>
/// <remarks>
/// The columns are explained in docs/reference/results.md. No value of the wall clock is in it.
/// </remarks>
public static class TimelineCsv
{
    /// <summary>The first line.</summary>
    public const string Header =
        "seconds,clock,length_s,visited,carted,checkouts_tried,refused,retried,abandoned,orders_placed,"
        + "orders_paid,paid_yuan,gmv_yuan,queued_payments,orders_closed,shipped,delivered,delivered_of_day,"
        + "confirmed,confirmed_by_itself,rated,refunds,refunded_yuan,escrow_yuan,listings_sold_out";

    private static readonly int Columns = Header.Split(',').Length;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the header and all rows.</summary>
    public static void Write(TextWriter writer, IEnumerable<TimelineRow> rows)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        writer.Write(Header + "\n");
        foreach (var r in rows)
        {
            writer.Write(string.Create(Invariant,
                $"{r.Seconds},{FestivalClock.Date(r.Seconds)},{r.LengthSeconds},"));
            writer.Write(string.Create(Invariant, $"{r.Visited},{r.Carted},{r.CheckoutsTried},{r.Refused},"));
            writer.Write(string.Create(Invariant, $"{r.Retried},{r.Abandoned},{r.Placed},{r.Paid},"));
            writer.Write(string.Create(Invariant, $"{r.PaidAmount.Yuan:0.00},{r.Gmv.Yuan:0.00},"));
            writer.Write(string.Create(Invariant,
                $"{r.QueuedPayments},{r.Closed},{r.Shipped},{r.Delivered},"));
            writer.Write(string.Create(Invariant,
                $"{r.DeliveredOfDay},{r.Confirmed},{r.ConfirmedByItself},"));
            writer.Write(string.Create(Invariant, $"{r.Rated},{r.Refunds},{r.Refunded.Yuan:0.00},"));
            writer.Write(string.Create(Invariant, $"{r.Escrow.Yuan:0.00},{r.SoldOut}\n"));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no timeline; the message names the
    /// line.</exception>
    public static IReadOnlyList<TimelineRow> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadLine() != Header)
        {
            throw new InvalidDataException("The first line does not name the columns of this version.");
        }

        var rows = new List<TimelineRow>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(Row(line, rows.Count + 2));
        }

        return rows;
    }

    private static TimelineRow Row(string line, int number)
    {
        try
        {
            return Row(line.Split(','), number);
        }
        catch (Exception wrong)
            when (wrong is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"Line {number} is no row of a timeline: {wrong.Message}", wrong);
        }
    }

    private static TimelineRow Row(string[] cells, int number)
    {
        if (cells.Length != Columns || cells[1] != FestivalClock.Date(Count(cells[0])))
        {
            throw new InvalidDataException(cells.Length == Columns
                ? $"Line {number} is no row of a timeline: «{cells[1]}» is not the clock at {cells[0]} s."
                : $"Line {number} is no row of a timeline: {cells.Length} cells; allowed: {Columns}.");
        }

        return Row(cells);
    }

    private static TimelineRow Row(string[] cells) => new(Count(cells[0]), (int)Count(cells[2]))
    {
        Visited = Count(cells[3]),
        Carted = Count(cells[4]),
        CheckoutsTried = Count(cells[5]),
        Refused = Count(cells[6]),
        Retried = Count(cells[7]),
        Abandoned = Count(cells[8]),
        Placed = Count(cells[9]),
        Paid = Count(cells[10]),
        PaidAmount = Yuan(cells[11]),
        Gmv = Yuan(cells[12]),
        QueuedPayments = Count(cells[13]),
        Closed = Count(cells[14]),
        Shipped = Count(cells[15]),
        Delivered = Count(cells[16]),
        DeliveredOfDay = Count(cells[17]),
        Confirmed = Count(cells[18]),
        ConfirmedByItself = Count(cells[19]),
        Rated = Count(cells[20]),
        Refunds = Count(cells[21]),
        Refunded = Yuan(cells[22]),
        Escrow = Yuan(cells[23]),
        SoldOut = Count(cells[24]),
    };

    private static long Count(string cell) => long.Parse(cell, NumberStyles.AllowLeadingSign, Invariant);

    private static Money Yuan(string cell)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return Money.FromFen((long)(decimal.Parse(cell, style, Invariant) * 100));
    }
}
