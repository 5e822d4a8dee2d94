namespace FlashSale.Simulator;

/// <summary>A day of a season in China, which begins at its midnight (rule SEA-1).</summary>
/// <param name="Number">From 0, the warm-up's days too.</param>
/// <param name="Date">Its date.</param>
/// <param name="Week">The week it is in, from 0; the first one may be short.</param>
/// <param name="BeginsWeek">Whether it is a Monday, or the first day.</param>
/// <param name="IsMeasured">Whether it is after the warm-up.</param>
/// <param name="Visits">Its visits as a multiple of an ordinary day's.</param>
/// <param name="IsFestival">Whether buyers come in the curve of a festival.</param>
internal readonly record struct SeasonDay(
    int Number, DateOnly Date, int Week, bool BeginsWeek, bool IsMeasured, double Visits, bool IsFestival)
{
    /// <summary>The length of a day, in ms.</summary>
    public const long Ms = 86_400_000;

    /// <summary>When it begins, in ms after the first midnight of the season.</summary>
    public long StartsMs => Number * Ms;
}
