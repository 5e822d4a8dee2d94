using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// What a store or a buyer is worth to others, by <see cref="OwnerKey"/> (rules REP-1 to REP-6).
/// </summary>
[Alias("flashsale.reputation-grain")]
public interface IReputationGrain : IGrainWithIntegerKey
{
    /// <summary>Adds verdicts; a batch that was added before changes nothing.</summary>
    [Alias("add")]
    Task Add(EventBatch batch);

    /// <summary>Credit, and ratings over the last six months.</summary>
    [Alias("standing"), ReadOnly]
    Task<Standing> Standing();
}

/// <summary>What somebody is worth.</summary>
/// <param name="Credit">Credit points and the verdicts behind them.</param>
/// <param name="Rating">The ratings of the last six months, added up; a store's only.</param>
[GenerateSerializer, Immutable, Alias("flashsale.standing")]
public readonly record struct Standing([property: Id(0)] Credit Credit, [property: Id(1)] RatingSums Rating);
