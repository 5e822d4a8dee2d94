using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>
/// The ratings of one store – or of all stores of a category – over the last six months (rule REP-4).
/// </summary>
/// <remarks>
/// The last six months are the last <see cref="ReputationPolicy.StoreRatingDays"/> days in China, today
/// included. Only days with ratings are kept. Questions change nothing: days that are over are dropped by the
/// next rating.
/// </remarks>
public sealed class StoreRating
{
    private readonly List<RatingDay> _days = new(capacity: 1); // rising days, the oldest first
    private RatingSums _sums; // of all days that are kept

    /// <summary>The days with ratings that are kept, the oldest first: the whole state.</summary>
    public ReadOnlySpan<RatingDay> Days => CollectionsMarshal.AsSpan(_days);

    /// <summary>Builds the ratings again from their days.</summary>
    /// <exception cref="ArgumentException">The days do not rise.</exception>
    public static StoreRating Of(ReadOnlySpan<RatingDay> days)
    {
        var rating = new StoreRating();
        rating._days.Capacity = days.Length;
        foreach (var day in days)
        {
            if (rating._days.Count > 0 && rating._days[^1].Day >= day.Day)
            {
                throw new ArgumentException("The days of ratings must rise.", nameof(days));
            }

            rating._days.Add(day);
            rating._sums.Add(day);
        }

        return rating;
    }

    /// <summary>Adds a rating; one that comes late is counted on the day on which it was given.</summary>
    public void Add(in Rating rating, DateTimeOffset now, ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var day = ChinaTime.DayOf(now);
        _sums.Add(rating);
        if (CollectionsMarshal.AsSpan(_days) is [.., var last] days && last.Day == day)
        {
            days[^1] = last.With(rating); // nearly always it is one of today
            return;
        }

        if (_days.Count == 0 || _days[^1].Day < day)
        {
            DropBefore(day - policy.StoreRatingDays + 1);
        }

        var at = _days.Count;
        while (at > 0 && _days[at - 1].Day > day)
        {
            at--;
        }

        if (at > 0 && _days[at - 1].Day == day)
        {
            _days[at - 1] = _days[at - 1].With(rating);
        }
        else
        {
            _days.Insert(at, new RatingDay(day, 0, 0, 0, 0, 0).With(rating));
        }
    }

    /// <summary>The ratings of the last six months, added up.</summary>
    public RatingSums Sums(DateTimeOffset now, ReputationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var oldest = ChinaTime.DayOf(now) - policy.StoreRatingDays + 1;
        var sums = _sums;
        for (var i = 0; i < _days.Count && _days[i].Day < oldest; i++)
        {
            sums.Subtract(_days[i]);
        }

        return sums;
    }

    private void DropBefore(int day)
    {
        var over = 0;
        while (over < _days.Count && _days[over].Day < day)
        {
            _sums.Subtract(_days[over]);
            over++;
        }

        _days.RemoveRange(0, over);
    }
}
