namespace FlashSale.Tests.Reputation;

/// <summary>
/// A verdict of a generated history, so long after the one before. A listing has one store.
/// </summary>
internal sealed record Verdict(
    RatedSide Side, CreditRating Rating, int Buyer, int Listing, Money Paid, TimeSpan After)
{
    private const int ListingsPerStore = 20;

    public int Store => Listing / ListingsPerStore;
}

/// <summary>
/// Rule REP-2, slowly: it remembers every verdict that counted and looks through them each time.
/// </summary>
internal sealed class CreditRecount
{
    private readonly List<(Verdict Verdict, DateTimeOffset At)> _counted = [];

    public CreditDecision Record(Verdict verdict, DateTimeOffset now)
    {
        var pair = _counted.Where(past => IsSamePair(past.Verdict, verdict)).ToArray();
        var isSoon = pair.Any(past =>
            past.Verdict.Listing == verdict.Listing && now - past.At < TimeSpan.FromDays(14));
        var thisMonth = pair.Count(past => MonthOf(past.At) == MonthOf(now));
        var decision = verdict.Rating == CreditRating.Medium ? CreditDecision.Neutral
            : verdict.Paid <= Money.FromYuan(1) ? CreditDecision.OrderTooSmall
            : isSoon ? CreditDecision.ListingCountedAlready
            : thisMonth >= 6 ? CreditDecision.PairCapReached
            : CreditDecision.Counts;
        if (decision == CreditDecision.Counts)
        {
            _counted.Add((verdict, now));
        }

        return decision;
    }

    private static bool IsSamePair(Verdict left, Verdict right) =>
        (left.Side, left.Buyer, left.Store) == (right.Side, right.Buyer, right.Store);

    private static (int Year, int Month) MonthOf(DateTimeOffset moment)
    {
        var inChina = moment.ToOffset(TimeSpan.FromHours(8));
        return (inChina.Year, inChina.Month);
    }
}
