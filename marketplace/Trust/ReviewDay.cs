namespace FlashSale.Marketplace;

/// <summary>The appeals that reviewers took on one day of China time (rule TRU-8).</summary>
/// <param name="Day">The day, as <see cref="ChinaTime.DayOf"/> counts.</param>
/// <param name="Taken">How many they took.</param>
public readonly record struct ReviewDay(int Day, int Taken)
{
    /// <summary>
    /// The day with one more, which may be the first of another day; null if no reviewer has time.
    /// </summary>
    public ReviewDay? Take(DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var today = ChinaTime.DayOf(now);
        var taken = today == Day ? Taken : 0;
        return taken < policy.ReviewsPerDay ? new ReviewDay(today, taken + 1) : null;
    }
}
