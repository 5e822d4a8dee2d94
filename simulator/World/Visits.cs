using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// From the first look to placed orders: carries out what a <see cref="Shopper"/> means to do, behind the
/// simulated gateway (rules CRT-1, CAP-1, DEM-3, DEM-4).
/// </summary>
internal sealed class Visits
{
    private readonly Run _run;
    private readonly Shopper _shopper;
    private readonly Basket _basket;
    private readonly double[] _confidence;
    private TokenRate _gateway;
    private AdmissionPolicy _admission;

    public Visits(Run run)
    {
        (_run, _shopper, _basket) = (run, run.World.Shopper, new Basket(run.World.Calibrated, run.World));
        _admission = run.World.Policy.Admission;
        _confidence = new double[run.World.Scenario.Population.Regions.Count];
        Array.Fill(_confidence, 1);
    }

    /// <summary>Sets what the gateway admits, in orders of the sample.</summary>
    public void Admit(AdmissionPolicy admission)
    {
        _admission = admission;
        _run.Recorder.Passages.Gateway.Hold(_run.NowMs, admission.RequestsPerSecond);
    }

    /// <summary>Sets the share of intended visits that happen in a region (rule LOG-2).</summary>
    public void Trust(int region, double confidence) => _confidence[region] = confidence;

    /// <summary>Plans the visits of all buyers; who would have come before the start comes then.</summary>
    public void PlanVisits()
    {
        foreach (var id in _run.World.Buyers.AllCheckouts())
        {
            var visit = _run.World.VisitOf(id);
            var coming = Shopper.Coming(visit, Math.Min(_run.NowMs, visit.OpenAt));
            _run.Plan(coming, VisitKey.Of(id, visit.Kind).Packed);
        }
    }

    /// <summary>A buyer looks round and decides what to put into the cart.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="untilCheckOutMs">How long until the buyer wants to press the button.</param>
    public void Visit(VisitKey visit, int untilCheckOutMs)
    {
        var id = visit.Checkout;
        var isFirst = IsFirst(id);
        _basket.Fill(id, visit.Kind);
        if (_basket.Orders == 0)
        {
            return; // at these prices the buyer wants nothing
        }

        if (isFirst)
        {
            _run.Recorder.Visited(_run.NowMs);
        }

        if (!_shopper.Comes(id, _confidence[_run.World.Buyers[id.Buyer].Region]))
        {
            _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.ConfidenceLost);
            return;
        }

        if (_run.Disappointed.Holds(id.Buyer) && !_shopper.ComesBack(id))
        {
            _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.StaysAway);
            return;
        }

        if (_run.World.Coupons is not null && !StillWants(id, visit.Kind))
        {
            return;
        }

        _run.Recorder.Carted(_run.NowMs);
        for (var line = 0; line < _basket.Lines.Length; line++)
        {
            _run.Plan(Shopper.PutsInCart(_basket.Lines, line, untilCheckOutMs), id.Packed);
        }

        _run.Plan(Shopper.Presses(visit.Kind, untilCheckOutMs), id.Packed);
    }

    /// <summary>A buyer puts a listing into the cart at the price shown.</summary>
    public void PutInCart(CheckoutId id, int listing) =>
        _run.Market.Do(new PutInCart(id.Buyer, _run.World.Prices.LineOf(listing)));

    /// <summary>A buyer presses the button: the gateway admits or refuses.</summary>
    public void CheckOut(CheckoutId id, Try attempt)
    {
        if (!StillWants(id, attempt.Kind))
        {
            return;
        }

        if (attempt.Before == 0)
        {
            _run.Recorder.CheckoutTried(_run.NowMs);
        }
        else
        {
            _run.Recorder.Retried(_run.NowMs);
        }

        var answer = _gateway.Ask(_run.Now, _admission, _basket.Orders);
        if (answer.Result != AdmissionResult.Admitted)
        {
            Refuse(id, attempt, answer.Wait);
            return;
        }

        _run.Recorder.Passages.Gateway.Pass(_run.NowMs, _basket.Orders);
        if (answer.Wait == TimeSpan.Zero)
        {
            Place(id);
        }
        else
        {
            _run.Plan(_run.MsOf(_run.Now + answer.Wait), EventKind.Enter, attempt.Packed, id.Packed);
        }
    }

    /// <summary>A buyer whom the gateway let wait is let in.</summary>
    public void Enter(CheckoutId id, Try attempt)
    {
        if (StillWants(id, attempt.Kind))
        {
            Place(id);
        }
    }

    public void Save(StateWriter writer) => writer.Write(_gateway);

    public void Load(StateReader reader) => _gateway = reader.Read<TokenRate>();

    // Fills the basket; who came only for coupons that are gone leaves without remembering it.
    private bool StillWants(CheckoutId id, ArrivalKind kind)
    {
        _basket.Fill(id, kind, _run.Coupons);
        if (_basket.Orders > 0)
        {
            return true;
        }

        _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.CouponGone);
        return false;
    }

    // Of those checkouts of a buyer that are for something at these prices (rule DEM-2).
    private bool IsFirst(CheckoutId id)
    {
        if (id.Number == 0 || _run.World.PriceResponse is null)
        {
            return id.Number == 0;
        }

        for (var number = 0; number < id.Number; number++)
        {
            var before = new CheckoutId(id.Buyer, number);
            _basket.Fill(before, _run.World.VisitOf(before).Kind);
            if (_basket.Orders > 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Refuse(CheckoutId id, Try attempt, TimeSpan wait)
    {
        _run.Recorder.CheckoutRefused(_run.NowMs, (int)Refusal.Gateway);
        _run.Recorder.Passages.Gateway.Refuse(_run.NowMs);
        var sinceWantedMs = _run.NowMs - _run.World.VisitOf(id).CheckOutAt;
        if (!_run.Plan(_shopper.IsRefused(id, attempt, wait, sinceWantedMs), id.Packed))
        {
            _run.GiveUp(id, GivenUp.PatienceOver);
        }
    }

    /// <summary>
    /// Places the basket's orders; a line that is refused is replaced or dropped, some times.
    /// </summary>
    private void Place(CheckoutId id)
    {
        var draws = _shopper.MendingOf(id);
        for (var edits = 0; edits < Shopper.EditsMax && _basket.Lines.Length > 0; edits++)
        {
            var answer = _run.Market.Do(new Checkout(id, _basket.Priced()));
            if (answer.Result == CheckoutResult.Placed)
            {
                _run.Coupons.TakeAway();
                _run.Plan(_run.World.Payer.HasOrdered(id), PaymentKey.Of(id, answer.Orders).Packed);
                return;
            }

            _run.Recorder.CheckoutRefused(_run.NowMs, (int)RefusalOf(answer.Result));
            if (answer.Result == CheckoutResult.SoldOut)
            {
                _run.Recorder.Passages.Stock.Refuse(_run.NowMs);
            }

            _run.Market.Do(new RemoveFromCart(id.Buyer, new ListingId(_basket.Lines[answer.Line])));
            _shopper.Mend(_basket, answer.Line, ref draws);
        }

        _run.GiveUp(id, GivenUp.NothingLeft);
    }

    private static Refusal RefusalOf(CheckoutResult result) => result switch
    {
        CheckoutResult.SoldOut => Refusal.SoldOut,
        CheckoutResult.LimitReached => Refusal.LimitReached,
        CheckoutResult.NotForSale or CheckoutResult.MixedSales => Refusal.NotForSale,
        CheckoutResult.PriceRisen => Refusal.PriceRisen,
        _ => throw new InvalidOperationException($"A simulated checkout was refused as {result}."),
    };
}
