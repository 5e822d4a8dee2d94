namespace FlashSale.Simulator;

/// <summary>The share of the festival's GMV from mobile devices, year by year.</summary>
internal static class MobileShares
{
    private const int NoneYear = 2010; // assumed

    private static readonly (int Year, double Share)[] Known =
    [
        (NoneYear, 0),
        .. Published.Years
            .Where(facts => facts.MobileShare is not null)
            .OrderBy(facts => facts.Year)
            .Select(facts => (facts.Year, facts.MobileShare!.Value)),
    ];

    /// <summary>The share of a festival, estimated from its year if it is not given.</summary>
    public static double Of(FestivalFacts facts) => facts.MobileShare ?? In(facts.Year);

    /// <summary>The published share; a straight line between two years, after the last the last.</summary>
    public static double In(int year)
    {
        var after = Array.FindIndex(Known, row => row.Year >= year);
        if (after <= 0)
        {
            return after == 0 ? 0 : Known[^1].Share;
        }

        var (low, high) = (Known[after - 1], Known[after]);
        return low.Share + (high.Share - low.Share) * (year - low.Year) / (high.Year - low.Year);
    }
}
