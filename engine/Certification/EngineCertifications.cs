namespace FlashSale.Engine;

/// <summary>
/// Carries out what <see cref="CertificationProcess"/> decides; the cluster's twin is ClusterCertifications.
/// </summary>
internal sealed class EngineCertifications(MarketState market)
{
    /// <summary>A store applies.</summary>
    public CertificationResult Apply(in ApplyForCertificate command)
    {
        if (Refuse(command.Id, CertificationProcess.Refuse(command)) is { } refusal)
        {
            return refusal;
        }

        var certification = market.Certifications.Of(command.Id);
        if (CertificationProcess.IsRepeat(certification, command))
        {
            return CertificationResult.Done;
        }

        var isReached = command.Asked == CertificateClass.A || IsShareReached();
        var result = CertificationProcess.Apply(
            ref certification, market.Stores[command.Id], command, market.Identities.LinksOf(command),
            isReached, market.Now, market.Policy.Certification);
        if (result == CertificationResult.Done)
        {
            market.Identities.Link(command);
            market.Certifications.Set(command.Id, certification);
        }

        return result;
    }

    /// <summary>A seller hands in what a check asks for.</summary>
    public CertificationResult HandIn(in HandIn command)
    {
        if (Refuse(command.Id, null) is { } refusal)
        {
            return refusal;
        }

        var certification = market.Certifications.Of(command.Id);
        var result = certification.HandIn(command.Check, market.Now, market.Policy.Certification);
        market.Certifications.Set(command.Id, certification);
        return result;
    }

    /// <summary>A check comes to its end.</summary>
    public CertificationResult Decide(in DecideCheck command)
    {
        if (Refuse(command.Id, CertificationProcess.Refuse(command)) is { } refusal)
        {
            return refusal;
        }

        var certification = market.Certifications.Of(command.Id);
        var before = certification.Facts;
        var result = certification.Decide(
            command.Check, command.Verdict, market.Now, market.Policy.Certification);
        Keep(command.Id, certification);
        market.Trace(command, hasEffect: certification.Facts != before);
        return result;
    }

    /// <summary>A seller gives an application up.</summary>
    public CertificationResult Withdraw(in WithdrawApplication command)
    {
        if (Refuse(command.Id, null) is { } refusal)
        {
            return refusal;
        }

        var certification = market.Certifications.Of(command.Id);
        var result = certification.Withdraw();
        market.Certifications.Set(command.Id, certification);
        return result;
    }

    /// <summary>An existing store is summoned.</summary>
    public CertificationResult Summon(in SummonStore command)
    {
        if (Refuse(command.Id, CertificationProcess.Refuse(command)) is { } refusal)
        {
            return refusal;
        }

        var certification = market.Certifications.Of(command.Id);
        var isNew = certification.Summon(market.Now + market.Policy.Certification.SummonedWithin);
        if (isNew)
        {
            Keep(command.Id, certification);
            market.Deadlines.Add(Due.Certificate, certification.MustBy!.Value, command.Id.Value);
        }

        market.Trace(command, hasEffect: isNew);
        return CertificationProcess.Summoned(certification);
    }

    /// <summary>Puts an identity on a list, or takes it off.</summary>
    public CertificationResult List(in ListIdentity command)
    {
        if (CertificationProcess.Refuse(command) is { } refusal)
        {
            return refusal;
        }

        market.Trace(command, hasEffect: market.Identities.List(command.Identity, command.Listing));
        return CertificationResult.Done;
    }

    /// <summary>A store has opened: where the policy says so it must be certified before it sells.</summary>
    public void Begin(StoreId id)
    {
        var certification = CertificationProcess.Begin(market.Now, market.Policy.Certification);
        if (!certification.IsEmpty)
        {
            Keep(id, certification);
        }
    }

    private CertificationResult? Refuse(StoreId id, CertificationResult? refusal) =>
        refusal ?? (market.Stores.Exists(id) ? null : CertificationResult.UnknownStore);

    private void Keep(StoreId id, in Certification certification)
    {
        var before = market.Stores[id].CheckAt(market.Policies);
        market.Certifications.Set(id, certification);
        market.Follow(id, before);
    }

    private bool IsShareReached()
    {
        var (counted, certified) = (0, 0);
        for (var at = 0; at < market.Stores.Count && counted < CertificationProcess.StoresCountedMax; at++)
        {
            var id = new StoreId(at);
            if (!market.Stores.Exists(id))
            {
                continue;
            }

            var (counts, isCertified) = CertificationProcess.Share(
                market.Stores[id], market.Certifications.Of(id));
            counted += counts ? 1 : 0;
            certified += counts && isCertified ? 1 : 0;
        }

        return CertificationProcess.IsShareReached(certified, counted, market.Policy.Certification);
    }
}
