using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>
/// The account of a week of a store: what came in, what it cost, what is left (MODELS M16). Money in fen.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct AccountWeek
{
    /// <summary>The store.</summary>
    public int Store;

    /// <summary>The week, by the number of the season's calendar.</summary>
    public int Week;

    /// <summary>Orders paid.</summary>
    public int Orders;

    /// <summary>Units for sale at its end.</summary>
    public int Stock;

    /// <summary>Of those, units that nobody wanted for weeks.</summary>
    public int Unsold;

    /// <summary>Its level of price in 1/10,000.</summary>
    public int PriceBasisPoints;

    /// <summary>Paid by buyers: the market's own movements.</summary>
    public long SalesFen;

    /// <summary>Given back to buyers: the market's own movements.</summary>
    public long ReturnsFen;

    /// <summary>What the platform kept of it, less what it gave back: the market's own movements.</summary>
    public long CommissionFen;

    /// <summary>What the goods cost that were sold and did not come back.</summary>
    public long GoodsFen;

    /// <summary>Promotion.</summary>
    public long PromotionFen;

    /// <summary>Of the annual fee, less what came back.</summary>
    public long FeeFen;

    /// <summary>Wages and rent.</summary>
    public long WagesFen;

    /// <summary>Interest.</summary>
    public long InterestFen;

    /// <summary>Written off of goods that nobody wants.</summary>
    public long WrittenOffFen;

    /// <summary>Fines, compensation, frozen money that went to buyers: the market's own movements.</summary>
    public long PenaltiesFen;

    /// <summary>Paid for goods that were ordered.</summary>
    public long BoughtFen;

    /// <summary>What the seller has at its end.</summary>
    public long CashFen;

    /// <summary>What is left of the week.</summary>
    public readonly long ProfitFen => SalesFen - ReturnsFen - CommissionFen - GoodsFen - PromotionFen
        - FeeFen - WagesFen - InterestFen - WrittenOffFen - PenaltiesFen;

    /// <summary>Whether money moved, as it does after a store has closed.</summary>
    public readonly bool HasAny =>
        SalesFen != 0 || ReturnsFen != 0 || CommissionFen != 0 || GoodsFen != 0 || PenaltiesFen != 0;

    /// <summary>What an ordinary week costs, the goods too.</summary>
    public readonly long CostsFen => GoodsFen + PromotionFen + FeeFen + WagesFen + CommissionFen;
}
