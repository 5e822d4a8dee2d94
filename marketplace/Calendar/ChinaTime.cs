namespace FlashSale.Marketplace;

/// <summary>The market's calendar: days and months begin at midnight in China, UTC+8 all the year.</summary>
public static class ChinaTime
{
    /// <summary>The market's distance from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China, counted from 1 January 1970 as day 0.</summary>
    public static int DayOf(DateTimeOffset moment) =>
        (int)((moment.UtcTicks + Offset.Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerDay);

    /// <summary>The calendar month in China: twelve times the year, plus the month from 0.</summary>
    public static int MonthOf(DateTimeOffset moment)
    {
        var local = moment.ToOffset(Offset);
        return (local.Year * 12) + local.Month - 1;
    }
}
