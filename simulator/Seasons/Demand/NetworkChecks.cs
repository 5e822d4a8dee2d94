namespace FlashSale.Simulator;

/// <summary>
/// The growth of the platform from 2003 to 2008 beside one set of coefficients of the network (rule DEM-5).
/// </summary>
internal static class NetworkChecks
{
    private const int WeeksPerYear = 52;
    private const double FirstBuyers = 0.02; // millions at the start of 2003 (assumed)
    private const double ExitsAWeek = 0.0119; // 0.17 % a day, as the season's

    // Billions of yuan: 2003 to 2005 L23, 2006 to 2008 the guide; the last is «more than».
    private static readonly (int Year, double Gmv)[] Published =
        [(2003, 0.02), (2004, 1), (2005, 8), (2006, 15), (2007, 43), (2008, 90)];

    /// <summary>The growth of each year against the one before, and over all.</summary>
    public static IReadOnlyList<SeasonCheck> Of(NetworkTerms terms)
    {
        var years = Buyers(terms);
        return
        [
            .. Enumerable.Range(1, Published.Length - 1).Select(at => Check(
                FormattableString.Invariant($"growth of GMV in {Published[at].Year}"),
                Published[at].Gmv / Published[at - 1].Gmv, years[at] / years[at - 1])),
            Check("growth of GMV from 2003 to 2008", Published[^1].Gmv / Published[0].Gmv,
                years[^1] / years[0]),
        ];
    }

    // Met within half of it, down or up.
    private static SeasonCheck Check(string name, double published, double simulated) => SeasonChecks.Of(
        name, "times", Rounded.To(published, 2), Rounded.To(simulated, 2), published / 2, "predicted",
        "press and the Taobao guide, one page each; buyers spend alike in all years (assumed)");

    private static double[] Buyers(NetworkTerms terms)
    {
        var start = terms with { BuyersAtStart = FirstBuyers };
        var (stores, sums) = (1.0, new double[Published.Length]);
        var network = new BuyerNetwork(start, stores);
        for (var week = 0; week < sums.Length * WeeksPerYear; week++)
        {
            stores *= 1 + network.OpeningsAWeek(start) - ExitsAWeek;
            network.Pass(start, stores);
            sums[week / WeeksPerYear] += network.Buyers;
        }

        return sums;
    }
}
