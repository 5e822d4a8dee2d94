namespace FlashSale.GrainInterfaces;

/// <summary>
/// The lists of identities, and which were given with the same account or device; there is one, 0 (rules
/// IDN-2, IDN-4).
/// </summary>
[Alias("flashsale.identity-grain")]
public interface IIdentityGrain : ICommandGrain
{
    /// <summary>What the lists say of what a store gives when it applies, each by its hash.</summary>
    [Alias("links-of")]
    Task<IdentityLinks> LinksOf(long identity, long account, long device);

    /// <summary>Remembers what was given together; again changes nothing.</summary>
    [Alias("link")]
    Task Link(long identity, long account, long device);
}
