using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>What a store has, owes and has earned; the seller's purse, which no rule sees (M16).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct SellerAccount
{
    /// <summary>The week so far.</summary>
    public AccountWeek Week;

    /// <summary>What the seller has, what lies in the store's account at the guarantor too, in fen.</summary>
    public long CashFen;

    /// <summary>
    /// What the store has at the guarantor, as the events of its orders and what it paid say.
    /// </summary>
    public long EarnedFen;

    /// <summary>
    /// What other movements took from it so far; what it brought in when it opened is below 0.
    /// </summary>
    public long TakenFen;

    /// <summary>What of orders came in this week.</summary>
    public long CameFen;

    /// <summary>Promotion that it has not paid yet.</summary>
    public long PromotionOwedFen;

    /// <summary>Parts of the annual fee that it has not paid yet.</summary>
    public long FeeOwedFen;

    /// <summary>The parts of the annual fee of this calendar year.</summary>
    public long FeeOfYearFen;

    /// <summary>What it paid of them.</summary>
    public long FeePaidFen;

    /// <summary>What it sold in the calendar year, less what went back.</summary>
    public long SalesOfYearFen;

    /// <summary>What a usual week costs: the mean of the last ones, the younger the weightier.</summary>
    public double UsualCostFen;

    /// <summary>Its level of price.</summary>
    public double Price;

    /// <summary>Points that an older store would have had before the season (rule REP-2).</summary>
    public int PointsBefore;

    /// <summary>Units for sale at the end of the last week.</summary>
    public int Stock;

    /// <summary>Whole weeks that have an account.</summary>
    public int Weeks;

    /// <summary>Whether it has bought a data product; 1 or 0.</summary>
    public int HasDataProduct;

    /// <summary>Whether it is still held back as a newcomer; 1 or 0.</summary>
    public int IsHeldBack;

    private WeekProfits _profits;

    /// <summary>Notes the profit of a whole week.</summary>
    public void Note(long profitFen)
    {
        _profits[WeekProfits.PlaceOf(Weeks)] = profitFen;
        Weeks++;
    }

    /// <summary>The profit of some whole weeks, which ended so many weeks ago; of fewer if there were no
    /// more.</summary>
    public readonly (long Fen, int Weeks) ProfitOf(int weeks, int weeksAgo = 0)
    {
        var last = Weeks - weeksAgo;
        var first = Math.Max(Math.Max(0, last - weeks), Weeks - WeekProfits.WeeksMax);
        var sum = 0L;
        for (var week = first; week < last; week++)
        {
            sum += _profits[WeekProfits.PlaceOf(week)];
        }

        return (sum, Math.Max(0, last - first));
    }
}
