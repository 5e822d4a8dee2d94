using System.Globalization;

namespace FlashSale.Engine;

/// <summary>
/// Counts reputation again from the first verdict on, and compares it with what the market keeps.
/// </summary>
internal sealed class ReputationRecount(MarketState market)
{
    public IEnumerable<AuditCheck> Run()
    {
        var fresh = new ReputationBook(market);
        var ratedOrders = 0;
        var known = new AuditFindings("verdicts-have-orders", "REP-1");
        for (var row = 0; row < market.Reputation.Verdicts; row++)
        {
            if (row % AuditLookAhead.Rows == 0)
            {
                AuditLookAhead.AtVerdict(market, fresh, row);
            }

            ref readonly var verdict = ref market.Reputation.VerdictAt(row);
            fresh.Note(verdict);
            ratedOrders += verdict.Points is null ? 0 : 1;
            var (order, isConfirmed) = (verdict.Order, IsConfirmed(verdict.Order));
            known.Expect(isConfirmed, $"a verdict on {order}, whose receipt was never confirmed");
        }

        var rated = CountRatedOrders();
        known.Expect(rated == ratedOrders, $"{rated} rated orders, {ratedOrders} ratings");
        var all = market.Reputation.Verdicts;
        yield return known.Close(
            string.Create(CultureInfo.InvariantCulture, $"{all:#,0} verdicts, {rated:#,0} with points"));
        yield return Compare(fresh);
    }

    private AuditCheck Compare(ReputationBook fresh)
    {
        var findings = new AuditFindings("reputation-equals-recount", "REP-2, REP-4");
        var (kept, now) = (market.Reputation, market.Now);
        for (var at = 0; at < market.Stores.Count; at++)
        {
            var store = new StoreId(at);
            findings.Expect(
                Same(kept.CreditOf(store), fresh.CreditOf(store))
                    && Same(kept.RatingOf(store, now), fresh.RatingOf(store, now)),
                $"{Differ(store, kept.CreditOf(store), fresh.CreditOf(store))}");
        }

        for (var at = 0; at < Math.Max(kept.Buyers, fresh.Buyers); at++)
        {
            var buyer = new BuyerId(at);
            findings.Expect(
                Same(kept.CreditOf(buyer), fresh.CreditOf(buyer)),
                $"{Differ(buyer, kept.CreditOf(buyer), fresh.CreditOf(buyer))}");
        }

        for (var at = 0; at < market.Policy.Categories.Count; at++)
        {
            var category = new CategoryId((byte)at);
            findings.Expect(
                Same(kept.RatingOf(category, now), fresh.RatingOf(category, now)),
                $"category {at} differs");
        }

        return findings.Close("credit and ratings of all stores, buyers and categories");
    }

    private static string Differ(object who, in Credit kept, in Credit counted) =>
        $"{who}: kept {kept.Points} points, counted {counted.Points}; or the ratings differ";

    private static bool Same(in Credit one, in Credit other) =>
        (one.Points, one.Good, one.Medium, one.Poor) == (other.Points, other.Good, other.Medium, other.Poor);

    private static bool Same(in RatingSums one, in RatingSums other)
    {
        var same = one.Orders == other.Orders;
        foreach (var component in Enum.GetValues<RatingComponent>())
        {
            same &= one.PointsOf(component) == other.PointsOf(component);
        }

        return same;
    }

    private bool IsConfirmed(OrderId id)
    {
        var place = market.Orders.Find(id);
        return place.IsLive
            ? market.Orders.Live(place.Row).ConfirmedAt is not null
            : place.IsEnded && market.Orders.EndedAt(place.Row).ConfirmedAt is not null;
    }

    private long CountRatedOrders()
    {
        long rated = 0;
        for (var row = 0; row < market.Orders.LiveRows; row++)
        {
            rated += market.Orders.IsLive(row) && market.Orders.Live(row).Rating != default ? 1 : 0;
        }

        for (var row = 0; row < market.Orders.Ended; row++)
        {
            rated += market.Orders.EndedAt(row).Rating != default ? 1 : 0;
        }

        return rated;
    }
}
