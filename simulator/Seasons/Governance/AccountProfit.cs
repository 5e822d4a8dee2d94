namespace FlashSale.Simulator;

/// <summary>What stores earn by their accounts, in the weeks that are over (rule GRW-3).</summary>
internal sealed class AccountProfit(SellerAccounts accounts) : IStoreProfit
{
    private const int DaysPerWeek = 7;

    /// <inheritdoc/>
    public long ProfitFen(int store, int days, int daysAgo) =>
        accounts.ProfitOf(store, days / DaysPerWeek, daysAgo / DaysPerWeek).Fen;
}
