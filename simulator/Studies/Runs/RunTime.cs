namespace FlashSale.Simulator;

/// <summary>How long a run of a study may take when nobody says so.</summary>
public static class RunTime
{
    private const double TimesOfOthers = 20;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OfFirst = TimeSpan.FromHours(1);

    /// <summary>Twenty times what others took, at least two minutes; of the first run an hour.</summary>
    /// <param name="seconds">What runs of the study took before; null before the first.</param>
    public static TimeSpan LimitBy(double? seconds) => seconds is not { } took ? OfFirst
        : TimeSpan.FromSeconds(took * TimesOfOthers) is var limit && limit > Least ? limit : Least;
}
