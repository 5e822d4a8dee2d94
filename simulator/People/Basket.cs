namespace FlashSale.Simulator;

/// <summary>
/// What a buyer wants in one checkout: one listing for each order, and what goes with it from the same
/// store (rule CRT-1). Drawn by the checkout's id, so that it need not be kept.
/// </summary>
/// <param name="world">What there is to want.</param>
/// <param name="arm">At whose prices it is wanted (rule DEM-2); those of the base if there is none.</param>
internal sealed class Basket(CalibratedWorld world, World? arm = null)
{
    /// <summary>No checkout makes more orders.</summary>
    public const int OrdersMax = 8;

    private const int LinesPerOrderMax = 8;
    private const int TriesForAnotherStore = 6;

    private readonly int[] _lines = new int[OrdersMax * LinesPerOrderMax];
    private readonly int[] _stores = new int[OrdersMax];
    private readonly int[] _firstLines = new int[OrdersMax];
    private readonly CartLine[] _priced = new CartLine[OrdersMax * LinesPerOrderMax];

    /// <summary>The listings, one unit of each, order by order.</summary>
    public Span<int> Lines => _lines.AsSpan(0, Count);

    /// <summary>How many orders it makes: one for each store.</summary>
    public int Orders { get; private set; }

    private int Count { get; set; }

    /// <summary>Fills the basket with what the buyer of a checkout wants.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="kind">Why the buyer comes.</param>
    /// <param name="coupons">The coupons that are still given; all of them if there are none.</param>
    public void Fill(CheckoutId checkout, ArrivalKind kind, StoreCoupons? coupons = null)
    {
        Orders = 0;
        Count = 0;
        var draws = Draws.For(world.Base.Seed, checkout.Packed, Streams.Basket);
        var further = arm?.PriceResponse is { } response && response.IsFurther(checkout) ? response : null;
        if (kind == ArrivalKind.Presale)
        {
            AddOrder(further?.DrawPresale(ref draws) ?? world.Assortment.DrawPresale(ref draws));
        }
        else
        {
            FillOrdinary(further, ref draws);
        }

        LeaveOut(checkout, kind, coupons);
    }

    /// <summary>Its lines at the prices shown; they hold until the next call.</summary>
    public ReadOnlyMemory<CartLine> Priced()
    {
        for (var line = 0; line < Count; line++)
        {
            _priced[line] = world.Prices.LineOf(_lines[line]);
        }

        return _priced.AsMemory(0, Count);
    }

    /// <summary>
    /// Replaces a line by something similar from a store of its own; drops it if there is none.
    /// </summary>
    public void Substitute(int line, ref Draws draws)
    {
        var other = world.Assortment.DrawSimilar(_lines[line], ref draws);
        if (Lines.Contains(other))
        {
            Drop(line);
            return;
        }

        _lines[line] = other;
    }

    /// <summary>Takes a line out.</summary>
    public void Drop(int line)
    {
        Lines[(line + 1)..].CopyTo(_lines.AsSpan(line));
        Count--;
    }

    private void FillOrdinary(PriceResponse? further, ref Draws draws)
    {
        var orders = world.OrdersPerCheckout.Draw(ref draws) + 1;
        for (var order = 0; order < orders; order++)
        {
            var lines = world.LinesPerOrder.Draw(ref draws) + 1;
            if (DrawFirst(further, ref draws) is { } first)
            {
                AddOrder(first);
                AddMore(lines - 1, ref draws);
            }
        }
    }

    private int? DrawFirst(PriceResponse? further, ref Draws draws)
    {
        for (var tries = 0; tries < TriesForAnotherStore; tries++)
        {
            var listing = further is not null ? further.DrawOrdinary(ref draws)
                : draws.Happens(world.HotShare) ? world.Assortment.FirstHot + world.Hot.Draw(ref draws)
                : world.Assortment.DrawOrdinary(ref draws);
            if (!IsTaken(world.Assortment.StoreOf[listing]))
            {
                return listing;
            }
        }

        return null;
    }

    // At other prices some orders are not made; the others stay what they were.
    private void LeaveOut(CheckoutId checkout, ArrivalKind kind, StoreCoupons? coupons)
    {
        if (arm?.PriceResponse is not { } response)
        {
            return;
        }

        var (atMs, end) = (arm.VisitOf(checkout).CheckOutAt, Count);
        for (var order = Orders - 1; order >= 0; order--)
        {
            var first = _firstLines[order];
            var hasCoupon = coupons is null || coupons.IsGiven(_stores[order]);
            if (!response.Makes(checkout, order, kind, _lines[first], atMs, hasCoupon))
            {
                Lines[end..].CopyTo(_lines.AsSpan(first));
                Count -= end - first;
                Orders--;
            }

            end = first;
        }
    }

    private bool IsTaken(int store) => _stores.AsSpan(0, Orders).Contains(store);

    private void AddOrder(int listing)
    {
        _firstLines[Orders] = Count;
        _stores[Orders++] = world.Assortment.StoreOf[listing];
        _lines[Count++] = listing;
    }

    private void AddMore(int lines, ref Draws draws)
    {
        var choice = world.Assortment.OfStore(_stores[Orders - 1]);
        for (var line = 0; line < lines && !choice.IsEmpty; line++)
        {
            var listing = choice[draws.Below(choice.Length)];
            if (!Lines.Contains(listing))
            {
                _lines[Count++] = listing;
            }
        }
    }
}
