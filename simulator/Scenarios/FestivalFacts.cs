using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>What is known of a festival from outside: the only thing in which two years differ.</summary>
/// <remarks>
/// Published for past years (data/double11_year_table.csv); everything else is one set of behaviour for all
/// years.
/// </remarks>
public sealed record FestivalFacts
{
    /// <summary>The year of the first festival.</summary>
    internal const int FirstFestival = 2009;

    /// <summary>What the shares of rush and presales are at most together, with rounding.</summary>
    internal const double SharesMax = 1 + 1e-9;

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>
    /// The day itself, which begins at its midnight in China; 11 November unless the scenario says otherwise.
    /// </summary>
    public DateOnly? Date { get; init; }

    /// <summary>The value of all orders paid on the day, in yuan, at full scale.</summary>
    public required double GmvYuan { get; init; }

    /// <summary>
    /// The mean value of a paid order, in yuan; one order is one store's parcel (rule CRT-1).
    /// </summary>
    public required double AverageOrderYuan { get; init; }

    /// <summary>The highest rate at which orders are placed: what the gateway admits (rule CAP-1).</summary>
    public required double PeakOrdersPerSecond { get; init; }

    /// <summary>
    /// The highest rate at which orders are paid; null where it was not published (rule ESC-5).
    /// </summary>
    /// <remarks>Files may call it paymentCapacityPerSecond when it is planned and not yet measured.</remarks>
    public double? PeakPaymentsPerSecond { get; init; }

    /// <summary>
    /// The share of the GMV from mobile devices; null lets the demand model estimate it from the year.
    /// </summary>
    public double? MobileShare { get; init; }

    /// <summary>
    /// The share of orders that are presales; null lets the demand model estimate it from the year.
    /// </summary>
    public double? PresaleShare { get; init; }

    /// <summary>
    /// The share of orders that wait in carts for midnight; null lets the demand model estimate it.
    /// </summary>
    public double? RushShare { get; init; }

    /// <summary>The first moment of the day, in China time.</summary>
    public DateTimeOffset Midnight =>
        new((Date ?? new DateOnly(Year, 11, 11)).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    /// <summary>Whether the day is the 11 November that facts were published about.</summary>
    public bool IsSinglesDay => Date is not { } date || date is { Month: 11, Day: 11 };

    /// <summary>Orders paid on the day, at full scale.</summary>
    public double OrdersPaid => GmvYuan / AverageOrderYuan;

    /// <summary>Reads the facts from a block; a required key that is missing is a problem.</summary>
    internal static FestivalFacts Read(Block block)
    {
        var year = (int)block.Count("year", null, 2003, 2100);
        var facts = new FestivalFacts
        {
            Year = year,
            Date = ReadDate(block, year),
            GmvYuan = block.Number("gmvYuan", null, new(1_000_000, 100e12)),
            AverageOrderYuan = block.Number("averageOrderYuan", null, new(1, 100_000)),
            PeakOrdersPerSecond = block.Number("peakOrdersPerSecond", null, new(1, 100e6)),
            PeakPaymentsPerSecond = ReadPaymentPeak(block),
            MobileShare = block.OptionalNumber("mobileShare", NumberRange.Share),
            PresaleShare = block.OptionalNumber("presaleShare", NumberRange.Share),
            RushShare = block.OptionalNumber("rushShare", NumberRange.Share),
        };
        if (facts is { PresaleShare: { } presale, RushShare: { } rush } && presale + rush > SharesMax)
        {
            block.Refuse(
                "presaleShare", "presales and the rush are more than all orders together",
                FormattableString.Invariant($"at most {1 - rush:0.######} beside a rushShare of {rush}"));
        }

        return facts;
    }

    private static double? ReadPaymentPeak(Block block)
    {
        var range = new NumberRange(1, 100e6);
        var peak = block.OptionalNumber("peakPaymentsPerSecond", range);
        var capacity = block.OptionalNumber("paymentCapacityPerSecond", range);
        if (peak is not null && capacity is not null)
        {
            block.Refuse("paymentCapacityPerSecond", "the same is given twice",
                "this or peakPaymentsPerSecond");
        }

        return peak ?? capacity;
    }

    private static DateOnly? ReadDate(Block block, int year)
    {
        if (block.Find("date") is not { } value)
        {
            return null;
        }

        var allowed = FormattableString.Invariant($"a day of {year} such as {year}-11-11");
        if (DateOnly.TryParseExact(
                value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year == year)
        {
            return date;
        }

        block.Refuse("date", $"{value.Shown} is no such day", allowed);
        return null;
    }
}
