namespace FlashSale.Simulator;

/// <summary>What stores have earned before today.</summary>
internal interface IStoreProfit
{
    /// <summary>The profit of a store on some days that ended so many days ago, in fen.</summary>
    /// <remarks>Both are whole weeks.</remarks>
    long ProfitFen(int store, int days, int daysAgo);
}
