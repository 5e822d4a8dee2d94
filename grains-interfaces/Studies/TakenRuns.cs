namespace FlashSale.GrainInterfaces;

/// <summary>What a silo has room for.</summary>
/// <param name="Silo">Its name.</param>
/// <param name="Code">The hash of its code.</param>
/// <param name="PeaksBytes">What the peaks of the memory of further runs may come to.</param>
/// <param name="Free">How many of its slots are free.</param>
/// <param name="IsIdle">Whether none of its slots runs anything.</param>
/// <param name="Seeds">Seeds whose worlds it holds: their runs begin sooner there.</param>
[GenerateSerializer, Immutable, Alias("flashsale.slots-ask")]
public sealed record SlotsAsk(
    [property: Id(0)] string Silo, [property: Id(1)] string Code, [property: Id(2)] long PeaksBytes,
    [property: Id(3)] int Free, [property: Id(4)] bool IsIdle, [property: Id(5)] ulong[] Seeds);

/// <summary>What a silo that asks for runs is told.</summary>
public enum TakeResult
{
    /// <summary>It has the runs.</summary>
    Taken = 1,

    /// <summary>There is nothing to run now.</summary>
    Nothing,

    /// <summary>The study was planned by other code than the silo runs.</summary>
    WrongCode,

    /// <summary>The study was stopped, or is closed.</summary>
    Over,
}

/// <summary>Runs for a silo.</summary>
/// <param name="Result">What it is told.</param>
/// <param name="Runs">The runs, which it holds by leases.</param>
[GenerateSerializer, Immutable, Alias("flashsale.taken-runs")]
public sealed record TakenRuns([property: Id(0)] TakeResult Result, [property: Id(1)] LeasedRun[] Runs)
{
    /// <summary>None, and why.</summary>
    public static TakenRuns None(TakeResult why) => new(why, []);
}

/// <summary>A run that a silo holds.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Order">The whole order as a line.</param>
/// <param name="Within">How long it may take; null if the study does not say so.</param>
/// <param name="Seconds">How long runs before it took on the average; null before the first.</param>
/// <param name="IsAlone">Whether nothing else may run on the silo meanwhile.</param>
/// <param name="IsLost">
/// Whether it is not to be run any more: too many silos have ended with it. The silo says so.
/// </param>
[GenerateSerializer, Immutable, Alias("flashsale.leased-run")]
public sealed record LeasedRun(
    [property: Id(0)] string Key, [property: Id(1)] ulong Seed, [property: Id(2)] string Order,
    [property: Id(3)] TimeSpan? Within, [property: Id(6)] double? Seconds, [property: Id(4)] bool IsAlone,
    [property: Id(5)] bool IsLost);

/// <summary>How far a run is.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Share">The share that is done, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("flashsale.run-share")]
public sealed record RunShare([property: Id(0)] string Key, [property: Id(1)] double Share);

/// <summary>How a run ended.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Outcome">The whole outcome as a line; only the client reads it.</param>
/// <param name="StateHash">The hash of the market's state at its end; empty if it has none.</param>
/// <param name="HasFigures">Whether it has figures.</param>
/// <param name="IsOfCode">Whether the same code gives the same again.</param>
/// <param name="MayBeTriedAgain">Whether it may go better when nothing else runs beside it.</param>
/// <param name="WallSeconds">How long it took.</param>
/// <param name="PeakBytes">The memory of its process.</param>
[GenerateSerializer, Immutable, Alias("flashsale.ended-run")]
public sealed record EndedRun(
    [property: Id(0)] string Key,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string StateHash,
    [property: Id(3)] bool HasFigures,
    [property: Id(4)] bool IsOfCode,
    [property: Id(5)] bool MayBeTriedAgain,
    [property: Id(6)] double WallSeconds,
    [property: Id(7)] long PeakBytes);
