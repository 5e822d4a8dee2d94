using System.Globalization;
using FlashSale.Engine;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

/// <summary>
/// A market in words: all that somebody outside can see or come to feel, without counters of refusals and
/// without which bucket lent a unit to which.
/// </summary>
internal static class MarketPicture
{
    public static string Of(Market market) => string.Join('\n', Lines(market, market.View));

    private static IEnumerable<string> Lines(Market market, MarketView view)
    {
        var state = market.State;
        yield return Say($"{market.Now} {state.Deadlines.Count} deadlines, {view.Switches.Flips} flips");
        yield return Say($"{state.Transfers.Count} transfers, {state.Reputation.Verdicts} verdicts");
        IEnumerable<string>[] parts =
        [
            Enumerable.Range(0, view.Stores).Select(at => OfStore(state, new StoreId(at))),
            view.SellersFrom(default).Select(id => OfSeller(view.SellerView(id))),
            view.CaseFilesFrom(new SellerId(int.MinValue)).Select(id => OfFile(view.Cases(id))),
            Enumerable.Range(0, view.Listings).Select(at => OfListing(state, view, new ListingId(at))),
            Enumerable.Range(0, Fair.Buyers).Select(at => OfBuyer(view, new BuyerId(at))),
            view.AllOrders().Select(OfOrder),
            Enum.GetValues<MovementKind>().Select(kind => Say($"{kind} {view.Movements(kind)}")),
            view.TrailBefore(null).Select(OfAct),
            Enum.GetValues<PaymentChannel>().Select(
                channel => Say($"{channel} {view.Balance(AccountId.Payer(channel, default))}")),
        ];
        foreach (var line in parts.SelectMany(part => part))
        {
            yield return line;
        }
    }

    private static string OfStore(MarketState market, StoreId id)
    {
        if (!market.Stores.Exists(id))
        {
            return Say($"{id} is none");
        }

        var store = market.Stores[id];
        var money = new[] { AccountKind.Store, AccountKind.StoreFrozen, AccountKind.StoreDeposit }
            .Select(kind => market.Accounts.Balance(new AccountId(kind, id.Value)));
        return Say($"{id} {store.Status} {store.SuspendedFor} {store.SecurityPaid} {store.ShortSince} ")
            + Say($"{market.Certifications.Of(id).Facts} ")
            + Say($"{market.Stores.CouponOf(id)} {string.Join(' ', money)} ")
            + Say($"{market.Reputation.CreditOf(id).Points} points, ")
            + Say($"{market.Reputation.RatingOf(id, market.Now).Orders} ratings");
    }

    /// <summary>An act of an operator in words.</summary>
    public static string OfAct(TrailEntry act) =>
        Say($"{act.Mark} {act.What} {act.Trace.Detail} {act.Trace.About} {act.Trace.By}");

    /// <summary>A seller in words.</summary>
    public static string OfSeller(SellerView? view) => view is null ? "none"
        : Say($"{view.Id} {string.Join(' ', view.Stores.Select(store => store.Id))} {view.HasMore} ")
            + Say($"{view.Credit.Points} points, ")
            + Say($"{view.Credit.Good} {view.Credit.Medium} {view.Credit.Poor}, earned {view.Earned}, ")
            + Say($"deposits {view.SecurityPaid} and {view.SecurityMissing} to pay");

    /// <summary>The file on a seller in words.</summary>
    public static string OfFile(CaseFileView? view) => view is null ? "no file"
        : Say($"{view.Seller} {view.Violations} violations {view.IsFlagged} {view.IsBarred}: ")
            + Say($"{string.Join(", ", view.Cases)}; {string.Join(", ", view.Stores)}; ")
            + string.Join(", ", view.Listings);

    private static string OfListing(MarketState market, MarketView view, ListingId id)
    {
        if (view.Listing(id) is not { } listing)
        {
            return Say($"{id} is none");
        }

        var units = Enumerable.Range(0, Fair.Buyers)
            .Select(at => market.Listings.UnitsOf(id, new BuyerId(at)));
        return Say($"{id} {listing.Price} {listing.IsWithdrawn} {listing.IsTakenDown} ")
            + Say($"{listing.Publication} {view.Publication(id)} ")
            + Say($"{market.Attributes.Of(id)} ")
            + Say($"{view.Stock(id) with { Refusals = 0 }} ")
            + Say($"of each buyer {string.Join(' ', units)}");
    }

    private static string OfBuyer(MarketView view, BuyerId id)
    {
        var lines = view.Cart(id).ToArray().Select(line => Say($"{line.Units} × {line.Listing}"));
        return Say($"{id} {view.Balance(new AccountId(AccountKind.Buyer, id.Value))} ")
            + Say($"{view.Credit(id).Points} points, cart {string.Join(", ", lines)}");
    }

    private static string OfOrder(OrderView order) =>
        Say($"{order.Id} {order.Status} {order.DepositChannel} {order.Channel} {order.RefusedFor} ")
        + Say($"{order.Total} paid {order.Escrow.Paid} released {order.Escrow.Released} ")
        + Say($"refunded {order.Escrow.Refunded} {order.Rating} ")
        + Say($"{order.PaidAt} {order.ShippedAt} {order.DeliveredAt} {order.ConfirmedAt} ")
        + string.Join(", ", order.Lines);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
