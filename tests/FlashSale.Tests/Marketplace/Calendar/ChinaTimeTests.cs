namespace FlashSale.Tests.Calendar;

public sealed class ChinaTimeTests
{
    [Fact] // REP-2, REP-4
    public void A_day_and_a_month_begin_at_midnight_in_China()
    {
        var midnight = new DateTimeOffset(2018, 10, 31, 16, 0, 0, TimeSpan.Zero);
        var before = midnight - TimeSpan.FromTicks(1);

        Assert.Equal((2018 * 12) + 10, ChinaTime.MonthOf(midnight));
        Assert.Equal((2018 * 12) + 9, ChinaTime.MonthOf(before));
        Assert.Equal(ChinaTime.DayOf(before) + 1, ChinaTime.DayOf(midnight));
    }
}
