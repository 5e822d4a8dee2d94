namespace FlashSale.Grains;

/// <summary>
/// Serves orders from one place's stock: the same for a listing that is not split and for a bucket of one
/// that is (rules INV-1 to INV-4).
/// </summary>
/// <param name="room">What every grain needs.</param>
/// <param name="rows">The rows of the grain.</param>
/// <param name="book">The units.</param>
/// <param name="borrow">Tries to get so many more units; false if there are none anywhere.</param>
internal sealed class StockCounter(
    GrainRoom room, GrainRows rows, StockBook book, Func<int, Task<bool>> borrow)
{
    private const int BorrowingsMax = 1_000;

    /// <summary>Holds units for an order, or says why not.</summary>
    public async Task<ReserveAnswer> Reserve(
        OrderId order, CartLine line, ReserveKind kind, ListingQuote quote, int bucket)
    {
        if (!quote.Exists)
        {
            var none = CheckoutAnswer.Refused(CheckoutResult.NotForSale, 0);
            return new ReserveAnswer(ReserveResult.SoldOut, Answer.Of(none), quote, bucket);
        }

        if (kind == ReserveKind.CheckedAtOrder && !book.Knows(order)
            && CheckoutRules.RefuseLine(
                [line], 0, quote.Listing, quote.Store.CanSell, room.Now) is { } refusal)
        {
            return new ReserveAnswer(ReserveResult.SoldOut, Answer.Of(refusal), quote, bucket);
        }

        if (!book.Knows(order) && !CheckoutRules.IsOnSale(quote.Listing, quote.Store.CanSell))
        {
            return new ReserveAnswer(ReserveResult.NotForSale, null, quote, bucket);
        }

        var holds = kind == ReserveKind.AtPayment || quote.Listing.Hold == HoldMode.AtOrder;
        var result = await Take(order, line.Units, holds);
        return new ReserveAnswer(result, null, quote, bucket);
    }

    /// <summary>Puts held units back on sale; true if there were any.</summary>
    public async Task<bool> Release(OrderId order)
    {
        var isReleased = book.Release(order);
        await rows.Save();
        return isReleased;
    }

    /// <summary>Sells held units; written with the next change, or when it is time to ask.</summary>
    /// <remarks>The order is saved as paid: after a crash it says so when it is asked.</remarks>
    public void Commit(OrderId order) => book.Commit(order);

    /// <summary>Puts sold units back on sale; true if this was not known.</summary>
    public async Task<bool> PutBack(OrderId order, int unitsInTotal, int unitsBefore)
    {
        var isNew = book.PutBack(order, unitsInTotal, unitsBefore, room.Now);
        await rows.Save();
        return isNew;
    }

    /// <summary>Forgets what came back.</summary>
    public Task Forget(OrderId order)
    {
        book.Forget(order);
        return rows.Save();
    }

    /// <summary>Asks the buyers what became of the orders that are remembered.</summary>
    /// <returns>How many are not remembered any more, and whether units came on sale again.</returns>
    public async Task<(int Ended, bool HasSpare)> Resolve(ListingId listing)
    {
        var (ended, hasSpare) = (0, false);
        foreach (var order in book.Orders.ToArray())
        {
            var fate = await room.Grains.Cart(order.Buyer).FateOf(order, listing);
            hasSpare |= Follow(order, fate);
            ended += book.Knows(order) ? 0 : 1;
        }

        await rows.Save();
        return (ended, hasSpare);
    }

    private bool Follow(OrderId order, HoldFate fate)
    {
        switch (fate.Step)
        {
            case HoldStep.Keep:
                if (book.Knows(order))
                {
                    book.AskAgain(order, fate.AskAgainAt);
                }

                return false;
            case HoldStep.Commit:
                book.Commit(order);
                break;
            default:
                if (book.Release(order))
                {
                    return true;
                }

                break;
        }

        if (fate.Returned >= book.ReturnedOf(order))
        {
            book.Forget(order);
        }

        return false;
    }

    private async Task<ReserveResult> Take(OrderId order, int units, bool holds)
    {
        for (var tries = 0; tries < BorrowingsMax; tries++)
        {
            var missing = units - book.ForSale;
            if (book.Knows(order) || missing <= 0)
            {
                return await Hold(order, units, holds);
            }

            if (!await borrow(missing) && units > book.ForSale)
            {
                break; // there are none anywhere, and none came back here meanwhile
            }
        }

        book.CountRefusal();
        return ReserveResult.SoldOut; // the counter is written with the next change
    }

    private async Task<ReserveResult> Hold(OrderId order, int units, bool holds)
    {
        if (!holds)
        {
            return ReserveResult.Held; // looked, not taken: the listing holds at payment
        }

        var result = book.Reserve(order, units, room.Now);
        await rows.Save();
        return result;
    }
}
