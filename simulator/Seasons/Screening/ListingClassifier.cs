namespace FlashSale.Simulator;

/// <summary>
/// The platform's classifier in a season: it looks at a text and says a score, by a command of the market. It
/// sees no truth; how far scores of bad listings lie above others is how well it sees (rule LST-2).
/// </summary>
internal sealed class ListingClassifier(SeasonRun run, ScreeningHabits habits, ScreenedListings listings)
{
    private const int Milli = 1_000;
    private const uint GoodsCounter = 0;
    private const uint RestrictedCounter = 1;

    /// <summary>Scores a listing that waits for it.</summary>
    /// <returns>Where that leads; null if it does not wait.</returns>
    public PublicationStatus? Look(int listing)
    {
        var id = new ListingId(listing);
        if (run.Market.View.Listing(id) is not { Publication: PublicationStatus.Unscored } goods)
        {
            return null;
        }

        ref var text = ref listings[listing];
        var (score, restricted) = ScoresOf(listing, goods);
        text.ScoreMilli = score;
        var result = run.Market.Do(new ScoreListing(id, score, restricted));
        Invariant.Holds(result == PublicationResult.Done, "a listing that waits for a score takes it");
        Count(listing);
        text.IsScored = 1;
        return run.Market.View.Listing(id)!.Value.Publication;
    }

    // Of a text that a reviewer knows it says what the reviewer said.
    private (int Score, int Restricted) ScoresOf(int listing, in Listing goods)
    {
        var text = listings[listing];
        var policy = run.Market.Policy.Screening;
        var gap = !listings.IsFake(listing) ? 0 : habits.Scores.GapOf(
            run.World.Categories[goods.Category.Value].Name, run.Market.View.Brand(goods.Brand).IsKnown);
        var (score, restricted) = (
            ScoreOf(listing, GoodsCounter, gap),
            ScoreOf(listing, RestrictedCounter, text.IsRestricted != 0 ? habits.Scores.Restricted : 0));
        return text.Finding switch
        {
            ReviewerOpinion.Sound => (Math.Min(score, policy.AcceptBelowMilli - 1), restricted),
            ReviewerOpinion.Bad => (Math.Max(score, policy.RefuseFromMilli), restricted),
            _ => (score, restricted),
        };
    }

    private int ScoreOf(int listing, uint counter, double gap) => (int)Math.Round(Milli * (gap
        + ExactMath.InverseNormal(listings.UnitOf(listing, Streams.SeasonScore, counter))));

    private void Count(int listing)
    {
        var isFirst = listings[listing].IsScored == 0;
        run.Recorder.Count(isFirst ? ScreeningMeasures.Screened : ScreeningMeasures.Again);
        run.Recorder.Count(ScreeningMeasures.BadScreened, isFirst && listings.IsBad(listing) ? 1 : 0);
    }
}
