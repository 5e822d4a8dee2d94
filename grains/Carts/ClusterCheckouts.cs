namespace FlashSale.Grains;

/// <summary>
/// Carries checkouts out: from lines to placed orders, or a refusal that changes nothing, as
/// <see cref="CheckoutRules"/>, <see cref="PlacingProcess"/> and <see cref="CheckoutPricing"/> say. The
/// engine's twin is EngineCheckouts.
/// </summary>
/// <remarks>
/// Units are held first, then the orders are saved, then the buyer is answered. After a crash in between, the
/// listings ask what became of the order, and put the units back on sale.
/// </remarks>
internal sealed class ClusterCheckouts(CartScope scope)
{
    private readonly HashSet<CheckoutId> _underWay = [];

    /// <summary>Whether units may be held for a checkout that is not saved yet.</summary>
    public bool IsUnderWay(CheckoutId id) => _underWay.Contains(id);

    /// <summary>Places the orders of a checkout.</summary>
    public async Task<CheckoutAnswer> Checkout(CheckoutId id, CartLine[] lines)
    {
        var (book, policy) = (scope.Book, scope.Room.Policy);
        if (CheckoutRules.RefuseWhole(id, lines.Length, scope.Room.Limits.BuyersMax, policy.Carts)
            is { } senseless)
        {
            return senseless;
        }

        if (await book.Find(id) is { } known)
        {
            return Repeat(known, Fingerprint.Of(lines));
        }

        if (book.Live.Count >= scope.Room.Limits.CheckoutsPerBuyerMax)
        {
            return CheckoutAnswer.Refused(CheckoutResult.OverLimit);
        }

        _underWay.Add(id);
        try
        {
            return lines.Length == 1 && CheckoutRules.RefuseForm(lines, 0) is null
                    && !CheckoutRules.AreWorthTooMuch(lines)
                ? await CheckoutOne(id, lines)
                : await CheckoutAll(id, lines);
        }
        finally
        {
            _underWay.Remove(id);
        }
    }

    private CheckoutAnswer Repeat(CheckoutRow row, ulong fingerprint)
    {
        var tally = default(CheckoutTally);
        foreach (var order in row.Orders)
        {
            tally.Add(order.Order.Total, OrderPast.PayBy(order, scope.Room.Policies));
        }

        return tally.Again(row.Orders[0].Order.Fingerprint, fingerprint);
    }

    /// <summary>One line: one call checks it and holds its units.</summary>
    private async Task<CheckoutAnswer> CheckoutOne(CheckoutId id, CartLine[] lines)
    {
        if (scope.Room.Festival.Admit(scope.Now) is { } refusal)
        {
            return refusal;
        }

        var order = id.Order(0);
        var answer = await scope.Units.Reserve(order, lines[0], ReserveKind.CheckedAtOrder);
        if (answer.Refused is { } refused)
        {
            return refused.To<CheckoutAnswer>();
        }

        if (await IsOverLimit(answer.Quote.Listing, lines[0]))
        {
            await scope.Units.Release(order, [lines[0].Listing]);
            return CheckoutAnswer.Refused(CheckoutResult.LimitReached, 0);
        }

        return answer.Result == ReserveResult.Held
            ? await Place(id, lines, [answer.Quote], [answer.Bucket])
            : CheckoutAnswer.Refused(CheckoutRules.ResultOf(answer.Result), 0);
    }

    /// <summary>Several lines: look at all listings first, then hold all, or put all back.</summary>
    private async Task<CheckoutAnswer> CheckoutAll(CheckoutId id, CartLine[] lines)
    {
        var quotes = await Task.WhenAll(lines.Select(line => line.IsSound
            ? scope.Units.Quote(line.Listing)
            : Task.FromResult(ListingQuote.None)));
        for (var at = 0; at < lines.Length; at++)
        {
            if (Refuse(lines, at, quotes[at]) is { } refusal)
            {
                return refusal;
            }
        }

        if (scope.Room.Festival.Admit(scope.Now) is { } throttled)
        {
            return throttled;
        }

        if (CheckoutRules.AreWorthTooMuch(lines))
        {
            return CheckoutAnswer.Refused(CheckoutResult.OverLimit);
        }

        var buckets = new int[lines.Length];
        var process = await Hold(id, lines, quotes, buckets);
        return process.IsPlaced
            ? await Place(id, lines, quotes, buckets)
            : CheckoutAnswer.Refused(CheckoutRules.ResultOf(process.Refusal), process.RefusedLine);
    }

    private CheckoutAnswer? Refuse(CartLine[] lines, int at, ListingQuote quote) =>
        CheckoutRules.RefuseForm(lines, at)
        ?? (quote.Exists
            ? CheckoutRules.RefuseLine(lines, at, quote.Listing, quote.Store.CanSell, scope.Now)
            : CheckoutAnswer.Refused(CheckoutResult.NotForSale, at));

    private async ValueTask<bool> IsOverLimit(Listing listing, CartLine line) =>
        listing.IsLimited && !listing.Allows(await scope.Book.UnitsOf(line.Listing), line.Units);

    private async Task<PlacingProcess> Hold(
        CheckoutId id, CartLine[] lines, ListingQuote[] quotes, int[] buckets)
    {
        ClusterOrders.StoresOf(quotes, out var parts);
        var process = new PlacingProcess(lines.Length);
        while (process.TryNext(out var step, out var at))
        {
            var order = id.Order(parts[at]);
            if (step != LineStep.Reserve)
            {
                await scope.Units.Release(order, [lines[at].Listing]);
            }
            else if (await IsOverLimit(quotes[at].Listing, lines[at]))
            {
                process.Took(at, ReserveResult.LimitReached);
            }
            else
            {
                var answer = await scope.Units.Reserve(order, lines[at], ReserveKind.AtOrder);
                buckets[at] = answer.Bucket;
                process.Took(at, answer.Result);
            }
        }

        return process;
    }

    private async Task<CheckoutAnswer> Place(
        CheckoutId id, CartLine[] lines, ListingQuote[] quotes, int[] buckets)
    {
        var row = ClusterOrders.Make(
            id, lines, quotes, buckets, scope.Room.Policy,
            scope.Room.Festival.IsOn(Switch.CouponsFrozen, scope.Now), scope.Now);
        for (var at = 0; at < lines.Length; at++)
        {
            var listing = quotes[at].Listing;
            if (listing.IsLimited && listing.Hold == HoldMode.AtOrder)
            {
                await scope.Book.AddUnits(lines[at].Listing, lines[at].Units);
            }
        }

        var tally = default(CheckoutTally);
        foreach (var order in row.Orders)
        {
            tally.Place(order.Order, order.Lines, out var placed);
            scope.Events.Add(placed, order);
        }

        TakeOutOfCart(lines);
        await scope.Save(id, row);
        return tally.Answer();
    }

    private void TakeOutOfCart(CartLine[] ordered)
    {
        var lines = scope.Book.Lines.ToArray();
        var left = lines.Length;
        foreach (var line in ordered)
        {
            var at = Cart.Find(lines.AsSpan(0, left), line.Listing);
            left = at < 0 ? left : Cart.RemoveAt(lines.AsSpan(0, left), at);
        }

        if (left < lines.Length)
        {
            scope.Book.Put(lines[..left]);
        }
    }
}
