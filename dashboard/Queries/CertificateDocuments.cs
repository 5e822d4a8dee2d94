namespace FlashSale.Dashboard;

/// <summary>A store's certificate and its application for one (rules IDN-1 to IDN-3).</summary>
internal sealed record CertificateDocument(
    CertificateClass Class,
    ApplicationStatus Application,
    CertificateClass Asked,
    DateTimeOffset? AppliedAt,
    DateTimeOffset? ReadyAt,
    int Failures,
    bool OnSite,
    DateTimeOffset? MustBy)
{
    /// <summary>The document; null of a store that never asked and was never asked.</summary>
    public static CertificateDocument? Of(Certification certification) => certification.IsEmpty
        ? null
        : new CertificateDocument(
            certification.Certificate, certification.Status, certification.Asked, certification.AppliedAt,
            certification.ReadyAt, certification.Failures, certification.NeedsPlace, certification.MustBy);
}

/// <summary>An application that waits: for the seller, for time, or for whoever decides.</summary>
internal sealed record ApplicationDocument(
    StoreId Store, string Name, SellerId Seller, CertificateDocument Certificate);

/// <summary>A page of applications; without «next» it is the last one.</summary>
internal sealed record ApplicationPageDocument(IReadOnlyList<ApplicationDocument> Applications, StoreId? Next)
{
    public static ApplicationPageDocument Of(StorePage page) => new(
        [.. page.Stores.Select(store => new ApplicationDocument(
            store.Id, store.Name, store.Store.Owner, CertificateDocument.Of(store.Certification)!))],
        page.Next);
}
