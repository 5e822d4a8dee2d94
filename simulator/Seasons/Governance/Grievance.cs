namespace FlashSale.Simulator;

/// <summary>What makes a loss by a change of the rules harder to bear (rules GOV-3, GOV-6).</summary>
/// <param name="NoNotice">It came without enough notice.</param>
/// <param name="NoEvidence">It punishes, and asks for no evidence.</param>
/// <param name="NoConsultation">Nobody was asked.</param>
/// <param name="UnequalMarkets">It treats the two markets differently.</param>
/// <param name="ChangesOfLate">Steps of changes in the last thirty days.</param>
internal readonly record struct GrievanceCauses(
    bool NoNotice, bool NoEvidence, bool NoConsultation, bool UnequalMarkets, int ChangesOfLate);

/// <summary>What a seller's loss feels like (MODELS M17).</summary>
internal static class Grievance
{
    /// <summary>g = max(0, loss − ignored) × (1 + what made it worse).</summary>
    public static double Of(double loss, in GrievanceCauses causes, GovernanceHabits habits)
    {
        var weight = 1
            + (causes.NoNotice ? habits.NoNoticeWeight : 0)
            + (causes.NoEvidence ? habits.NoEvidenceWeight : 0)
            + (causes.NoConsultation ? habits.NoConsultationWeight : 0)
            + (causes.UnequalMarkets ? habits.UnequalMarketsWeight : 0)
            + (habits.ManyChangesWeight * causes.ChangesOfLate);
        return Math.Max(0, loss - habits.LossIgnored) * weight;
    }

    /// <summary>How far the profit of the last days fell below that of the days before, 0 to 1.</summary>
    /// <param name="late">The profit a day of late, of ordinary days.</param>
    /// <param name="before">The same of before.</param>
    /// <param name="lateOrders">How many orders the first one is of.</param>
    /// <param name="beforeOrders">How many the second one.</param>
    /// <param name="chanceErrors">Standard errors of chance that a seller does not take for a loss.</param>
    public static double LossOf(
        double late, double before, int lateOrders, int beforeOrders, double chanceErrors)
    {
        if (before <= 0 || beforeOrders == 0)
        {
            return 0;
        }

        const double spread = 2; // 1 + the squared variation of an order's price
        var error = Math.Sqrt(spread * ((1.0 / Math.Max(1, lateOrders)) + (1.0 / beforeOrders)));
        return Math.Clamp(1 - (late / before) - (chanceErrors * error), 0, 1);
    }
}
