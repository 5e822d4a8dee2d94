namespace FlashSale.GrainInterfaces;

/// <summary>Counts the whole market again from its rows; there is one, 0.</summary>
[Alias("flashsale.audit-grain")]
public interface IAuditGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Begins an audit, or joins the one that runs. A consistent one stops the admission of checkouts, lets
    /// everything under way end, counts, and resumes; one while running checks only what then can hold.
    /// </summary>
    [Alias("begin")]
    Task Begin(bool isConsistent);

    /// <summary>Its report; null while it runs.</summary>
    /// <exception cref="InvalidOperationException">
    /// None was begun, or it failed: the message says why.
    /// </exception>
    [Alias("report")]
    Task<AuditReport?> Report();

    /// <summary>What one of the market's own accounts holds: its stripes at all owners, added up.</summary>
    [Alias("sum")]
    Task<Money> Sum(AccountKind kind, int channel);
}

/// <summary>
/// One of several that look for rows with something to do though nobody calls, by its number from 0.
/// </summary>
[Alias("flashsale.sweep-grain")]
public interface ISweepGrain : IGrainWithIntegerKey
{
    /// <summary>Begins to look regularly, now and after every restart.</summary>
    [Alias("start")]
    Task Start();

    /// <summary>Looks once and wakes the grains that have something to do.</summary>
    /// <returns>How many were woken.</returns>
    [Alias("sweep")]
    Task<int> Sweep();
}

/// <summary>How the sweeps share the work.</summary>
public static class Sweeps
{
    /// <summary>How many there are; each looks at the owners with its remainder.</summary>
    public const int Slices = 8;
}
