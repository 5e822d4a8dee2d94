using System.Globalization;
using FlashSale.Engine;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>What can be asked of a market, whatever keeps it.</summary>
internal sealed record MarketViews(
    Func<StoreId, ValueTask<StoreView?>> Store,
    Func<SellerId, ValueTask<SellerView?>> Seller,
    Func<SellerId, ValueTask<CaseFileView?>> Cases,
    Func<ListingId, ValueTask<ListingView?>> Listing,
    Func<BuyerId, ValueTask<IReadOnlyList<CartLine>>> Cart,
    Func<OrderId, ValueTask<OrderView?>> Order,
    Func<AccountId, ValueTask<Money>> Balance)
{
    public static MarketViews Of(Market market) => new(
        id => ValueTask.FromResult(market.View.StoreView(id)),
        id => ValueTask.FromResult(market.View.SellerView(id)),
        id => ValueTask.FromResult(market.View.Cases(id)),
        id => ValueTask.FromResult(market.View.ListingView(id)),
        id => ValueTask.FromResult<IReadOnlyList<CartLine>>(market.View.Cart(id).ToArray()),
        id => ValueTask.FromResult(market.View.Order(id)),
        id => ValueTask.FromResult(market.View.Balance(id)));

    public static MarketViews Of(IMarketplace port) => new(
        port.FindStore, port.FindSeller, port.FindCases, port.FindListing, port.FindCart, port.FindOrder,
        port.FindBalance);

    /// <summary>
    /// The fair in words, without counters of refusals: lines that are looked at side by side may be refused
    /// for one and counted for another.
    /// </summary>
    public async Task<string> Picture()
    {
        var lines = new List<string>();
        for (var store = 0; store < Fair.Stores; store++)
        {
            var seen = await Store(new StoreId(store));
            lines.Add(Say($"{seen} {seen?.Store.Status} {seen?.Store.SuspendedFor} ")
                + Say($"{seen?.Store.ShortSince:O} {seen?.Certification.Facts}"));
            foreach (var kind in (AccountKind[])[AccountKind.StoreFrozen, AccountKind.StoreDeposit])
            {
                lines.Add(Say($"{kind} {await Balance(new AccountId(kind, store))}"));
            }
        }

        for (var seller = 0; seller < Fair.Stores; seller++)
        {
            lines.Add(MarketPicture.OfSeller(await Seller(new SellerId(seller))));
            lines.Add(MarketPicture.OfFile(await Cases(new SellerId(seller))));
        }

        for (var listing = 0; listing < Fair.Listings; listing++)
        {
            lines.Add(OfListing(await Listing(new ListingId(listing))));
        }

        for (var buyer = 0; buyer < Fair.Buyers; buyer++)
        {
            await Add(lines, new BuyerId(buyer));
        }

        foreach (var account in (AccountId[])[AccountId.Escrow, AccountId.Platform, AccountId.Lender])
        {
            lines.Add(Say($"{account} {await Balance(account)}"));
        }

        return string.Join('\n', lines);
    }

    private async Task Add(List<string> lines, BuyerId id)
    {
        lines.Add(Say($"{id} {await Balance(new AccountId(AccountKind.Buyer, id.Value))} "));
        lines.Add(string.Join(", ", await Cart(id)));
        for (var number = 0; number < Fair.CheckoutsPerBuyer; number++)
        {
            for (var part = 0; part < 3; part++)
            {
                lines.Add(OfOrder(await Order(new CheckoutId(id, number).Order(part))));
            }
        }
    }

    private static string OfListing(ListingView? view) => view is null
        ? "none"
        : Say($"{view.Id} {view.Title} {view.Attributes} {view.Listing.Price} {view.Listing.IsWithdrawn} ")
            + Say($"{view.Listing.Publication} ")
            + Say($"{view.PriceNow} {view.Stock with { Refusals = 0 }}");

    private static string OfOrder(OrderView? order) => order is null
        ? "none"
        : Say($"{order.Id} {order.Status} {order.HasEnded} {order.DepositChannel} {order.Channel} ")
            + Say($"{order.RefusedFor} {order.Total} ")
            + Say($"paid {order.Escrow.Paid} released {order.Escrow.Released} ")
            + Say($"refunded {order.Escrow.Refunded} {order.Rating} {order.PlacedAt:O} {order.PaidAt:O} ")
            + Say($"{order.ShippedAt:O} {order.DeliveredAt:O} {order.ConfirmedAt:O} ")
            + string.Join(", ", order.Lines);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
