using FlashSale.Engine;
using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>
/// The accounts of all stores against the market's own books, to the fen (rules ESC-2, STO-5).
/// </summary>
internal static class AccountAudit
{
    // What orders, fees and promotion move; the rest is told from what is left in the stores' accounts.
    private static readonly MovementKind[] Known =
    [
        MovementKind.Release, MovementKind.Return, MovementKind.AnnualFee, MovementKind.AnnualFeeReturned,
        MovementKind.Promotion,
    ];

    /// <summary>The checks, in a fixed order.</summary>
    public static IEnumerable<RunCheck> Of(SeasonRun run, SellerAccounts accounts)
    {
        var (view, sums) = (run.Market.View, Sum(accounts));
        var late = accounts.LateFen; // came, and went back at once
        yield return Equal("accounts-sales", sums.SalesFen, Moved(view, MovementKind.Payment) - late);
        yield return Equal("accounts-returns", sums.ReturnsFen, Moved(view, MovementKind.Refund)
            + Moved(view, MovementKind.Return) + Moved(view, MovementKind.CommissionReturn) - late);
        yield return Equal("accounts-commission", sums.CommissionFen,
            Moved(view, MovementKind.Commission) - Moved(view, MovementKind.CommissionReturn));
        var (fees, promotion) = Owed(accounts);
        yield return Equal("accounts-annual-fees", sums.FeeFen, Moved(view, MovementKind.AnnualFee)
            - Moved(view, MovementKind.AnnualFeeReturned) + fees);
        yield return Equal(
            "accounts-promotion", sums.PromotionFen, Moved(view, MovementKind.Promotion) + promotion);
        yield return Equal("accounts-other-movements", Taken(accounts), Enum.GetValues<MovementKind>()
            .Where(kind => !Known.Contains(kind)).Sum(kind => Moved(view, kind) * TakenBy(kind)));
    }

    private static AccountWeek Sum(SellerAccounts accounts)
    {
        var sum = default(AccountWeek);
        for (var at = 0; at < accounts.Weeks; at++)
        {
            Add(ref sum, accounts.WeekAt(at));
        }

        for (var store = 0; store < accounts.Count; store++)
        {
            Add(ref sum, accounts[store].Week);
        }

        return sum;
    }

    private static void Add(ref AccountWeek sum, in AccountWeek week)
    {
        sum.SalesFen += week.SalesFen;
        sum.ReturnsFen += week.ReturnsFen;
        sum.CommissionFen += week.CommissionFen;
        sum.FeeFen += week.FeeFen;
        sum.PromotionFen += week.PromotionFen;
    }

    private static (long Fees, long Promotion) Owed(SellerAccounts accounts)
    {
        var (fees, promotion) = (0L, 0L);
        for (var store = 0; store < accounts.Count; store++)
        {
            fees += accounts[store].FeeOwedFen;
            promotion += accounts[store].PromotionOwedFen;
        }

        return (fees, promotion);
    }

    private static long Taken(SellerAccounts accounts) => Enumerable.Range(0, accounts.Count)
        .Sum(store => accounts[store].TakenFen + accounts.TakenFrom(store));

    // 1 if a movement takes from what a store has at the guarantor; −1 if it adds to it.
    private static int TakenBy(MovementKind kind)
    {
        var rule = MovementTable.Of(kind);
        return (IsOfStore(rule.From) ? 1 : 0) - (IsOfStore(rule.To) ? 1 : 0);

        static bool IsOfStore(AccountKind? account) =>
            account is { } kind && AccountTable.OwnerOf(kind) == AccountOwner.Store;
    }

    private static long Moved(MarketView view, MovementKind kind) => view.Movements(kind).Amount.Fen;

    private static RunCheck Equal(string name, long inAccounts, long inMarket) => new(
        name, inAccounts == inMarket,
        Invariant($"{inAccounts / 100m:#,0.00} yuan in accounts, {inMarket / 100m:#,0.00} in the market"));
}
