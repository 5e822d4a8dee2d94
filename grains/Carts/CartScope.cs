namespace FlashSale.Grains;

/// <summary>What the processes of one buyer's cart grain share.</summary>
/// <param name="Room">What every grain needs.</param>
/// <param name="Book">What the grain knows.</param>
/// <param name="Events">The outbox.</param>
/// <param name="Money">The guarantor.</param>
/// <param name="Units">The listings.</param>
/// <param name="Trail">What operators do.</param>
internal sealed record CartScope(
    GrainRoom Room, BuyerBook Book, OrderEvents Events, BuyerMoney Money, HeldUnits Units, TrailRows Trail)
{
    /// <summary>The market's time.</summary>
    public DateTimeOffset Now => Room.Now;

    /// <summary>Saves a checkout with all that changed beside it.</summary>
    public async Task Save(CheckoutId id, CheckoutRow row)
    {
        Book.Put(id, row);
        await Book.Save();
        Events.Notice();
    }

    /// <summary>Saves the checkout of an order with all that changed beside it.</summary>
    public Task Save(OrderRow row)
    {
        var id = row.Order.Id.Checkout;
        return Save(id, Book.Live[id.Number]);
    }

    /// <summary>An order is closed: it has ended.</summary>
    public void End(OrderRow row, in MarketEvent closed)
    {
        row.HasEnded = true;
        Events.Add(closed, row);
    }

    /// <summary>Takes the units of some lines off what the buyer has of limited listings.</summary>
    public async Task GiveUpUnits(OrderRow row, Func<OrderLine, bool> which)
    {
        for (var at = 0; at < row.Lines.Length; at++)
        {
            if (row.IsLimited[at] && which(row.Lines[at]))
            {
                await Book.AddUnits(row.Lines[at].Listing, -row.Lines[at].Units);
            }
        }
    }
}
