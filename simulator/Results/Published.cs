using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// The published facts of past festivals, from the tables of data/ that are built into the program.
/// </summary>
public static class Published
{
    private const string ClockTable = "double11_gmv_clock.csv";
    private const string YearTable = "double11_year_table.csv";
    private const string ParcelTable = "double11_first_100m_parcels.csv";
    private const decimal Billion = 1_000_000_000m;
    private const double Million = 1_000_000;

    private static readonly Lazy<IReadOnlyList<PublishedYear>> Read = new(ReadAll);

    /// <summary>All years of the table, in order.</summary>
    public static IReadOnlyList<PublishedYear> Years => Read.Value;

    /// <summary>The facts of one year; null if the table does not have it.</summary>
    public static PublishedYear? Year(int year) => Years.FirstOrDefault(facts => facts.Year == year);

    private static IReadOnlyList<PublishedYear> ReadAll()
    {
        var clocks = ReadClocks().ToLookup(point => point.Year, point => point.Point);
        var parcelDays = CsvTable.OfResource(ParcelTable).Rows.ToDictionary(
            row => Whole(row["year"]), row => Number(row["days"]));
        return [.. CsvTable.OfResource(YearTable).Rows
            .Select(row => YearOf(row, parcelDays, clocks))
            .OrderBy(facts => facts.Year)];
    }

    private static PublishedYear YearOf(
        CsvRow row, Dictionary<int, double?> parcelDays, ILookup<int, PublishedClockPoint> clocks)
    {
        var year = Whole(row["year"]);
        return new PublishedYear
        {
            Year = year,
            GmvYuan = Number(row["gmv_rmb_bn"]) is { } bn ? (decimal)bn * Billion : null,
            PeakOrdersPerSecond = Number(row["peak_orders_per_s"]),
            PeakPaymentsPerSecond = Number(row["peak_payments_per_s"]),
            Payments = Number(row["payments_total_m"]) * Million,
            Parcels = Number(row["parcels_m"]) * Million,
            MobileShare = Number(row["mobile_share"]),
            First100MillionParcelsDays = parcelDays.GetValueOrDefault(year),
            Clock = [.. clocks[year].OrderBy(point => point.Seconds)],
        };
    }

    private static IEnumerable<(int Year, PublishedClockPoint Point)> ReadClocks() =>
        CsvTable.OfResource(ClockTable).Rows.Select(row => (Whole(row["year"]), new PublishedClockPoint(
            Whole(row["seconds"]),
            (decimal)Number(row["gmv_bn"])!.Value * Billion,
            Number(row["share_of_day"])!.Value,
            row["sureness"],
            row["source"])));

    private static int Whole(string cell) => int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    // A blank cell, or one that is no number («~540 (in line with last year)»), is not a fact to compare
    // with.
    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
