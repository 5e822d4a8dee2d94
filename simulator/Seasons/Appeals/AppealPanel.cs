namespace FlashSale.Simulator;

/// <summary>Votes on an appeal.</summary>
/// <param name="For">For the seller.</param>
/// <param name="Of">Of how many.</param>
/// <param name="IsSwayed">Whether a majority that leaned to sellers decided otherwise than it would have.
/// </param>
internal readonly record struct AppealVotes(int For, int Of, bool IsSwayed);

/// <summary>
/// Reviewers and juries: they see evidence and not the truth, and are right as often as that allows (rule
/// TRU-8; MODELS M4, L15).
/// </summary>
internal sealed class AppealPanel(ulong seed, AppealHabits habits)
{
    /// <summary>Cases that juries have decided.</summary>
    public int JuryCases { get; set; }

    /// <summary>How much likelier jurors who are sellers are for the seller by now.</summary>
    public double BiasNow => habits.SellerBias
        * (1 - (habits.BiasUnlearned * Math.Min(1, JuryCases / (double)habits.ExperienceCases)));

    /// <summary>The single vote of a reviewer.</summary>
    /// <param name="isInnocent">What is true, which decides how often a right vote is for the seller.</param>
    /// <param name="hasEvidence">Whether there is evidence to look at.</param>
    /// <param name="key">Whose appeal.</param>
    public AppealVotes OfReviewer(bool isInnocent, bool hasEvidence, long key)
    {
        var isRight = Draws.For(seed, key, Streams.SeasonAppealVote)
            .Happens(hasEvidence ? habits.Accuracy : habits.BlindAccuracy);
        return new AppealVotes(isRight == isInnocent ? 1 : 0, 1, IsSwayed: false);
    }

    /// <summary>The votes of a jury; it learns from each case.</summary>
    public AppealVotes OfJury(bool isInnocent, bool hasEvidence, int jurors, long key)
    {
        var accuracy = hasEvidence ? habits.JurorAccuracy : habits.JurorBlindAccuracy;
        var forSeller = isInnocent ? accuracy : 1 - accuracy;
        var (votes, unbiased, bias) = (0, 0, BiasNow);
        var draws = Draws.For(seed, key, Streams.SeasonAppealVote);
        for (var juror = 0; juror < jurors; juror++)
        {
            var isSeller = draws.Happens(habits.SellerJurors);
            var chance = draws.Unit();
            votes += chance < forSeller + (isSeller ? bias : 0) ? 1 : 0;
            unbiased += chance < forSeller ? 1 : 0;
        }

        JuryCases++;
        return new AppealVotes(votes, jurors, (2 * votes > jurors) != (2 * unbiased > jurors));
    }
}
