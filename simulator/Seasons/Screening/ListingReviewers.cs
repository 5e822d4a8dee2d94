using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Reviewers of listings in a season: hour by hour they take those that come first in the market's own queue,
/// and are right as often as they can be (rule LST-2; MODELS M2).
/// </summary>
internal sealed class ListingReviewers(SeasonRun run, ScreeningHabits habits, ScreenedListings listings)
{
    private const double HoursPerDay = 24;
    private const uint AccuracyCounter = 0;

    private readonly double _perDay = habits.Reviewers.PerDayOf(run.World.Terms);
    private readonly List<int> _waiting = [];
    private double _time; // reviews that they have time for

    /// <summary>How long listings waited that came to them in the measured days.</summary>
    public WaitHours Waits { get; } = new();

    /// <summary>Listings that wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>A listing comes to them.</summary>
    public void Take(int listing)
    {
        ref var text = ref listings[listing];
        if (text.IsWaiting == 0)
        {
            (text.IsWaiting, text.SinceMs) = (1, run.NowMs);
            _waiting.Add(listing);
            run.Recorder.Count(ScreeningMeasures.ToReviewers);
        }
    }

    /// <summary>A listing waits no more: it is settled, or has another text.</summary>
    public void Leave(int listing)
    {
        if (listing < listings.Count && listings[listing].IsWaiting != 0)
        {
            listings[listing].IsWaiting = 0;
            _waiting.Remove(listing);
        }
    }

    /// <summary>The work of an hour.</summary>
    public void Work()
    {
        FollowProvisional();
        _time += _perDay / HoursPerDay;
        var queue = new Queue<WaitingListing>();
        while (_time >= 1 && TryNext(queue) is { } next)
        {
            if (!Review(next.Listing.Id.Value))
            {
                return; // the market says that the day's reviews are done
            }

            _time--;
        }

        _time = _waiting.Count == 0 ? Math.Min(_time, 1) : _time; // idle hours are lost
    }

    public void Save(StateWriter writer)
    {
        writer.Write(_time);
        writer.WriteSpan<int>([.. _waiting]);
        Waits.Save(writer);
    }

    public void Load(StateReader reader)
    {
        _time = reader.Read<double>();
        _waiting.AddRange(reader.ReadSpan<int>());
        Waits.Load(reader);
    }

    // Reviewers do not choose: who comes first in the market's queue is next.
    private WaitingListing? TryNext(Queue<WaitingListing> queue)
    {
        if (queue.Count == 0)
        {
            foreach (var one in run.Market.View.Waiting(ListingQuery.PageMax).First.Where(
                one => one.IsForReviewers))
            {
                queue.Enqueue(one);
            }
        }

        return queue.TryDequeue(out var next) ? next : null;
    }

    private bool Review(int listing)
    {
        var isBad = listings.IsBad(listing);
        var isRight = listings.UnitOf(listing, Streams.SeasonListingReview, AccuracyCounter)
            < habits.Reviewers.Accuracy;
        var verdict = isBad == isRight ? PublicationVerdict.Refuse : PublicationVerdict.Accept;
        var result = run.Market.Do(new ReviewListing(
            new ListingId(listing), verdict, By: ScreeningDesk.Sign("a reviewer has looked")));
        if (result == PublicationResult.NoReviewer)
        {
            return false;
        }

        Invariant.Holds(result == PublicationResult.Done, "a listing that waits can be reviewed");
        run.Recorder.Count(ScreeningMeasures.Reviews);
        NoteWait(listing, run.NowMs);
        var wasOnSale = listings[listing].IsProvisional != 0;
        listings[listing].IsProvisional = 0;
        listings[listing].Finding =
            verdict == PublicationVerdict.Refuse ? ReviewerOpinion.Bad : ReviewerOpinion.Sound;
        Leave(listing);
        if (verdict == PublicationVerdict.Refuse)
        {
            listings.Refuse(listing, ScreeningMeasures.RefusedByReviewers);
        }
        else if (!wasOnSale)
        {
            listings.ComeOnSale(listing);
        }

        return true;
    }

    // What has waited for too long is sold: the market does that by itself.
    private void FollowProvisional()
    {
        foreach (var listing in _waiting)
        {
            ref var text = ref listings[listing];
            if (text.IsProvisional == 0 && run.Market.View.Listing(new ListingId(listing))
                is { Publication: PublicationStatus.Provisional })
            {
                NoteWait(listing, text.SinceMs + (long)habits.Reviewers.WaitMax.TotalMilliseconds);
                text.IsProvisional = 1;
                run.Recorder.Count(ScreeningMeasures.Provisional);
                listings.ComeOnSale(listing);
            }
        }
    }

    private void NoteWait(int listing, long untilMs)
    {
        var text = listings[listing];
        if (text.IsProvisional == 0 && text.IsWaiting != 0
            && text.SinceMs >= run.World.Terms.WarmUpDays * SeasonDay.Ms)
        {
            Waits.Note(untilMs - text.SinceMs);
        }
    }
}
