namespace FlashSale.Simulator;

/// <summary>From the first look to placed orders, in a real market (rules CRT-1, DEM-3, DEM-4).</summary>
internal sealed class LiveShopping(LiveRun run)
{
    private const int EditsMax = 12;
    private const long LookingMsMax = 600_000;

    /// <summary>Plans the visits that are still to come; who would be in the middle of one goes on.</summary>
    public void PlanVisits()
    {
        var (world, now) = (run.World, run.NowMs);
        for (var buyer = new BuyerId(0); buyer.Value < world.Buyers.Count; buyer = new(buyer.Value + 1))
        {
            for (var number = 0; number < world.Buyers[buyer].Checkouts; number++)
            {
                var id = new CheckoutId(buyer, number);
                var visit = world.VisitOf(id);
                if (visit.OpenAt >= now)
                {
                    var lookingMs = (int)(visit.CheckOutAt - visit.OpenAt);
                    run.Plan(visit.OpenAt, LiveKind.Visit, lookingMs, id.Packed | (long)visit.Kind);
                }
                else if (visit.CheckOutAt >= now)
                {
                    run.Plan(visit.CheckOutAt, LiveKind.CheckOut, new Try(visit.Kind, 0).Packed, id.Packed);
                }
            }
        }
    }

    /// <summary>A buyer looks round: the cart fills evenly, then the button is pressed.</summary>
    public void Visit(CheckoutId id, ArrivalKind kind, int untilCheckOutMs)
    {
        var basket = new Basket(run.World);
        basket.Fill(id, kind);
        var now = run.NowMs;
        var lines = basket.Lines;
        var lookingMs = Math.Min(LookingMsMax, untilCheckOutMs);
        for (var line = 0; line < lines.Length; line++)
        {
            var at = now + (lookingMs * (line + 1) / (lines.Length + 1));
            run.Plan(at, LiveKind.PutInCart, lines[line], id.Packed);
        }

        run.Plan(now + untilCheckOutMs, LiveKind.CheckOut, new Try(kind, 0).Packed, id.Packed);
    }

    /// <summary>A buyer puts a listing into the cart at the price shown.</summary>
    public async Task PutInCart(CheckoutId id, int listing) =>
        await run.Market.PutInCart(id.Buyer, LineOf(listing));

    /// <summary>
    /// A buyer presses the button; a line that is refused is replaced or dropped, some times.
    /// </summary>
    public async Task CheckOut(CheckoutId id, Try attempt)
    {
        var basket = new Basket(run.World);
        basket.Fill(id, attempt.Kind);
        var draws = Draws.For(run.World.Seed, id.Packed, Streams.Trying, counter: 2);
        for (var edits = 0; edits < EditsMax && basket.Lines.Length > 0; edits++)
        {
            var answer = await run.Market.Checkout(id, LinesOf(basket));
            switch (answer.Result)
            {
                case CheckoutResult.Placed:
                    PlanPayment(id, answer.Orders);
                    return;
                case CheckoutResult.Throttled:
                    TryAgain(id, attempt, answer.At - run.Now);
                    return;
                case var _ when answer.Line < 0:
                    return; // nothing of it can be mended
            }

            await run.Market.RemoveFromCart(id.Buyer, new ListingId(basket.Lines[answer.Line]));
            if (draws.Happens(run.World.Scenario.Behaviour.Trying.SubstituteShare))
            {
                basket.Substitute(answer.Line, ref draws);
            }
            else
            {
                basket.Drop(answer.Line);
            }
        }
    }

    /// <summary>Orders wait for their payment: their buyer starts to pay, or never does.</summary>
    public void PlanPayment(CheckoutId id, int orders)
    {
        if (Shopping.PayDelayMs(run.World, id) is { } delayMs)
        {
            run.Plan(
                run.NowMs + delayMs, LiveKind.StartPayment, 0, PaymentKey.Of(id, orders).Packed);
        }
    }

    private void TryAgain(CheckoutId id, Try attempt, TimeSpan wait)
    {
        var at = run.NowMs + Shopping.RetryDelay(run.World, id, attempt, wait).TotalMilliseconds;
        if (at - run.World.VisitOf(id).CheckOutAt <= Shopping.PatienceMs(run.World, id))
        {
            run.Plan(at, LiveKind.CheckOut, attempt.Next.Packed, id.Packed);
        }
    }

    private CartLine[] LinesOf(Basket basket)
    {
        var lines = new CartLine[basket.Lines.Length];
        for (var line = 0; line < lines.Length; line++)
        {
            lines[line] = LineOf(basket.Lines[line]);
        }

        return lines;
    }

    private CartLine LineOf(int listing) =>
        new(new ListingId(listing), units: 1, run.World.Prices.ListPrice(listing));
}
