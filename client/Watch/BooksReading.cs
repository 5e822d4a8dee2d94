using FlashSale.Dashboard;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>Reads the books of a market for the dashboard, with the checks that follow from totals.</summary>
internal static class BooksReading
{
    /// <summary>The market as it stands; on the market's own thread.</summary>
    public static MarketReading Of(MarketView view, DateTimeOffset now, MarketTallies tallies)
    {
        var hot = tallies.Best.Read();
        var (placed, alive) = view.Orders;
        return new MarketReading
        {
            Now = now,
            Totals = new MarketTotals
            {
                Placed = placed,
                Payments = view.Movements(MovementKind.Payment).Count,
                Paid = view.Movements(MovementKind.Payment).Amount,
                Refunds = Back(view, total => total.Count),
                Refunded = Money.FromFen(Back(view, total => total.Amount.Fen)),
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
                LiveChecks.NothingOversold(hot), MoneyConserved(view), EscrowAddsUp(view),
                NothingOverdrawn(view),
            ],
            Flips = [.. view.Switches.Trace],
        };
    }

    private static long Back(MarketView view, Func<MovementTotal, long> of) =>
        of(view.Movements(MovementKind.Refund)) + of(view.Movements(MovementKind.Return))
        + of(view.Movements(MovementKind.CommissionReturn));

    private static AuditCheck MoneyConserved(MarketView view)
    {
        var findings = new AuditFindings("money-is-conserved", "ESC-2");
        var sum = Enum.GetValues<AccountKind>().Aggregate(Money.Zero, (all, kind) => all + view.Sum(kind));
        findings.Expect(sum == Money.Zero, $"all accounts sum to {sum}");
        return findings.Close("all accounts sum to ¥0.00");
    }

    private static AuditCheck EscrowAddsUp(MarketView view)
    {
        var findings = new AuditFindings("escrow-adds-up", "ESC-1, ESC-3");
        var held = view.Balance(AccountId.Escrow);
        var expected = Moved(MovementKind.Payment) - Moved(MovementKind.Release)
            - Moved(MovementKind.Commission) - Moved(MovementKind.DepositForfeited)
            - Moved(MovementKind.Refund);
        findings.Expect(held == expected, $"escrow holds {held}, movements say {expected}");
        return findings.Close($"paid − released − refunded = {held}");

        Money Moved(MovementKind kind) => view.Movements(kind).Amount;
    }

    private static AuditCheck NothingOverdrawn(MarketView view)
    {
        var findings = new AuditFindings("nothing-overdrawn", "ESC-2");
        foreach (var kind in Enum.GetValues<AccountKind>())
        {
            if (kind is not (AccountKind.Bank or AccountKind.Lender))
            {
                findings.Expect(!view.Sum(kind).IsNegative, $"{kind} holds {view.Sum(kind)}");
            }
        }

        return findings.Close("no kind of account is below zero");
    }
}
