namespace FlashSale.Simulator;

/// <summary>The interval of a mean share, which cannot leave 0 to 1.</summary>
/// <param name="Limits">The interval.</param>
/// <param name="IsLogit">
/// Whether it was taken on the scale ln(p/(1 − p)), because the plain one left 0 to 1; a report says so.
/// </param>
public sealed record ShareLimits(Interval Limits, bool IsLogit)
{
    /// <summary>The interval of the mean of shares within runs.</summary>
    /// <param name="shares">The mean over runs of a share that each run has, from 0 to 1.</param>
    /// <param name="confidence">How often such intervals cover the truth, as 0.95.</param>
    /// <returns>
    /// Null of a single run. On the logit scale the error is divided by p(1 − p), the slope at the mean
    /// (delta method): runs whose own share is 0 or 1 are no obstacle.
    /// </returns>
    public static ShareLimits? Of(Estimate shares, double confidence)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Limits(confidence) is not { } plain)
        {
            return null;
        }

        var mean = shares.Mean;
        if ((plain.Low >= 0 && plain.High <= 1) || mean is <= 0 or >= 1)
        {
            return new ShareLimits(plain, IsLogit: false);
        }

        var half = (plain.High - mean) / (mean * (1 - mean));
        var odds = ExactMath.Ln(mean / (1 - mean));
        return new ShareLimits(new Interval(Share(odds - half), Share(odds + half)), IsLogit: true);
    }

    private static double Share(double odds) => 1 / (1 + ExactMath.Exp(-odds));
}
