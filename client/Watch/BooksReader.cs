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
        return new MarketReading
        {
            Now = now,
            Totals = new MarketTotals
            {
                Counted = tallies.Totals.Copy(),
                Escrow = view.Balance(AccountId.Escrow),
                Alive = view.Orders.Alive,
                SoldOut = tallies.SoldOut,
            },
            Seconds = tallies.TakeSeconds(now),
            Categories = tallies.Categories(),
            Regions = tallies.Regions(),
            Refusals =
            [
                new NamedAmount("sold-out", tallies.Totals.CountOf(MarketEventKind.SoldOut), Money.Zero),
            ],
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
