namespace FlashSale.Engine;

/// <summary>
/// Carries checkouts out: from lines to placed orders, or a refusal that changes nothing, as
/// <see cref="CheckoutRules"/>, <see cref="PlacingProcess"/> and <see cref="CheckoutPricing"/> say. The
/// cluster's twin is ClusterCheckouts.
/// </summary>
internal sealed class EngineCheckouts(MarketState market)
{
    private readonly OrderLine[] _lines = new OrderLine[Limits.LinesPerCartMax];
    private readonly StoreId[] _stores = new StoreId[Limits.LinesPerCartMax];
    private readonly int[] _parts = new int[Limits.LinesPerCartMax];
    private readonly int[] _buckets = new int[Limits.LinesPerCartMax];
    private readonly OrderLine[] _ofOrder = new OrderLine[Limits.LinesPerCartMax];
    private readonly CheckoutPricing _pricing = new();

    /// <summary>Places the orders of a checkout.</summary>
    public CheckoutAnswer Checkout(CheckoutId id, ReadOnlySpan<CartLine> lines)
    {
        if (CheckoutRules.RefuseWhole(id, lines.Length, market.Size.BuyersMax, market.Policy.Carts)
            is { } senseless)
        {
            return senseless;
        }

        if (market.Orders.Find(id.Order(0)) is { IsKnown: true } known)
        {
            return Repeat(id, known, Fingerprint.Of(lines));
        }

        if (Refuse(lines) is { } refusal)
        {
            return refusal;
        }

        var parts = Group(lines);
        if (!market.Orders.HasRoomFor(parts) || CheckoutRules.AreWorthTooMuch(lines))
        {
            return CheckoutAnswer.Refused(CheckoutResult.OverLimit);
        }

        return Hold(id, lines) is { IsPlaced: false } placing
            ? CheckoutAnswer.Refused(CheckoutRules.ResultOf(placing.Refusal), placing.RefusedLine)
            : Place(id, lines, parts);
    }

    private CheckoutAnswer Repeat(CheckoutId id, OrderPlace first, ulong fingerprint)
    {
        var orders = market.Orders;
        var (known, parts) = first.IsLive
            ? (orders.Live(first.Row).Fingerprint, orders.Live(first.Row).OrdersInCheckout)
            : (orders.EndedAt(first.Row).Fingerprint, orders.EndedAt(first.Row).OrdersInCheckout);
        var tally = default(CheckoutTally);
        for (var part = 0; part < parts; part++)
        {
            var place = orders.Find(id.Order(part));
            if (place.IsLive)
            {
                tally.Add(orders.Live(place.Row).Total, orders.Live(place.Row).PayBy);
            }
            else
            {
                tally.Add(orders.EndedAt(place.Row).Total, PayByOf(orders.EndedAt(place.Row)));
            }
        }

        return tally.Again(known, fingerprint);
    }

    /// <summary>Until when an order could be paid that has ended, to the second.</summary>
    private DateTimeOffset PayByOf(in EndedOrder order)
    {
        ref readonly var listing = ref market.Listings[market.Orders.EndedLineAt(order, 0).Listing];
        return OrderTally.PayBy(order.IsFestival, listing, market.Policies, order.PlacedAt);
    }

    /// <summary>What is wrong with the lines themselves, before any unit is held.</summary>
    private CheckoutAnswer? Refuse(ReadOnlySpan<CartLine> lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (CheckoutRules.RefuseForm(lines, at) is { } senseless)
            {
                return senseless;
            }

            var id = lines[at].Listing;
            if (!market.Listings.Exists(id))
            {
                return CheckoutAnswer.Refused(CheckoutResult.NotForSale, at);
            }

            ref readonly var listing = ref market.Listings[id];
            var canSell = market.Stores.CanSell(listing.Store);
            if (CheckoutRules.RefuseLine(lines, at, listing, canSell, market.Now) is { } refusal)
            {
                return refusal;
            }
        }

        return Admit();
    }

    private CheckoutAnswer? Admit()
    {
        var answer = market.Admission.Ask(market.Now, market.Policy.Admission);
        return answer.Result == AdmissionResult.Admitted
            ? null
            : CheckoutRules.Throttled(answer.Wait, market.Now);
    }

    /// <summary>
    /// Gives every line the number of its store among the checkout's stores; returns how many stores there
    /// are.
    /// </summary>
    private int Group(ReadOnlySpan<CartLine> lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            _stores[at] = market.Listings[lines[at].Listing].Store;
        }

        return CheckoutRules.Group(_stores.AsSpan(0, lines.Length), _parts);
    }

    private PlacingProcess Hold(CheckoutId id, ReadOnlySpan<CartLine> lines)
    {
        var process = new PlacingProcess(lines.Length);
        while (process.TryNext(out var step, out var at))
        {
            var (listing, units) = (lines[at].Listing, lines[at].Units);
            if (step == LineStep.Reserve)
            {
                var result = market.Listings.ReserveAtOrder(listing, id.Buyer, units, out _buckets[at]);
                process.Took(at, result);
                if (result == ReserveResult.SoldOut)
                {
                    market.Tell(MarketEvent.SoldOut(listing, market.Now));
                }
            }
            else if (market.Listings[listing].Hold == HoldMode.AtOrder)
            {
                market.Listings.Release(listing, id.Buyer, _buckets[at], units);
            }
        }

        return process;
    }

    private CheckoutAnswer Place(CheckoutId id, ReadOnlySpan<CartLine> lines, int parts)
    {
        var priced = _lines.AsSpan(0, lines.Length);
        var goods = new EngineGoods(market, lines, _buckets);
        var areFrozen = market.Switches.IsOn(Switch.CouponsFrozen, market.Now);
        _pricing.Price(goods, lines, _parts, parts, market.Policy.Carts, areFrozen, market.Now, priced);
        var fingerprint = Fingerprint.Of(lines);
        var tally = default(CheckoutTally);
        for (var part = 0; part < parts; part++)
        {
            var count = Take(priced, part);
            var ofOrder = _ofOrder.AsSpan(0, count);
            var terms = CheckoutPricing.TermsOf(
                goods, priced, _parts, part, parts, fingerprint, market.Policy, market.Now);
            var order = new Order(id.Order(part), _stores[part], terms, market.Now);
            var row = market.Orders.Add(order, ofOrder);
            market.Deadlines.Add(Due.Payment, order.PayBy, order.Id.Packed);
            tally.Place(order, ofOrder, out var placed);
            market.Tell(placed, row);
        }

        foreach (ref readonly var line in lines)
        {
            market.Carts.Remove(id.Buyer, line.Listing);
        }

        return tally.Answer();
    }

    private int Take(ReadOnlySpan<OrderLine> lines, int part)
    {
        var count = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            if (_parts[at] == part)
            {
                _ofOrder[count++] = lines[at];
            }
        }

        return count;
    }
}
