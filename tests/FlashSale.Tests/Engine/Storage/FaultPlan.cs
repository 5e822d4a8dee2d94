namespace FlashSale.Tests.Engine;

/// <summary>
/// Which faults a <see cref="FaultyStorage"/> may show. The default is a sound disk that never loses power.
/// </summary>
internal sealed record FaultPlan
{
    /// <summary>
    /// Power fails when so many bytes have been written; a call that writes nothing counts as a few.
    /// </summary>
    public long PowerLastsForBytes { get; init; } = long.MaxValue;

    /// <summary>The bytes that fit on the disk.</summary>
    public long CapacityBytes { get; init; } = long.MaxValue;

    public int SyncFailsPerMille { get; init; }

    public int WriteFailsPerMille { get; init; }

    public int ReadFailsPerMille { get; init; }

    /// <summary>What the disk does to one write while it reports success; null for an honest disk.</summary>
    public DiskLie? Lie { get; init; }

    /// <summary>Which write the lie is told about, from 0.</summary>
    public int LieAtWrite { get; init; }

    /// <summary>
    /// Faults that every disk shows at times and reports: after them nothing that was synced may be gone.
    /// </summary>
    public static FaultPlan Honest(SplitMix64 chance) => new()
    {
        PowerLastsForBytes = chance.Happens(700) ? chance.Below(20_000) : long.MaxValue,
        CapacityBytes = chance.Happens(100) ? 1_000 + chance.Below(20_000) : long.MaxValue,
        SyncFailsPerMille = chance.Pick(0, 0, 30, 200),
        WriteFailsPerMille = chance.Pick(0, 0, 0, 30),
        ReadFailsPerMille = chance.Pick(0, 0, 0, 30),
    };

    /// <summary>The same with <see cref="Lie"/>.</summary>
    public static FaultPlan WithLie(SplitMix64 chance) => Honest(chance) with
    {
        Lie = chance.Pick(DiskLie.Lost, DiskLie.Misdirected, DiskLie.Corrupted),
        LieAtWrite = chance.Below(60),
    };
}

/// <summary>What a broken disk may do to a write that it reports as done.</summary>
internal enum DiskLie
{
    /// <summary>It never reaches the disk.</summary>
    Lost = 1,

    /// <summary>It reaches another place of the same file.</summary>
    Misdirected,

    /// <summary>Some of its bits are turned.</summary>
    Corrupted,
}
