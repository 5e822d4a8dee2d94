namespace FlashSale.Marketplace;

/// <summary>The numbers of the limit in front of the market (rule CAP-1).</summary>
public sealed record AdmissionPolicy
{
    /// <summary>The highest <see cref="RequestsPerSecond"/>.</summary>
    public const int RequestsPerSecondMax = 100_000_000;

    /// <summary>
    /// The longest <see cref="BurstWithin"/>, <see cref="WarmUpWithin"/> and <see cref="QueueWithin"/>.
    /// </summary>
    internal static readonly TimeSpan WindowMax = TimeSpan.FromMinutes(1);

    /// <summary>CAP-1: what happens above the limit.</summary>
    public AdmissionBehaviour Behaviour { get; init; } = AdmissionBehaviour.Reject;

    /// <summary>CAP-1, CAP-3: checkouts admitted a second; the default is the record of 2020 (F).</summary>
    public int RequestsPerSecond { get; init; } = 583_000;

    /// <summary>
    /// CAP-1: as many requests may come together as the rate admits in this time (F: Sentinel counts
    /// seconds).
    /// </summary>
    public TimeSpan BurstWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>CAP-1: how long a cold market takes to its full rate (F: Sentinel, 10 s).</summary>
    public TimeSpan WarmUpWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>CAP-1: a cold market admits one n-th of its rate (F: Sentinel, 3).</summary>
    public int ColdFactor { get; init; } = 3;

    /// <summary>
    /// CAP-1: the longest that a request may wait for its turn (F: Sentinel's default, 500 ms).
    /// </summary>
    public TimeSpan QueueWithin { get; init; } = TimeSpan.FromMilliseconds(500);

    internal void Check(PolicyCheck check)
    {
        check.That(
            Enum.IsDefined(Behaviour), nameof(Behaviour), Behaviour.ToString(), "reject, warmUp or queue");
        check.Between(RequestsPerSecond, 1, RequestsPerSecondMax);
        Window(check, BurstWithin, TimeSpan.Zero, nameof(BurstWithin));
        Window(check, WarmUpWithin, TimeSpan.FromSeconds(1), nameof(WarmUpWithin));
        check.Between(ColdFactor, 2, 100);
        Window(check, QueueWithin, TimeSpan.Zero, nameof(QueueWithin));
    }

    private static void Window(PolicyCheck check, TimeSpan value, TimeSpan min, string field) => check.That(
        value >= min && value <= WindowMax, field, value.ToString(), $"{min} to {WindowMax}");
}
