using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Reports;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(213_500_000_000, "¥213.5 bn")]
    [InlineData(5_200_000_000, "¥5.20 bn")]
    [InlineData(999_900_000, "¥1.00 bn")]
    [InlineData(3_400_000, "¥3.40 m")]
    [InlineData(1_234.5, "¥1,234.5")]
    [InlineData(-1_020, "−¥1,020")]
    [InlineData(0, "¥0")]
    public void Money_is_written_short(double yuan, string text) =>
        Assert.Equal(text, Amounts.Yuan((decimal)yuan));

    [Theory]
    [InlineData(93_123, "93,100/s")]
    [InlineData(174_960, "175,000/s")]
    [InlineData(53.72, "53.7/s")]
    [InlineData(0.25, "0.25/s")]
    [InlineData(0, "0/s")]
    public void A_rate_keeps_three_digits(double rate, string text) => Assert.Equal(text, Amounts.Rate(rate));

    [Theory]
    [InlineData(441_900, "442,000/s")]
    [InlineData(1.4, "1.4/s")]
    [InlineData(0.4, "1,440/h")]
    [InlineData(0.001, "3.6/h")]
    [InlineData(0, "0/s")]
    public void A_pace_below_one_a_second_is_told_by_the_hour(double rate, string text) =>
        Assert.Equal(text, Amounts.Pace(rate));

    [Theory]
    [InlineData(5_000, "432.0 m a day")]
    [InlineData(0.3, "25,900 a day")]
    public void Parcels_are_told_by_the_day(double rate, string text) =>
        Assert.Equal(text, Amounts.PerDay(rate));

    [Theory]
    [InlineData(26, "26 s")]
    [InlineData(540, "9 minutes")]
    [InlineData(9_000, "2.5 hours")]
    [InlineData(224_640, "2.6 days")]
    public void A_length_of_time_is_written_in_words(double seconds, string text) =>
        Assert.Equal(text, Amounts.Length(seconds));

    [Fact]
    public void A_difference_has_its_sign() =>
        Assert.Equal(("+1.2 %", "−0.4 %"), (Amounts.Change(0.012), Amounts.Change(-0.004)));
}
