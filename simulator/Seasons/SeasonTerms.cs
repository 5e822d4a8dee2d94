using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>How long a season lasts and how large its market is (rule SEA-1, MODELS M0).</summary>
public sealed record SeasonTerms
{
    /// <summary>The first day; weeks begin on Mondays in China all the same.</summary>
    public DateOnly StartsOn { get; init; } = new(2013, 7, 1);

    /// <summary>Days before anything is measured, so that orders are on all their ways (assumed).</summary>
    public int WarmUpDays { get; init; } = 60;

    /// <summary>Days that are measured, after those (assumed).</summary>
    public int Days { get; init; } = 180;

    /// <summary>Stores that are open at the start (assumed).</summary>
    public int Stores { get; init; } = 3_000;

    /// <summary>Orders that a store gets on an ordinary day, on average (assumed).</summary>
    public double OrdersPerStoreDay { get; init; } = 3;

    /// <summary>How fast orders fall with a store's rank (rule DEM-1; F: 0.77 at Olist).</summary>
    public double ZipfExponent { get; init; } = 0.77;

    /// <summary>Buyers for each store (assumed).</summary>
    public int BuyersPerStore { get; init; } = 40;

    /// <summary>Listings of a store (assumed).</summary>
    public int ListingsPerStore { get; init; } = 5;

    /// <summary>
    /// The mean price of a listing, in yuan (F: the mean order of one store, 28,010 orders of 2020).
    /// </summary>
    public double AverageOrderYuan { get; init; } = 107;

    /// <summary>The standard deviation of ln(price) within a category (F: the same store).</summary>
    public double PriceSpread { get; init; } = 0.84;

    /// <summary>Days in all.</summary>
    internal int DaysInAll => WarmUpDays + Days;

    /// <summary>How many buyers there are.</summary>
    internal int Buyers => Stores * BuyersPerStore;

    internal static SeasonTerms Read(Block block)
    {
        var usual = new SeasonTerms();
        var terms = new SeasonTerms
        {
            StartsOn = ReadDay(block, "startsOn", usual.StartsOn),
            WarmUpDays = (int)block.Count("warmUpDays", usual.WarmUpDays, 0, DaysMax),
            Days = (int)block.Count("days", usual.Days, 1, DaysMax),
            Stores = (int)block.Count("stores", usual.Stores, 10, 1_000_000),
            OrdersPerStoreDay = block.Number("ordersPerStoreDay", usual.OrdersPerStoreDay, new(0.01, 1_000)),
            ZipfExponent = block.Number("zipfExponent", usual.ZipfExponent, new(0, 3)),
            BuyersPerStore = (int)block.Count("buyersPerStore", usual.BuyersPerStore, 1, 1_000),
            ListingsPerStore = (int)block.Count("listingsPerStore", usual.ListingsPerStore, 1, 100),
            AverageOrderYuan = block.Number("averageOrderYuan", usual.AverageOrderYuan, new(1, 100_000)),
            PriceSpread = block.Number("priceSpread", usual.PriceSpread, new(0, 3)),
        };
        if (terms.Buyers > BuyersMax)
        {
            block.Refuse("buyersPerStore", "too many buyers in all",
                string.Create(CultureInfo.InvariantCulture, $"at most {BuyersMax} over all stores"));
        }

        return terms;
    }

    private const int DaysMax = 1_000;
    private const int BuyersMax = 1 << 25; // a visit's name has room for so many

    // Days that the market's clock can hold, the last orders' deadlines too.
    private static DateOnly ReadDay(Block block, string key, DateOnly usual)
    {
        const string form = "yyyy-MM-dd";
        var text = block.Text(key, usual.ToString(form, CultureInfo.InvariantCulture), form.Length);
        if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2002 and < 2055)
        {
            return day;
        }

        block.Refuse(key, $"«{text}» is no such day", "a day from 2003 to 2054, such as 2013-07-01");
        return usual;
    }
}
