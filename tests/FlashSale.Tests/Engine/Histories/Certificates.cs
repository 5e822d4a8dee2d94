using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>Stores on their way to a certificate.</summary>
internal static class Certificates
{
    /// <summary>The checks of a store that nobody has to look at.</summary>
    public static readonly ApplicationStatus[] Checks =
        [ApplicationStatus.IdNumber, ApplicationStatus.Remittance, ApplicationStatus.Photo];

    /// <summary>The numbers that identities, accounts and devices of generated histories have.</summary>
    public static readonly string[] Names = ["one", "two", "three", "bank", "phone"];

    /// <summary>An application for the first certificate.</summary>
    public static ApplyForCertificate Application(
        StoreId store, string who = "one", string account = "bank", string device = "phone") => new(
        store, CertificateClass.A, IdentityId.OfDocument(who), IdentityId.OfAccount(account),
        IdentityId.OfDevice(device), new RegionId(0));

    /// <summary>Takes a store through all checks; a day goes by with each.</summary>
    public static void Certified(this Market market, StoreId store)
    {
        var name = $"{store}";
        Assert.Equal(CertificationResult.Done, market.Do(Application(store, name, name, name)));
        foreach (var check in Checks)
        {
            Assert.Equal(CertificationResult.Done, market.Do(new HandIn(store, check)));
            market.AdvanceTo(market.Now.AddDays(1));
            Assert.Equal(
                CertificationResult.Done, market.Do(new DecideCheck(store, check, CheckVerdict.Pass)));
        }
    }
}
