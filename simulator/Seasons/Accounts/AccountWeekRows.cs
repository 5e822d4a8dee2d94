namespace FlashSale.Simulator;

/// <summary>
/// The table truth_account_week of season.sqlite: no rule sees what a store spends and earns.
/// </summary>
internal static class AccountWeekRows
{
    private const int Columns = 18;

    /// <summary>Writes all weeks of all stores.</summary>
    public static void Write(SqliteFile file, SellerAccounts accounts)
    {
        file.Run(Resource.Text("account-schema.sql"));
        using var insert = file.Insert("truth_account_week", Columns);
        for (var row = 0; row < accounts.Weeks; row++)
        {
            var week = accounts.WeekAt(row);
            insert.Add(week.Store).Add(week.Week).Add(week.Orders).Add(week.SalesFen).Add(week.ReturnsFen)
                .Add(week.CommissionFen).Add(week.GoodsFen).Add(week.PromotionFen).Add(week.FeeFen)
                .Add(week.WagesFen).Add(week.InterestFen).Add(week.WrittenOffFen).Add(week.PenaltiesFen)
                .Add(week.ProfitFen).Add(week.CashFen).Add(week.Stock).Add(week.Unsold)
                .Add(week.PriceBasisPoints).Run();
        }
    }
}
