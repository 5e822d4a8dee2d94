namespace FlashSale.Marketplace;

/// <summary>
/// The watch over all orders: what it sees becomes a score, and a high score an alert, which opens a case;
/// decided here, once for all hosts (rules TRU-2, TRU-13).
/// </summary>
/// <remarks>
/// An order counts for one listing (<see cref="OrderCategory"/>), a complaint for that of its line. A listing
/// that has given an alert gives no other one while the first is among the days that count.
/// </remarks>
public static class WatchProcess
{
    /// <summary>Whether a policy has orders watched.</summary>
    public static bool IsOn(TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.IsOn && policy.Watches;
    }

    /// <summary>Counts what was seen, and gives an alert if the listing is suspicious by now.</summary>
    public static WatchAlert? See(SellerWatch watch, in WatchedEvent seen, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(policy);
        var day = ChinaTime.DayOf(seen.At);
        ref var today = ref watch.At(seen.Listing, seen.Store, day, policy.WatchDays);
        today.Add(seen);
        var days = watch.Sum(seen.Listing, day, policy.WatchDays);
        var score = WatchScore.Of(days, today, policy);
        if (score.Total < policy.WatchAlertBasisPoints || days.Alerts > 0)
        {
            return null;
        }

        today.Alerts++;
        return watch.Alert(seen, score, score.KindOf(days));
    }

    /// <summary>
    /// Opens a case by an alert, unless one about the same is not decided, or too many are under way.
    /// </summary>
    /// <returns>Whether a case was opened.</returns>
    public static bool Open(CaseFile file, in WatchAlert alert)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.FindOpen(alert.Kind, alert.Store, alert.Listing) == 0
            && file.Open(alert.Kind, alert.Store, alert.Listing, CaseSource.Watch, alert.AtMs) is not null;
    }
}
