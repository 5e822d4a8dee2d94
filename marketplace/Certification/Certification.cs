using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>What a store is certified as (rules IDN-1, IDN-3). The numbers are stored.</summary>
public enum CertificateClass : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The first certificate: its person or company has passed the checks.</summary>
    A = 1,

    /// <summary>The second one, for those who have the first.</summary>
    B = 2,
}

/// <summary>What becomes of a check.</summary>
public enum CheckVerdict : byte
{
    /// <summary>It is passed.</summary>
    Pass = 1,

    /// <summary>It is failed; the seller may hand in again, a few times.</summary>
    Fail,

    /// <summary>The whole application is refused.</summary>
    Refuse,
}

/// <summary>
/// A store's certificate, its application for one, and until when it must have one (rules IDN-1 to IDN-3).
/// </summary>
/// <remarks>A mutable struct without padding, for dense tables; zeros are a store that never asked.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct Certification
{
    private long _readyMs; // when the check under way can be decided; 0 if the seller is asked
    private long _mustByMs; // 0 if it need not be certified
    private long _appliedMs; // 0 if it never has

    /// <summary>A hash of all that the application gave, by which its repeat is known (ORD-4).</summary>
    public long Given { readonly get; private set; }

    /// <summary>The identity that the application names.</summary>
    public IdentityId Identity { readonly get; private set; }

    /// <summary>How far the application is.</summary>
    public ApplicationStatus Status { readonly get; private set; }

    /// <summary>What the store is certified as.</summary>
    public CertificateClass Certificate { readonly get; private set; }

    /// <summary>What it has applied for.</summary>
    public CertificateClass Asked { readonly get; private set; }

    /// <summary>How often the check under way was failed.</summary>
    public byte Failures { readonly get; private set; }

    private byte _needsPlace;
    private byte _unused1;
    private byte _unused2;
    private byte _unused3;

    /// <summary>Whether somebody has to look at the place (rule IDN-2).</summary>
    public readonly bool NeedsPlace => _needsPlace == 1;

    /// <summary>When the store has applied, the last time; null if it never has.</summary>
    public readonly DateTimeOffset? AppliedAt => MomentOf(_appliedMs);

    /// <summary>When the check under way can be decided; null if nothing is being checked.</summary>
    public readonly DateTimeOffset? ReadyAt => MomentOf(_readyMs);

    /// <summary>Until when the store must be certified; null if it need not be.</summary>
    public readonly DateTimeOffset? MustBy => MomentOf(_mustByMs);

    /// <summary>Whether the store was never asked and never asked for anything.</summary>
    public readonly bool IsEmpty => Status == ApplicationStatus.None && _mustByMs == 0;

    /// <summary>All that is kept; <see cref="Of"/> builds it again.</summary>
    public readonly CertificationFacts Facts =>
        new(Identity, Given, Status, Certificate, Asked, Failures, NeedsPlace, AppliedAt, ReadyAt, MustBy);

    /// <summary>Builds it again from its <see cref="Facts"/>.</summary>
    /// <exception cref="ArgumentException">No history of a store leads to these.</exception>
    public static Certification Of(in CertificationFacts facts) => facts.Problem() is { } problem
        ? throw new ArgumentException($"These are no facts of a certificate: {problem}.", nameof(facts))
        : new Certification
        {
            Identity = facts.Identity,
            Given = facts.Given,
            Status = facts.Status,
            Certificate = facts.Certificate,
            Asked = facts.Asked,
            Failures = facts.Failures,
            _needsPlace = (byte)(facts.NeedsPlace ? 1 : 0),
            _appliedMs = facts.AppliedAt?.ToUnixTimeMilliseconds() ?? 0,
            _readyMs = facts.ReadyAt?.ToUnixTimeMilliseconds() ?? 0,
            _mustByMs = facts.MustBy?.ToUnixTimeMilliseconds() ?? 0,
        };

    /// <summary>Whether the store may not sell now for want of a certificate (rule IDN-3).</summary>
    public readonly bool IsMissingAt(DateTimeOffset now) =>
        Certificate == CertificateClass.None && now >= MustBy;

    /// <summary>The store must be certified by a moment, or sell no more; an earlier one stays.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Summon(DateTimeOffset mustBy)
    {
        if (Certificate != CertificateClass.None || MustBy <= mustBy)
        {
            return false;
        }

        _mustByMs = mustBy.ToUnixTimeMilliseconds();
        return true;
    }

    /// <summary>The seller applies for a certificate that the store has not.</summary>
    /// <param name="identity">Who stands behind the store.</param>
    /// <param name="asked">The certificate.</param>
    /// <param name="needsPlace">Whether somebody has to look at the place.</param>
    /// <param name="now">The moment.</param>
    /// <param name="given">A hash of all that is given.</param>
    public CertificationResult Apply(
        IdentityId identity, CertificateClass asked, bool needsPlace, DateTimeOffset now, long given = 0)
    {
        var isNext = asked == Certificate + 1;
        if (!isNext || ApplicationLifecycle.After(Status, ApplicationStep.Submit) is not { } next)
        {
            return CertificationResult.WrongStatus;
        }

        (Status, Identity, Given, Asked, Failures) = (next, identity, given, asked, 0);
        (_needsPlace, _readyMs) = ((byte)(needsPlace ? 1 : 0), 0);
        _appliedMs = now.ToUnixTimeMilliseconds();
        return CertificationResult.Done;
    }

    /// <summary>The seller hands in what a check asks for; again changes nothing.</summary>
    public CertificationResult HandIn(
        ApplicationStatus check, DateTimeOffset now, CertificationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (ApplicationLifecycle.After(Status, ApplicationStep.HandIn) != check)
        {
            return CertificationResult.WrongStatus;
        }

        if (_readyMs == 0)
        {
            (Status, _readyMs) = (check, (now + policy.DelayOf(check)).ToUnixTimeMilliseconds());
        }

        return CertificationResult.Done;
    }

    /// <summary>A check comes to its end; what was decided so before changes nothing.</summary>
    public CertificationResult Decide(
        ApplicationStatus check, CheckVerdict verdict, DateTimeOffset now, CertificationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (IsDecided(check, verdict))
        {
            return CertificationResult.Done;
        }

        if (Status != check || _readyMs == 0)
        {
            return CertificationResult.WrongStatus;
        }

        if (now < ReadyAt && verdict != CheckVerdict.Refuse)
        {
            return CertificationResult.TooEarly;
        }

        Failures = verdict == CheckVerdict.Fail ? (byte)(Failures + 1) : (byte)0;
        _readyMs = 0;
        if (StepOf(verdict, policy) is { } step)
        {
            Status = ApplicationLifecycle.After(Status, step)!.Value;
        }

        Certificate = Status == ApplicationStatus.Certified ? Asked : Certificate;
        return CertificationResult.Done;
    }

    /// <summary>The seller gives the application up; what was given up before changes nothing.</summary>
    public CertificationResult Withdraw()
    {
        if (Status == ApplicationStatus.Withdrawn)
        {
            return CertificationResult.Done;
        }

        if (ApplicationLifecycle.After(Status, ApplicationStep.Withdraw) is not { } next)
        {
            return CertificationResult.WrongStatus;
        }

        (Status, _readyMs, Failures) = (next, 0, 0);
        return CertificationResult.Done;
    }

    private readonly ApplicationStep? StepOf(CheckVerdict verdict, CertificationPolicy policy) =>
        verdict == CheckVerdict.Refuse || Failures > policy.RetriesMax ? ApplicationStep.Refuse
        : verdict == CheckVerdict.Fail ? null
        : Status == ApplicationStatus.Photo && NeedsPlace ? ApplicationStep.PassToOnSite
        : ApplicationStep.Pass;

    // A check that lies behind was passed; one that was failed waits for the seller; refused is refused.
    private readonly bool IsDecided(ApplicationStatus check, CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Pass => check < Status && Status <= ApplicationStatus.Certified
            && (check != ApplicationStatus.OnSite || NeedsPlace),
        CheckVerdict.Fail => Failures > 0 && _readyMs == 0
            && (Status == check || Status == ApplicationStatus.Refused),
        CheckVerdict.Refuse => Status == ApplicationStatus.Refused,
        _ => false,
    };

    private static DateTimeOffset? MomentOf(long ms) =>
        ms == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ms);
}

/// <summary>All that is kept of a certificate, laid open for hosts that store it one by one.</summary>
/// <param name="Identity">The identity that the application names.</param>
/// <param name="Given">A hash of all that the application gave.</param>
/// <param name="Status">How far the application is.</param>
/// <param name="Certificate">What the store is certified as.</param>
/// <param name="Asked">What it has applied for.</param>
/// <param name="Failures">How often the check under way was failed.</param>
/// <param name="NeedsPlace">Whether somebody has to look at the place.</param>
/// <param name="AppliedAt">When the store has applied, the last time; null if it never has.</param>
/// <param name="ReadyAt">When the check under way can be decided; null if nothing is being checked.</param>
/// <param name="MustBy">Until when the store must be certified; null if it need not be.</param>
public readonly record struct CertificationFacts(
    IdentityId Identity,
    long Given,
    ApplicationStatus Status,
    CertificateClass Certificate,
    CertificateClass Asked,
    byte Failures,
    bool NeedsPlace,
    DateTimeOffset? AppliedAt,
    DateTimeOffset? ReadyAt,
    DateTimeOffset? MustBy)
{
    /// <summary>The first thing that no history of a store leads to, in words, or null.</summary>
    public string? Problem() => this switch
    {
        { Status: > ApplicationStatus.Withdrawn } => "status: no such status",
        { Certificate: > CertificateClass.B } or { Asked: > CertificateClass.B } => "class: no such class",
        _ when Status == ApplicationStatus.None != Identity.IsNone =>
            "identity: of an application, and of each",
        _ when Status == ApplicationStatus.None != (AppliedAt is null) =>
            "applied at: of an application, and of each",
        _ when Status == ApplicationStatus.None != (Asked == CertificateClass.None) =>
            "asked: of an application, and of each",
        _ when Status == ApplicationStatus.Certified && Certificate != Asked =>
            "certificate: what was asked for",
        _ when Status != ApplicationStatus.Certified && Asked > Certificate + 1 => "asked: the next class",
        { ReadyAt: not null, Status: < ApplicationStatus.IdNumber or > ApplicationStatus.OnSite } =>
            "ready at: of a check that is under way",
        { Failures: > 0, Status: not ApplicationStatus.Refused } when !ApplicationLifecycle.IsOpen(Status) =>
            "failures: of a check that is under way, or was",
        { Status: ApplicationStatus.OnSite, NeedsPlace: false } => "on site: where it is asked for",
        _ => null,
    };
}
