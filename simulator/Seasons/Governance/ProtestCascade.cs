namespace FlashSale.Simulator;

/// <summary>Who joins a protest when others have: a threshold model (rule GOV-3, MODELS M17).</summary>
internal static class ProtestCascade
{
    /// <summary>The circle of a seller who takes no part.</summary>
    public const int Outside = -1;

    /// <summary>Whether a seller joins, of whose neighbours a share has joined.</summary>
    public static bool Joins(double grievance, double joinedShare, double weight, double threshold) =>
        grievance * (1 + (weight * joinedShare)) > threshold;

    /// <summary>
    /// One day: everybody decides anew, by who had joined the day before; the answer is how many have now.
    /// </summary>
    /// <remarks>
    /// A seller's neighbours are those of the same chat group and those of the same category, each half.
    /// </remarks>
    public static int Step(
        ReadOnlySpan<double> grievances, ReadOnlySpan<double> thresholds, ReadOnlySpan<int> groups,
        ReadOnlySpan<int> categories, double weight, Span<bool> joined)
    {
        var ofGroup = JoinedShares(groups, joined);
        var ofCategory = JoinedShares(categories, joined);
        var count = 0;
        for (var seller = 0; seller < joined.Length; seller++)
        {
            joined[seller] = groups[seller] != Outside && grievances[seller] > 0 && Joins(
                grievances[seller], (ofGroup[groups[seller]] + ofCategory[categories[seller]]) / 2, weight,
                thresholds[seller]);
            count += joined[seller] ? 1 : 0;
        }

        return count;
    }

    /// <summary>The share of each circle that has joined.</summary>
    public static double[] JoinedShares(ReadOnlySpan<int> circles, ReadOnlySpan<bool> joined)
    {
        var circlesMax = 0;
        foreach (var circle in circles)
        {
            circlesMax = Math.Max(circlesMax, circle + 1);
        }

        var (members, those) = (new int[circlesMax], new int[circlesMax]);
        for (var seller = 0; seller < circles.Length; seller++)
        {
            if (circles[seller] != Outside)
            {
                members[circles[seller]]++;
                those[circles[seller]] += joined[seller] ? 1 : 0;
            }
        }

        var shares = new double[circlesMax];
        for (var circle = 0; circle < circlesMax; circle++)
        {
            shares[circle] = members[circle] == 0 ? 0 : (double)those[circle] / members[circle];
        }

        return shares;
    }
}
