namespace FlashSale.Simulator;

/// <summary>
/// The measures of certification; their columns come behind those of <see cref="SeasonMeasures"/>.
/// </summary>
public static class CertificationMeasures
{
    private static readonly List<SeasonMeasure> Declared = [];

#pragma warning disable CS1591 // The declaration says what it is.
    public static readonly SeasonMeasure DeliveredYoung =
        Of("delivered_young", "orders", "delivered, of stores in their first 90 days");
    public static readonly SeasonMeasure DeliveredOld = Of("delivered_old", "orders", "of older stores");
    public static readonly SeasonMeasure CheatedYoung = Of(
        "cheated_young", "orders", "of those of stores in their first 90 days, faulty by intent: truth");
    public static readonly SeasonMeasure CheatedOld =
        Of("cheated_old", "orders", "of those of older stores, faulty by intent: truth");
    public static readonly SeasonMeasure StoresAsked =
        Of("stores_asked", "stores", "that opened and must be certified before they sell (IDN-3)");
    public static readonly SeasonMeasure StoresSummoned =
        Of("stores_summoned", "stores", "that sold already and must be certified (IDN-3)");
    public static readonly SeasonMeasure Applications =
        Of("applications", "applications", "for certificates (IDN-1)");
    public static readonly SeasonMeasure ApplicationsBarred = Of("applications_barred", "applications",
        "of those, refused because the person is barred (IDN-4)");
    public static readonly SeasonMeasure Certificates =
        Of("certificates", "stores", "that got their first certificate");
    public static readonly SeasonMeasure SecondCertificates =
        Of("certificates_b", "stores", "that got the second one (IDN-3)");
    public static readonly SeasonMeasure CertificationCost =
        Of("certification_cost_yuan", "yuan", "that checks cost the platform");
    public static readonly SeasonMeasure IdentitiesBought =
        Of("identities_bought", "identities", "that professionals bought: truth");
    public static readonly SeasonMeasure CheatsKeptOut = Of("cheats_kept_out", "stores",
        "of professionals to whom a certificate was not worth its price: truth");
    public static readonly SeasonMeasure HonestGaveUp = Of("honest_gave_up", "stores",
        "of honest and careless sellers who gave up or were refused: truth");
    public static readonly SeasonMeasure StoresStopped =
        Of("stores_stopped", "stores", "that sold already and had no certificate in time (IDN-3)");
    public static readonly SeasonMeasure OwnersBarred =
        Of("owners_barred", "people", "a store of whom was closed for fakes (IDN-4)");
    public static readonly SeasonMeasure OwnersBack =
        Of("owners_back", "people", "of those, who sell again under another name: truth");
    public static readonly SeasonMeasure StoresCertified =
        Of("stores_certified", "stores", "open and certified when the day began", isLevel: true);
    public static readonly SeasonMeasure StoresUncertified = Of("stores_uncertified", "stores",
        "open, and not selling for want of a certificate when the day began", isLevel: true);
#pragma warning restore CS1591

    /// <summary>All, in the order of the columns.</summary>
    public static IReadOnlyList<SeasonMeasure> All => Declared;

    private static SeasonMeasure Of(string column, string unit, string meaning, bool isLevel = false) =>
        SeasonMeasure.Declare(Declared, SeasonModel.Certification, column, unit, meaning, isLevel);
}
