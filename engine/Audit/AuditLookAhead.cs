using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// Reads what the audit's next rows lead to, so that their misses of the caches wait together and not one
/// after the other. Changes nothing.
/// </summary>
/// <remarks>What is returned has no meaning: it only keeps the loads from being left out.</remarks>
internal static class AuditLookAhead
{
    /// <summary>Rows that are looked at together.</summary>
    public const int Rows = 16;

    /// <summary>Looks at the live orders from a row on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AtLive(OrderBook orders, int from)
    {
        long touched = 0;
        for (var row = from; row < Math.Min(from + Rows, orders.LiveRows); row++)
        {
            touched ^= orders.TouchIndex(orders.Live(row).Id);
        }

        return touched;
    }

    /// <summary>Looks at the orders that have ended, from a row on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AtEnded(OrderBook orders, int from)
    {
        long touched = 0;
        for (var row = from; row < Math.Min(from + Rows, orders.Ended); row++)
        {
            touched ^= orders.TouchIndex(orders.EndedAt(row).Id);
        }

        return touched;
    }

    /// <summary>Looks at the verdicts from a row on: their orders, and what the caps remember.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AtVerdict(MarketState market, ReputationBook fresh, int from)
    {
        long touched = 0;
        var end = Math.Min(from + Rows, market.Reputation.Verdicts);
        for (var row = from; row < end; row++)
        {
            ref readonly var verdict = ref market.Reputation.VerdictAt(row);
            touched ^= market.Orders.TouchIndex(verdict.Order)
                ^ fresh.Touch(verdict.Order.Buyer, verdict.Store, verdict.Listing);
        }

        for (var row = from; row < end; row++)
        {
            var place = market.Orders.Find(market.Reputation.VerdictAt(row).Order);
            touched ^= place.IsLive ? market.Orders.Touch(place.Row)
                : place.IsEnded ? market.Orders.EndedAt(place.Row).ConfirmedAt.GetHashCode() : 0;
        }

        return touched;
    }
}
