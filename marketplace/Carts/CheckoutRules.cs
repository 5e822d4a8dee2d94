namespace FlashSale.Marketplace;

/// <summary>What is wrong with a checkout before any unit is held (rules CRT-1, LST-3).</summary>
public static class CheckoutRules
{
    /// <summary>The refusal of the whole: no such buyer, no lines, too many; null if there is none.</summary>
    public static CheckoutAnswer? RefuseWhole(CheckoutId id, int lines, int buyersMax, CartPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return id.Buyer.Value >= buyersMax ? CheckoutAnswer.Refused(CheckoutResult.UnknownBuyer)
            : lines == 0 || lines > policy.LinesMax ? CheckoutAnswer.Refused(CheckoutResult.BadLines)
            : null;
    }

    /// <summary>
    /// The refusal of one line in itself: no sense, or the same listing twice; null if none.
    /// </summary>
    public static CheckoutAnswer? RefuseForm(ReadOnlySpan<CartLine> lines, int at) =>
        !lines[at].IsSound || Cart.Find(lines[..at], lines[at].Listing) >= 0
            ? CheckoutAnswer.Refused(CheckoutResult.BadLines, at)
            : null;

    /// <summary>The refusal of one line by its listing as it is now; null if there is none.</summary>
    /// <param name="lines">All lines of the checkout.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="listing">Its listing.</param>
    /// <param name="canSell">Whether the listing's store may sell now.</param>
    /// <param name="now">The moment.</param>
    public static CheckoutAnswer? RefuseLine(
        ReadOnlySpan<CartLine> lines, int at, in Listing listing, bool canSell, DateTimeOffset now)
    {
        if (!IsOnSale(listing, canSell))
        {
            return CheckoutAnswer.Refused(CheckoutResult.NotForSale, at);
        }

        if (listing.IsPresale && (lines.Length > 1 || now >= listing.BalanceWindow.Until))
        {
            return CheckoutAnswer.Refused(CheckoutResult.MixedSales, at);
        }

        var price = listing.PriceAt(now);
        return price > lines[at].PriceSeen
            ? new CheckoutAnswer(CheckoutResult.PriceRisen, 0, price, at, default)
            : null;
    }

    /// <summary>The answer to a checkout that was not admitted (rule CAP-1).</summary>
    public static CheckoutAnswer Throttled(TimeSpan wait, DateTimeOffset now)
    {
        // Up: the market's time is whole milliseconds, and who comes back then is admitted.
        const long millisecond = TimeSpan.TicksPerMillisecond;
        var inWholeMs = new TimeSpan((wait.Ticks + millisecond - 1) / millisecond * millisecond);
        return new CheckoutAnswer(CheckoutResult.Throttled, 0, Money.Zero, -1, now + inWholeMs);
    }

    /// <summary>Whether all lines, at the prices that the buyer saw, are worth more than may be.</summary>
    public static bool AreWorthTooMuch(ReadOnlySpan<CartLine> lines)
    {
        var value = Money.Zero;
        foreach (ref readonly var line in lines)
        {
            value += line.PriceSeen * line.Units; // the price now is not higher
        }

        return value > Money.FromYuan(Limits.AmountYuanMax);
    }

    /// <summary>
    /// Whether units of a listing may be sold now: it is asked when they are held, be that at the order or at
    /// the payment (rules INV-1, STO-1). What was held before stays the buyer's.
    /// </summary>
    /// <param name="listing">The listing.</param>
    /// <param name="canSell">Whether its store may sell now.</param>
    public static bool IsOnSale(in Listing listing, bool canSell) => canSell && !listing.IsWithdrawn;

    /// <summary>
    /// Why units of a limited listing may not be held for a buyer; null if they may, as far as there are any.
    /// </summary>
    public static ReserveResult? RefuseHold(in Listing listing, bool canSell, int unitsOfBuyer, int units) =>
        !IsOnSale(listing, canSell) ? ReserveResult.NotForSale
        : !listing.Allows(unitsOfBuyer, units) ? ReserveResult.LimitReached
        : null;

    /// <summary>What a refused line makes of its checkout.</summary>
    public static CheckoutResult ResultOf(ReserveResult refusal) => refusal switch
    {
        ReserveResult.LimitReached => CheckoutResult.LimitReached,
        ReserveResult.NotForSale => CheckoutResult.NotForSale,
        _ => CheckoutResult.SoldOut,
    };

    /// <summary>
    /// Makes one order of the lines of each store, in the order of the stores' first lines.
    /// </summary>
    /// <param name="stores">Each line's store; afterwards each order's store, as many as there are.</param>
    /// <param name="parts">Takes in which order each line is.</param>
    /// <returns>How many orders there are.</returns>
    public static int Group(Span<StoreId> stores, Span<int> parts)
    {
        var orders = 0;
        for (var at = 0; at < stores.Length; at++)
        {
            var store = stores[at];
            var part = stores[..orders].IndexOf(store);
            if (part < 0)
            {
                part = orders++;
                stores[part] = store;
            }

            parts[at] = part;
        }

        return orders;
    }
}
