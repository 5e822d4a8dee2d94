using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// Counts everything again from the orders up and compares it with what the market keeps. It trusts no total.
/// </summary>
/// <remarks>
/// The books count their own rows beside the orders, on another core if one is free. Both only read the
/// market, nothing that one of them writes is read by the other, and the checks stand in a fixed order: the
/// report is the same on any machine.
/// </remarks>
internal sealed class MarketAudit(MarketState market)
{
    // Below it, asking for another core costs more than it saves.
    private const int OrdersForTwoCores = 1 << 14;

    private readonly OrderRecount _recount = new(market);

    /// <summary>Runs all checks; nothing changes.</summary>
    public AuditReport Run()
    {
        var books = CheckBooks();
        return new AuditReport(
        [
            .. _recount.Orders.Checks(),
            StockAddsUp(),
            HoldsHaveOrders(),
            NobodyUndersold(),
            BuyerLimitsHold(),
            _recount.Orders.Sums.EscrowEqualsOrders(market.Accounts.Sum(AccountKind.Escrow), Moved),
            _recount.Orders.Payers.Close(
                channel => market.Accounts.Balance(new AccountId(AccountKind.Bank, (int)channel)),
                market.Accounts.Sum(AccountKind.Buyer), Moved),
            OrderMoney.MoneyIsConserved(market.Accounts.Sum),
            NoAccountOverdrawn(),
            StoresAgree(),
            .. books,
        ]);
    }

    // Counts the orders meanwhile; which of the two is done first changes nothing.
    private List<AuditCheck> CheckBooks()
    {
        if (market.Orders.Count < OrdersForTwoCores)
        {
            _recount.Count();
            return Check();
        }

        var books = Task.Run(Check);
        _recount.Count();
        return books.GetAwaiter().GetResult();

        List<AuditCheck> Check() => [.. market.Books.SelectMany(book => book.Audit())];
    }

    private AuditCheck StockAddsUp()
    {
        var findings = new AuditFindings("stock-adds-up", "INV-1, INV-4");
        long units = 0;
        foreach (var listing in Listings)
        {
            var putIn = market.Listings.History(listing).PutIn;
            var (inBuckets, sold, least) = (0L, 0L, 0);
            foreach (ref readonly var bucket in market.Listings.Stock(listing))
            {
                inBuckets += bucket.PutIn;
                sold += bucket.Sold;
                least = Math.Min(least, Math.Min(bucket.ForSale, Math.Min(bucket.Held, bucket.Sold)));
            }

            units += putIn;
            findings.Expect(
                inBuckets == putIn && least >= 0 && sold == _recount.SoldOf(listing),
                $"{listing}: put in {putIn}, in buckets {inBuckets}, "
                    + $"sold {sold}, by orders {_recount.SoldOf(listing)}");
        }

        return findings.Close(
            string.Create(CultureInfo.InvariantCulture, $"{units:#,0} units put in; sold ≤ stock"));
    }

    private AuditCheck HoldsHaveOrders()
    {
        var findings = new AuditFindings("holds-have-live-orders", "INV-2");
        long held = 0;
        foreach (var listing in Listings)
        {
            long units = 0;
            foreach (ref readonly var bucket in market.Listings.Stock(listing))
            {
                units += bucket.Held;
            }

            held += units;
            findings.Expect(
                units == _recount.HeldOf(listing),
                $"{listing}: {units} units held, {_recount.HeldOf(listing)} by live orders");
        }

        return findings.Close(
            string.Create(CultureInfo.InvariantCulture, $"{held:#,0} units held by live orders"));
    }

    private AuditCheck NobodyUndersold()
    {
        var findings = new AuditFindings("nobody-undersold", "INV-4");
        long refusals = 0;
        foreach (var listing in Listings)
        {
            var history = market.Listings.History(listing);
            refusals += history.Refusals;
            findings.Expect(
                history.Undersold == 0,
                $"{listing}: {history.Undersold} refusals while units were for sale");
        }

        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{refusals:#,0} refusals, each with too few units left"));
    }

    private AuditCheck BuyerLimitsHold()
    {
        var findings = new AuditFindings("buyer-limits-hold", "INV-3");
        foreach (var ((listing, buyer), units) in _recount.Orders.UnitsOfLimited)
        {
            var limit = market.Listings[listing].UnitsPerBuyer;
            var kept = market.Listings.UnitsOf(listing, buyer);
            findings.Expect(
                units <= limit && units == kept,
                $"{buyer} has {units} of {listing}, counted {kept}, allowed {limit}");
        }

        var all = market.Listings.UnitsOfBuyers();
        var counted = _recount.Orders.UnitsOfLimited.Values.Sum(units => (long)units);
        findings.Expect(all == counted, $"{all} units are kept for buyers, orders say {counted}");
        return findings.Close("no buyer has more than a listing allows");
    }

    private IEnumerable<ListingId> Listings => Enumerable.Range(0, market.Listings.Count)
        .Select(at => new ListingId(at)).Where(market.Listings.Exists);

    private Money Moved(MovementKind kind) => market.Accounts.Total(kind).Amount;

    private AuditCheck NoAccountOverdrawn()
    {
        var findings = new AuditFindings("no-account-overdrawn", "ESC-2");
        foreach (var kind in Enum.GetValues<AccountKind>().Where(kind => !new AccountId(kind).MayOverdraw))
        {
            for (var owner = 0; owner < market.Accounts.OwnersOf(kind); owner++)
            {
                var balance = market.Accounts.Balance(new AccountId(kind, owner));
                findings.Expect(!balance.IsNegative, $"{kind}:{owner} holds {balance}");
            }
        }

        return findings.Close("no account but the bank's and the lender's is below zero");
    }

    private AuditCheck StoresAgree()
    {
        var audit = new StoreAudit();
        for (var at = 0; at < market.Stores.Count; at++)
        {
            var store = new StoreId(at);
            if (market.Stores.Exists(store))
            {
                audit.Add(store, market.Stores[store], market.Accounts.Balance);
            }
        }

        return audit.Close();
    }
}
