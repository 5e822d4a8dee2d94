namespace FlashSale.Marketplace;

/// <summary>
/// How stores are certified, summoned, and kept from selling without a certificate: decided here, once for
/// all hosts (rules IDN-1 to IDN-4).
/// </summary>
public static class CertificationProcess
{
    /// <summary>Stores over which the share of certificates is counted, by their ids (assumed).</summary>
    public const int StoresCountedMax = 10_000;

    /// <summary>What is wrong with an application, whatever else there is; null if nothing is.</summary>
    public static CertificationResult? Refuse(in ApplyForCertificate command) =>
        command.Asked is CertificateClass.A or CertificateClass.B && command.Identity.IsSound
        && command.Account.IsSound && command.Device.IsSound && command.Region.Value < Limits.RegionsMax
            ? null
            : CertificationResult.OutOfRange;

    /// <summary>Whether an application is the one that is open: nothing is to be done then.</summary>
    public static bool IsRepeat(in Certification known, in ApplyForCertificate command) =>
        ApplicationLifecycle.IsOpen(known.Status) && known.Given == GivenBy(command);

    /// <summary>A store applies; its links say who stands behind it as far as is seen (rule IDN-4).</summary>
    /// <param name="known">What is known of the store.</param>
    /// <param name="store">The store.</param>
    /// <param name="command">The application.</param>
    /// <param name="links">On which lists the identity and those linked with it stand.</param>
    /// <param name="shareReached">Whether the second class is open to anybody.</param>
    /// <param name="now">The moment.</param>
    /// <param name="policy">Where places are looked at.</param>
    public static CertificationResult Apply(
        ref Certification known, in Store store, in ApplyForCertificate command, IdentityLinks links,
        bool shareReached, DateTimeOffset now, CertificationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return store.Status == StoreStatus.Closed ? CertificationResult.WrongStatus
            : links.IsBarred ? CertificationResult.Barred
            : command.Asked == CertificateClass.B && !shareReached ? CertificationResult.ShareNotReached
            : known.Apply(
                command.Identity, command.Asked,
                policy.LooksAtPlaces(command.Region) && links.Listing != IdentityListing.White,
                now, GivenBy(command));
    }

    private static long GivenBy(in ApplyForCertificate command) => unchecked((long)default(Fingerprint)
        .With((int)command.Asked).With(command.Identity.Value).With(command.Account.Value)
        .With(command.Device.Value).With(command.Region.Value).Value);

    /// <summary>What is wrong with a decision; null if nothing is.</summary>
    public static CertificationResult? Refuse(in DecideCheck command) =>
        command.Verdict is < CheckVerdict.Pass or > CheckVerdict.Refuse
        || command.Check is < ApplicationStatus.IdNumber or > ApplicationStatus.OnSite
            ? CertificationResult.OutOfRange
        : command.Verdict != CheckVerdict.Pass && command.By.LacksReason ? CertificationResult.NoReason
        : null;

    /// <summary>What is wrong with a summons; null if nothing is.</summary>
    public static CertificationResult? Refuse(in SummonStore command) =>
        command.By.LacksReason ? CertificationResult.NoReason : null;

    /// <summary>The answer to a summons: who is certified is not summoned.</summary>
    public static CertificationResult Summoned(in Certification certification) =>
        certification.Certificate == CertificateClass.None
            ? CertificationResult.Done
            : CertificationResult.WrongStatus;

    /// <summary>What is wrong with a listing of an identity; null if nothing is.</summary>
    public static CertificationResult? Refuse(in ListIdentity command) =>
        !command.Identity.IsSound || command.Listing > IdentityListing.Black ? CertificationResult.OutOfRange
        : command.By.LacksReason ? CertificationResult.NoReason
        : null;

    /// <summary>A store that opens must be certified at once where the policy says so (rule IDN-3).</summary>
    public static Certification Begin(DateTimeOffset now, CertificationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var certification = default(Certification);
        if (policy.NewStoresMust)
        {
            certification.Summon(now);
        }

        return certification;
    }

    /// <summary>Whether so many consumer stores have a certificate that the second class is open.</summary>
    public static bool IsShareReached(int certified, int stores, CertificationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return (long)certified * 10_000 >= (long)stores * policy.SecondClassFromBasisPoints;
    }

    /// <summary>Whether a store counts for that share, and whether as certified.</summary>
    public static (bool Counts, bool IsCertified) Share(in Store store, in Certification certification) =>
        (store.Market == MarketKind.Consumer && store.Status is not (0 or StoreStatus.Closed),
            certification.Certificate != CertificateClass.None);

    /// <summary>When a store without a certificate sells no more; null if that does not come.</summary>
    public static DateTimeOffset? DueAt(in Store store, in Certification certification) =>
        certification.Certificate == CertificateClass.None
        && store.SuspendedFor == default && store.Status is StoreStatus.Open or StoreStatus.Hidden
            ? certification.MustBy
            : null;
}

/// <summary>What the lists say of an identity and of those that gave the same account or device.</summary>
/// <param name="Listing">On which list the identity itself stands.</param>
/// <param name="IsLinkBarred">Whether another one that is linked with it is barred.</param>
public readonly record struct IdentityLinks(IdentityListing Listing, bool IsLinkBarred)
{
    /// <summary>Identities that are remembered of one account or device: the first ones (assumed).</summary>
    public const int LinksMax = 16;

    /// <summary>Whether no store gets a certificate by it.</summary>
    public bool IsBarred => Listing == IdentityListing.Black || IsLinkBarred;
}
