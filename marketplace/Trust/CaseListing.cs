namespace FlashSale.Marketplace;

/// <summary>
/// What becomes of the listing of a case: down on strong evidence or with the verdict, up again when nothing
/// is left against it (rules TRU-2, TRU-3, TRU-8).
/// </summary>
internal static class CaseListing
{
    /// <summary>Strong evidence takes the listing down, where the policy says so (rule TRU-2).</summary>
    public static void TakeDownOn(
        int basisPoints, CaseFile file, int number, DateTimeOffset now, TrustPolicy policy)
    {
        ref var one = ref file[number];
        if (policy.TakeDownFromBasisPoints > 0 && basisPoints >= policy.TakeDownFromBasisPoints
            && one.HasListing && !one.HasTakenDown)
        {
            one.HasTakenDown = true;
            TakeDown(file, number, now);
        }
    }

    /// <summary>The listing is taken down.</summary>
    public static void TakeDown(CaseFile file, int number, DateTimeOffset now)
    {
        var listing = file[number].Listing;
        if (listing != Case.NoListing)
        {
            file.Add(new CaseAct { Kind = CaseActKind.TakeDown, Listing = listing, Case = number }, now);
        }
    }

    /// <summary>The listing is on sale again, unless another case keeps it down.</summary>
    public static void PutUp(CaseFile file, int number, DateTimeOffset now)
    {
        var listing = file[number].Listing;
        if (listing != Case.NoListing && !file.Cases.Any(other => other.Number != number
            && other.Listing == listing && (other.IsGuilty || (other.HasTakenDown && other.IsUndecided))))
        {
            file.Add(new CaseAct { Kind = CaseActKind.PutUp, Listing = listing, Case = number }, now);
        }
    }
}
