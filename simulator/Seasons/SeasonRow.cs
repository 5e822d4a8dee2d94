namespace FlashSale.Simulator;

/// <summary>What was measured of a day or of a week: a row of day.csv or of week.csv.</summary>
/// <param name="First">The first day, from 0.</param>
/// <param name="Days">How many days.</param>
/// <param name="Values">Of each measure, in their order; money in fen.</param>
public sealed record SeasonRow(int First, int Days, IReadOnlyList<long> Values) : IRunRow
{
    private const long DaySeconds = SeasonDay.Ms / 1_000;

    long IRunRow.Seconds => First * DaySeconds;

    long IRunRow.EndSeconds => (First + Days) * DaySeconds;

    double IRunRow.Of(IRunColumn column) =>
        (SeasonMeasure)column is { IsMoney: true } money ? (double)Yuan(money) : this[(SeasonMeasure)column];

    /// <summary>The value of a measure; money in fen.</summary>
    public long this[SeasonMeasure measure]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(measure);
            return Values[measure.Index];
        }
    }

    /// <summary>The value of a measure of money, in yuan.</summary>
    public decimal Yuan(SeasonMeasure measure) => this[measure] / 100m;

    /// <summary>Several days as one row: counts are added up, levels are those of the last one.</summary>
    public static SeasonRow Of(IReadOnlyList<SeasonRow> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new SeasonRow(days[0].First, days.Sum(day => day.Days),
            [.. SeasonMeasures.All.Select(measure => measure.IsLevel
                ? days[^1][measure] : days.Sum(day => day[measure]))]);
    }
}
