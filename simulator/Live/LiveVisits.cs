namespace FlashSale.Simulator;

/// <summary>
/// From the first look to placed orders, in a real market: carries out what a <see cref="Shopper"/> means to
/// do (rules CRT-1, DEM-3, DEM-4).
/// </summary>
internal sealed class LiveVisits(LiveRun run)
{
    private readonly Shopper _shopper = run.World.Shopper;

    /// <summary>Plans the visits that are still to come; who would be in the middle of one goes on.</summary>
    public void PlanVisits()
    {
        foreach (var id in run.World.Buyers.AllCheckouts())
        {
            var visit = run.World.VisitOf(id);
            run.Plan(Shopper.Coming(visit, run.NowMs), VisitKey.Of(id, visit.Kind).Packed);
        }
    }

    /// <summary>A buyer looks round: the cart fills, then the button is pressed.</summary>
    public void Visit(VisitKey visit, int untilCheckOutMs)
    {
        if (run.Disappointed.Holds(visit.Checkout.Buyer) && !_shopper.ComesBack(visit.Checkout))
        {
            return;
        }

        var basket = new Basket(run.World.Calibrated, run.World);
        basket.Fill(visit.Checkout, visit.Kind);
        if (basket.Orders == 0)
        {
            return; // at these prices the buyer wants nothing
        }

        for (var line = 0; line < basket.Lines.Length; line++)
        {
            run.Plan(Shopper.PutsInCart(basket.Lines, line, untilCheckOutMs), visit.Checkout.Packed);
        }

        run.Plan(Shopper.Presses(visit.Kind, untilCheckOutMs), visit.Checkout.Packed);
    }

    /// <summary>A buyer puts a listing into the cart at the price shown.</summary>
    public async Task PutInCart(CheckoutId id, int listing) =>
        await run.Market.PutInCart(id.Buyer, run.World.Prices.LineOf(listing));

    /// <summary>
    /// A buyer presses the button; a line that is refused is replaced or dropped, some times.
    /// </summary>
    public async Task CheckOut(CheckoutId id, Try attempt)
    {
        var basket = new Basket(run.World.Calibrated, run.World);
        basket.Fill(id, attempt.Kind);
        var draws = _shopper.MendingOf(id);
        for (var edits = 0; edits < Shopper.EditsMax && basket.Lines.Length > 0; edits++)
        {
            var answer = await run.Market.Checkout(id, basket.Priced());
            switch (answer.Result)
            {
                case CheckoutResult.Placed:
                    PlanPayment(id, answer.Orders);
                    return;
                case CheckoutResult.Throttled:
                    var sinceWantedMs = run.NowMs - run.World.VisitOf(id).CheckOutAt;
                    var wait = answer.At - run.Now;
                    TryAgain(id, _shopper.IsRefused(id, attempt, wait, sinceWantedMs));
                    return;
                case var _ when answer.Line < 0:
                    return; // nothing of it can be mended
            }

            await run.Market.RemoveFromCart(id.Buyer, new ListingId(basket.Lines[answer.Line]));
            _shopper.Mend(basket, answer.Line, ref draws);
        }

        run.Disappointed.Add(id.Buyer);
    }

    /// <summary>Orders wait for their payment.</summary>
    public void PlanPayment(CheckoutId id, int orders) =>
        run.Plan(run.World.Payer.HasOrdered(id), PaymentKey.Of(id, orders).Packed);

    private void TryAgain(CheckoutId id, in Intention again)
    {
        run.Plan(again, id.Packed);
        if (!again.IsAny)
        {
            run.Disappointed.Add(id.Buyer);
        }
    }
}
