namespace FlashSale.Marketplace;

/// <summary>
/// What becomes of the money of a case: it is frozen first, and taken for good only when the verdict stands,
/// so that an upheld appeal brings all of it back (rules ESC-4, TRU-6, TRU-8).
/// </summary>
internal static class CaseMoney
{
    /// <summary>What is frozen for a case is the store's again.</summary>
    public static void Release(CaseFile file, int number, DateTimeOffset at)
    {
        var one = file[number];
        if (one.Frozen.IsPositive)
        {
            file.Add(Act(CaseActKind.Release, one, one.Frozen), at);
        }
    }

    /// <summary>
    /// The verdict stands. Guilty: buyers who complained get what they paid as far as it is frozen, the rest
    /// is free, and the fine is paid.
    /// </summary>
    public static void Settle(CaseFile file, int number, Func<Complaint, Money> owed, DateTimeOffset at)
    {
        var (one, left) = (file[number], file[number].Frozen);
        if (one.IsGuilty)
        {
            foreach (var complaint in file.Complaints.Where(complaint => complaint.Case == number).ToArray())
            {
                var part = Money.Min(owed(complaint), left);
                if (part.IsPositive)
                {
                    left -= part;
                    file.Add(
                        Act(CaseActKind.PayOut, one, part) with { Buyer = complaint.Order.Buyer }, at);
                }
            }
        }

        if (left.IsPositive)
        {
            file.Add(Act(CaseActKind.Release, one, left), at);
        }

        if (one.IsGuilty && one.Fine.IsPositive)
        {
            file.Add(Act(CaseActKind.Fine, one, one.Fine), at);
        }

        file.Settle(number);
    }

    private static CaseAct Act(CaseActKind kind, in Case one, Money amount) =>
        new() { Kind = kind, Store = one.Store, Case = one.Number, Amount = amount };
}
