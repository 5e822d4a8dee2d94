namespace FlashSale.Marketplace;

/// <summary>
/// A moment as the credit ledger keeps it: a month of China time, and whole seconds since 2000.
/// </summary>
/// <param name="Month">The month, as <see cref="ChinaTime.MonthOf"/> counts.</param>
/// <param name="Second">The second, above 0.</param>
/// <param name="CountsAgainUpTo">
/// A listing that counted at this second or earlier may count again (rule REP-2).
/// </param>
internal readonly record struct CreditMoment(int Month, int Second, int CountsAgainUpTo)
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Converts a moment from 2000 to 2068.</summary>
    public static CreditMoment Of(DateTimeOffset now, ReputationPolicy policy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(now, Epoch);
        var second = (int)((now.UtcTicks - Epoch.UtcTicks) / TimeSpan.TicksPerSecond);
        var pause = (policy.SameListingWithin.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return new CreditMoment(ChinaTime.MonthOf(now), Math.Max(second, 1), second - (int)pause);
    }

    /// <summary>Converts a second back; null for 0.</summary>
    public static DateTimeOffset? ToMoment(int second) =>
        second == 0 ? null : Epoch.AddTicks(second * TimeSpan.TicksPerSecond);
}
