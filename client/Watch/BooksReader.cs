using FlashSale.Dashboard;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>Reads the books of a market for the dashboard, with the checks that follow from totals.</summary>
internal static class BooksReader
{
    /// <summary>The market as it stands; on the market's own thread.</summary>
    public static MarketReading Of(MarketView view, DateTimeOffset now, MarketTallies tallies)
    {
        var hot = tallies.Best.Read();
        var (placed, alive) = view.Orders;
        var money = OrderMoney.OfMovements(Moved);
        return new MarketReading
        {
            Now = now,
            Totals = new MarketTotals
            {
                Placed = placed,
                Payments = view.Movements(MovementKind.Payment).Count,
                Paid = money.Paid,
                Refunds = Enum.GetValues<MovementKind>().Where(kind => MovementTable.Of(kind).To is null)
                    .Sum(kind => view.Movements(kind).Count),
                Refunded = money.Refunded,
                Escrow = view.Balance(AccountId.Escrow),
                Alive = alive,
                Confirmed = tallies.Confirmed,
                SoldOut = hot.Count(one => one.Stock.ForSale == 0),
            },
            Seconds = tallies.TakeSeconds(now),
            Categories = tallies.Categories(),
            Regions = tallies.Regions(),
            Refusals = [new NamedAmount("sold-out", tallies.SoldOutRefusals, Money.Zero)],
            Hot = hot,
            Checks =
            [
                LiveChecks.NothingOversold(hot), OrderMoney.MoneyIsConserved(view.Sum),
                OrderMoney.EscrowAddsUp(view.Balance(AccountId.Escrow), Moved), NothingOverdrawn(view),
            ],
            Flips = [.. view.Switches.Trace],
        };

        Money Moved(MovementKind kind) => view.Movements(kind).Amount;
    }

    private static AuditCheck NothingOverdrawn(MarketView view)
    {
        var findings = new AuditFindings("nothing-overdrawn", "ESC-2");
        foreach (var kind in Enum.GetValues<AccountKind>())
        {
            if (!new AccountId(kind).MayOverdraw)
            {
                findings.Expect(!view.Sum(kind).IsNegative, $"{kind} holds {view.Sum(kind)}");
            }
        }

        return findings.Close("no kind of account is below zero");
    }
}
