namespace FlashSale.Simulator;

/// <summary>How many rules that are in force can punish a seller (rule GOV-6).</summary>
internal static class ControlLevel
{
    /// <summary>The number under a policy.</summary>
    public static int Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var deposits = policy.Stores.ConsumerDeposit.IsPositive || policy.Stores.BrandDepositLow.IsPositive;
        return (deposits ? 1 : 0) + (policy.Trust.IsOn ? OfTrust(policy.Trust) : 0);
    }

    private static int OfTrust(TrustPolicy trust) => new[]
    {
        trust.MinorPoints > 0, // TRU-5: the first counterfeit that is punished
        trust.MajorPoints > 0, // every further one
        trust.MajorPoints > 0 && trust.CloseFromPoints <= trust.MajorPoints * CaseFile.CasesMax, // closed
        trust.ViolationPoints > 0, // TRU-6: hidden, suspended, sealed
        trust.BrandFine.IsPositive, // TRU-6: fines
        trust.RedFlagAt <= CaseFile.CasesMax, // TRU-7: barred
        trust.InspectsOtherStores, // IDN-4
        trust.ComplaintsToFreeze > 0, // ESC-4
    }.Count(punishes => punishes);
}
