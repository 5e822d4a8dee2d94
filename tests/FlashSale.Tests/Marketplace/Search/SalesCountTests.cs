namespace FlashSale.Tests.Search;

public sealed class SalesCountTests
{
    private static readonly ListingId Kettle = new(5);

    [Fact] // SRC-1
    public void Sales_of_the_last_days_count_with_those_of_today()
    {
        var counts = new SalesCount();
        counts.Add(Kettle, day: 100);
        counts.Add(Kettle, day: 129, sales: 2);
        counts.Add(Kettle, day: 130, sales: 4);
        counts.Add(Kettle, day: 131, sales: 8);

        Assert.Equal(6, Sum(counts, today: 130, days: 30));
        Assert.Equal(7, Sum(counts, today: 130, days: 31));
        Assert.Equal(4, Sum(counts, today: 130, days: 1));
    }

    [Fact] // SRC-1
    public void A_sale_that_comes_late_counts_on_its_day_unless_that_is_long_over()
    {
        var counts = new SalesCount();
        counts.Add(Kettle, day: 200);
        counts.Add(Kettle, day: 200 - SearchPolicy.SalesDaysMax + 1);
        counts.Add(Kettle, day: 200 - SearchPolicy.SalesDaysMax);

        Assert.Equal(2, Sum(counts, today: 200, days: 1_000));
    }

    [Fact] // SRC-1
    public void No_more_days_are_kept_than_any_policy_counts()
    {
        var counts = new SalesCount();
        for (var day = 0; day < 1_000; day++)
        {
            counts.Add(Kettle, day);
        }

        Assert.Equal(
            Enumerable.Range(1_000 - SearchPolicy.SalesDaysMax, SearchPolicy.SalesDaysMax), counts.Days);
    }

    private static int Sum(SalesCount counts, int today, int days)
    {
        var sums = new Dictionary<int, int>();
        counts.AddTo(sums, today, days);
        return sums.GetValueOrDefault(Kettle.Value);
    }
}
