using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>All that the watch keeps of a seller, laid open for hosts that store it.</summary>
/// <param name="Days">What was counted, by listing and day.</param>
/// <param name="Alerts">Alerts that no file has been told of yet.</param>
/// <param name="LastAlert">The number of the last alert.</param>
/// <param name="Opened">How many alerts have opened a case.</param>
public sealed record WatchFacts(
    IReadOnlyList<WatchDay> Days, IReadOnlyList<WatchAlert> Alerts, int LastAlert, int Opened);

/// <summary>
/// What the watch has seen of a seller's listings in the last days, and the alerts that it gave (rule
/// TRU-13).
/// </summary>
/// <remarks>
/// Counts can be added in any order. It is bounded: days that are over are forgotten, and of a seller with
/// too many listings what was counted longest ago.
/// </remarks>
public sealed class SellerWatch
{
    /// <summary>Days of listings that are kept of one seller (assumed).</summary>
    public const int DaysMax = 1_024;

    private readonly List<WatchDay> _days = [];
    private readonly List<WatchAlert> _alerts = [];

    /// <summary>A watch that has seen nothing.</summary>
    public SellerWatch()
    {
    }

    /// <summary>Builds a watch again from what was stored of it.</summary>
    public SellerWatch(WatchFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _days.AddRange(facts.Days);
        _alerts.AddRange(facts.Alerts);
        (LastAlert, Opened) = (facts.LastAlert, facts.Opened);
    }

    /// <summary>The number of the last alert.</summary>
    public int LastAlert { get; private set; }

    /// <summary>How many alerts have opened a case; the others joined one, or found no room.</summary>
    public int Opened { get; private set; }

    /// <summary>The alert that the seller's file is to be told of next; null if there is none.</summary>
    public WatchAlert? NextAlert => _alerts.Count > 0 ? _alerts[0] : null;

    /// <summary>All that it keeps.</summary>
    public WatchFacts Facts => new([.. _days], [.. _alerts], LastAlert, Opened);

    /// <summary>The file was told of an alert, and opened a case or not; the alert is forgotten.</summary>
    public void Told(in WatchAlert alert, bool isOpened)
    {
        Invariant.Holds(
            _alerts.Count > 0 && _alerts[0].Number == alert.Number, "alerts are told in their order");
        _alerts.RemoveAt(0);
        Opened += isOpened ? 1 : 0;
    }

    /// <summary>What is counted of a listing on a day, to be changed where it is.</summary>
    internal ref WatchDay At(ListingId listing, StoreId store, int day, int daysKept)
    {
        var at = IndexOf(listing, day);
        if (at < 0)
        {
            _days.RemoveAll(one => one.Day <= day - daysKept);
            if (_days.Count == DaysMax)
            {
                _days.RemoveAt(OldestAt());
            }

            at = ~IndexOf(listing, day);
            _days.Insert(at, new WatchDay { Listing = listing, Store = store, Day = day });
        }

        return ref CollectionsMarshal.AsSpan(_days)[at];
    }

    /// <summary>What was counted of a listing on the days up to one.</summary>
    internal WatchDay Sum(ListingId listing, int day, int days)
    {
        var sum = new WatchDay { Listing = listing, Day = day };
        var from = IndexOf(listing, day - days + 1);
        for (var at = from < 0 ? ~from : from;
            at < _days.Count && _days[at].Listing == listing && _days[at].Day <= day; at++)
        {
            sum.Add(_days[at]);
        }

        return sum;
    }

    /// <summary>Gives an alert.</summary>
    internal WatchAlert Alert(in WatchedEvent seen, in WatchScore score, CaseKind kind)
    {
        var alert = new WatchAlert(
            seen.At.ToUnixTimeMilliseconds(), ++LastAlert, seen.Store, seen.Listing, score.Total, (int)kind);
        _alerts.Add(alert);
        return alert;
    }

    private int OldestAt()
    {
        var oldest = 0;
        for (var at = 1; at < _days.Count; at++)
        {
            oldest = _days[at].Day < _days[oldest].Day ? at : oldest;
        }

        return oldest;
    }

    // By listing and day; the complement of where it would be if it is not there.
    private int IndexOf(ListingId listing, int day)
    {
        var (from, until) = (0, _days.Count);
        while (from < until)
        {
            var middle = (from + until) / 2;
            var one = _days[middle];
            var order = (one.Listing.Value, one.Day).CompareTo((listing.Value, day));
            if (order == 0)
            {
                return middle;
            }

            (from, until) = order < 0 ? (middle + 1, until) : (from, middle);
        }

        return ~from;
    }
}
