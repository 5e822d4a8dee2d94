namespace FlashSale.Simulator;

/// <summary>What incumbents' protection takes from stores that are new (MODELS M16).</summary>
internal sealed class Newcomers(SeasonRun run, GrowthHabits growth)
{
    private const int NewDays = 90; // S0: a baby store

    private double Left => 1 - growth.IncumbentsProtection;

    /// <summary>A store opens: buyers look less at a new one.</summary>
    public void Admit(ref SellerAccount account, ref SeasonStore row)
    {
        var day = (int)(run.NowMs / SeasonDay.Ms);
        if (growth.IncumbentsProtection > 0 && day - row.OpenedDay < NewDays)
        {
            account.IsHeldBack = 1;
            row.Appeal *= Left;
        }
    }

    /// <summary>It is no longer new: buyers look at it as at any other.</summary>
    public void Look(ref SellerAccount account, ref SeasonStore row, int day)
    {
        if (account.IsHeldBack == 1 && day - row.OpenedDay >= NewDays)
        {
            account.IsHeldBack = 0;
            row.Appeal /= Left;
        }
    }
}
