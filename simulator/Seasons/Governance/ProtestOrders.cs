using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The orders of protesters: real commands in the market, so that holds end, limits bind, and the audit holds
/// during an attack (rules GOV-5, INV-2, INV-3, ORD-3, REP-1).
/// </summary>
/// <remarks>
/// Protesters buy under accounts of their own, behind those of the season's buyers. What an order is for
/// stands in its number.
/// </remarks>
internal sealed class ProtestOrders(SeasonRun run, ProtestHabits habits)
{
    private const int KindBits = 2;
    private const int KindMask = (1 << KindBits) - 1;
    private const long AfterMs = 3_600_000; // between one step of a protester and the next

    private readonly Dictionary<long, Hoard> _hoards = []; // by order
    private readonly Dictionary<int, int> _heldUnits = []; // by listing
    private readonly CartLine[] _line = new CartLine[1];
    private bool _isOrdering;

    private enum Purpose
    {
        LetClose = 0,
        SendBack,
        RatePoorly,
    }

    /// <summary>The account of a seller who protests, or of an organiser without a store.</summary>
    public BuyerId AccountOf(int participant, bool hasStore) =>
        new(run.World.FirstProtester.Value + (2 * participant) + (hasStore ? 0 : 1));

    /// <summary>The name of the checkout of an act: nothing else has it.</summary>
    public static CheckoutId IdOf(
        BuyerId account, int day, int act, ProtestAct kind, bool isPaid) => new(
            account, (((day * ProtestHabits.ActsMax) + act) << KindBits)
            | (int)(kind == ProtestAct.Rate ? Purpose.RatePoorly
                : isPaid ? Purpose.SendBack : Purpose.LetClose));

    /// <summary>Whether an order is a protester's.</summary>
    public bool IsOf(OrderId order) => !run.World.IsVisitor(order.Buyer);

    /// <summary>A protester orders at a store.</summary>
    public void Order(int store, CheckoutId id)
    {
        if (!run.Stores[store].IsOpen)
        {
            return;
        }

        var draws = Draws.For(run.World.Seed, id.Packed, Streams.Protest);
        var listing = new ListingId(
            run.Stores[store].FirstListing + run.World.RanksOf(run.Stores[store].Listings).Draw(ref draws));
        if (run.Market.View.Listing(listing) is not { } goods)
        {
            return; // the store puts it on sale later
        }

        var wanted = PurposeOf(id) switch
        {
            Purpose.LetClose => habits.HoardUnits,
            Purpose.SendBack => habits.PaidUnits,
            _ => 1,
        };
        var units = Math.Clamp(run.Market.View.Stock(listing).ForSale, 1, wanted);
        _line[0] = new CartLine(listing, units, goods.PriceAt(run.Now));
        _isOrdering = true;
        var answer = run.Market.Do(new Checkout(id, _line));
        _isOrdering = false;
        run.Recorder.Count(answer.Result == CheckoutResult.Placed
            ? SeasonMeasures.ProtestOrders : SeasonMeasures.ProtestRefused);
        if (answer.Result == CheckoutResult.Placed && PurposeOf(id) != Purpose.LetClose)
        {
            run.Plan(run.NowMs + 1, EventKind.StartPayment, 0, PaymentKey.Of(id, answer.Orders).Packed);
        }
    }

    /// <summary>A protester rates poorly what was bought for it (rule REP-1).</summary>
    public void Rate(OrderId order) => run.Market.Do(
        new Rate(order, Rating.Of(CreditRating.Poor, 1, 1, 1, 1)!.Value));

    /// <summary>Something happened to an order, a protester's or another.</summary>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        if (happened.Kind == MarketEventKind.SoldOut)
        {
            SoldOut(happened.Listing);
        }
        else if (IsOf(happened.Order))
        {
            Follow(happened, order, lines);
        }
    }

    public void Save(StateWriter writer) =>
        writer.WriteSpan<Hoard>([.. _hoards.OrderBy(one => one.Key).Select(one => one.Value)]);

    public void Load(StateReader reader)
    {
        foreach (var hoard in reader.ReadSpan<Hoard>())
        {
            Hold(hoard);
        }
    }

    private static Purpose PurposeOf(CheckoutId id) => (Purpose)(id.Number & KindMask);

    private static Purpose PurposeOf(OrderId order) => (Purpose)(order.Checkout.Number & KindMask);

    private void Follow(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        var purpose = PurposeOf(happened.Order);
        switch (happened.Kind)
        {
            case MarketEventKind.Placed when purpose != Purpose.RatePoorly:
                Hold(new Hoard(
                    happened.Order.Packed, run.NowMs, happened.Listing.Value, lines[0].Units));
                break;
            case MarketEventKind.Delivered:
                Received(order, purpose);
                break;
            case MarketEventKind.Confirmed when purpose == Purpose.RatePoorly:
                run.Plan(run.NowMs + AfterMs, EventKind.RatePoorly, 0, happened.Order.Packed);
                break;
            case MarketEventKind.StoreRated when !happened.IsByTime:
                run.Recorder.Count(SeasonMeasures.ProtestRatings);
                break;
            case MarketEventKind.Closed or MarketEventKind.Refunded or MarketEventKind.Confirmed:
                LetGo(happened.Order);
                break;
        }
    }

    // Goods that were taken for their own sake go back within the days that ORD-3 gives.
    private void Received(in Order order, Purpose purpose)
    {
        if (purpose == Purpose.RatePoorly)
        {
            run.Plan(run.NowMs + AfterMs, EventKind.Confirm, 0, order.Id.Packed);
            return;
        }

        var draws = Draws.For(run.World.Seed, order.Id.Packed, Streams.Protest, counter: 1);
        var within = run.Market.Policy.Orders.ReturnWithin.TotalMilliseconds - AfterMs;
        run.Plan(
            run.NowMs + (long)(Math.Max(0, within) * draws.Unit()), EventKind.Return, 0, order.Id.Packed);
    }

    private void Hold(in Hoard hoard)
    {
        _hoards[hoard.Order] = hoard;
        _heldUnits[hoard.Listing] = _heldUnits.GetValueOrDefault(hoard.Listing) + hoard.Units;
    }

    private void LetGo(OrderId order)
    {
        if (!_hoards.Remove(order.Packed, out var hoard))
        {
            return;
        }

        const double hourMs = 3_600_000;
        _heldUnits[hoard.Listing] -= hoard.Units;
        run.Recorder.Count(
            SeasonMeasures.HoardedUnitHours, (long)(hoard.Units * (run.NowMs - hoard.SinceMs) / hourMs));
    }

    // Whoever finds nothing because protesters hold it would have bought one.
    private void SoldOut(ListingId listing)
    {
        if (!_isOrdering && _heldUnits.GetValueOrDefault(listing.Value) > 0)
        {
            run.Recorder.Count(
                SeasonMeasures.ProtestLost, run.Market.View.Listing(listing)!.Value.PriceAt(run.Now).Fen);
        }
    }

    /// <summary>Units that a protester's order keeps from others.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    private readonly record struct Hoard(long Order, long SinceMs, int Listing, int Units);
}
