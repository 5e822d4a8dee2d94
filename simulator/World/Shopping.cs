using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// From the first look to placed orders: carts, the gateway, refusals, trying again and giving up (rules
/// CRT-1, CAP-1, DEM-3, DEM-4).
/// </summary>
internal sealed class Shopping
{
    private const int EditsMax = 12;
    private const int DoublingsMax = 20;
    private const uint RetryCounter = 1_000; // draws for tries are counted from here

    private readonly Run _run;
    private readonly Trying _trying;
    private readonly Basket _basket;
    private readonly CartLine[] _lines = new CartLine[Limits.LinesPerCartMax];
    private readonly double[] _confidence;
    private TokenRate _gateway;
    private AdmissionPolicy _admission;

    public Shopping(Run run)
    {
        _run = run;
        _trying = run.World.Scenario.Behaviour.Trying;
        _basket = new Basket(run.World);
        _admission = run.World.Policy.Admission;
        _confidence = new double[run.World.Scenario.Population.Regions.Count];
        Array.Fill(_confidence, 1);
    }

    /// <summary>Sets what the gateway admits, in orders of the sample.</summary>
    public void Admit(AdmissionPolicy admission) => _admission = admission;

    /// <summary>Sets the share of intended visits that happen in a region (rule LOG-2).</summary>
    public void Trust(int region, double confidence) => _confidence[region] = confidence;

    /// <summary>Plans the visits of all buyers.</summary>
    public void PlanVisits()
    {
        var world = _run.World;
        for (var buyer = new BuyerId(0); buyer.Value < world.Buyers.Count; buyer = new(buyer.Value + 1))
        {
            for (var number = 0; number < world.Buyers[buyer].Checkouts; number++)
            {
                var id = new CheckoutId(buyer, number);
                var visit = world.VisitOf(id);
                var lookingMs = (int)(visit.CheckOutAt - visit.OpenAt);
                _run.Plan(visit.OpenAt, EventKind.Visit, lookingMs, id.Packed | (long)visit.Kind);
            }
        }
    }

    /// <summary>A buyer looks round and decides what to put into the cart.</summary>
    /// <param name="id">The checkout that it is for.</param>
    /// <param name="kind">Why the buyer comes.</param>
    /// <param name="untilCheckOutMs">How long until the buyer wants to press the button.</param>
    public void Visit(CheckoutId id, ArrivalKind kind, int untilCheckOutMs)
    {
        if (id.Number == 0)
        {
            _run.Recorder.Visited(_run.NowMs);
        }

        var confidence = _confidence[_run.World.Buyers[id.Buyer].Region];
        if (confidence < 1 && !_run.DrawsOf(id, Streams.Trying, counter: 1).Happens(confidence))
        {
            _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.ConfidenceLost);
            return;
        }

        _basket.Fill(id, kind);
        _run.Recorder.Carted(_run.NowMs);
        PlanCart(id, untilCheckOutMs);
        _run.Plan(_run.NowMs + untilCheckOutMs, EventKind.CheckOut, new Try(kind, 0).Packed, id.Packed);
    }

    /// <summary>A buyer puts a listing into the cart at the price shown.</summary>
    public void PutInCart(CheckoutId id, int listing) =>
        _run.Market.Do(new PutInCart(id.Buyer, LineOf(listing)));

    /// <summary>A buyer presses the button: the gateway admits or refuses.</summary>
    public void CheckOut(CheckoutId id, Try attempt)
    {
        CountTry(attempt);
        _basket.Fill(id, attempt.Kind);
        var answer = _gateway.Ask(_run.Now, _admission, _basket.Orders);
        if (answer.Result != AdmissionResult.Admitted)
        {
            _run.Recorder.CheckoutRefused(_run.NowMs, (int)Refusal.Gateway);
            TryAgain(id, attempt, answer.Wait);
        }
        else if (answer.Wait == TimeSpan.Zero)
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
        _basket.Fill(id, attempt.Kind);
        Place(id);
    }

    /// <summary>How long a refused buyer waits before the next try (rule DEM-4).</summary>
    public static TimeSpan RetryDelay(World world, CheckoutId id, Try attempt, TimeSpan wait)
    {
        var trying = world.Scenario.Behaviour.Trying;
        var counter = RetryCounter + (uint)attempt.Before;
        var jitter = Draws.For(world.Seed, id.Packed, Streams.Trying, counter).Unit() + 0.5;
        var backOff = trying.RetryDelay * (1 << Math.Min(attempt.Before, DoublingsMax));
        var delay = (backOff < trying.RetryDelayMax ? backOff : trying.RetryDelayMax) * jitter;
        return delay > wait ? delay : wait;
    }

    /// <summary>How long a refused buyer goes on trying (rule DEM-4).</summary>
    public static double PatienceMs(World world, CheckoutId id)
    {
        var draws = Draws.For(world.Seed, id.Packed, Streams.Trying);
        return world.Habits.Patience.Draw(ref draws);
    }

    /// <summary>How long after the order its buyer starts to pay; null for never.</summary>
    public static long? PayDelayMs(World world, CheckoutId id)
    {
        var draws = Draws.For(world.Seed, id.Packed, Streams.Paying);
        return draws.Happens(world.Scenario.Behaviour.Paying.NeverShare)
            ? null
            : (long)world.Habits.PayDelay.Draw(ref draws);
    }

    public void Save(StateWriter writer) => writer.Write(_gateway);

    public void Load(StateReader reader) => _gateway = reader.Read<TokenRate>();

    private void CountTry(Try attempt)
    {
        if (attempt.Before == 0)
        {
            _run.Recorder.CheckoutTried(_run.NowMs);
        }
        else
        {
            _run.Recorder.Retried(_run.NowMs);
        }
    }

    // Lines come evenly between the first look and the button, but a full cart may wait for midnight.
    private void PlanCart(CheckoutId id, int untilCheckOutMs)
    {
        const long lookingMsMax = 600_000;
        var lookingMs = Math.Min(lookingMsMax, untilCheckOutMs);
        var lines = _basket.Lines;
        for (var line = 0; line < lines.Length; line++)
        {
            var at = _run.NowMs + (lookingMs * (line + 1) / (lines.Length + 1));
            _run.Plan(at, EventKind.PutInCart, lines[line], id.Packed);
        }
    }

    private void TryAgain(CheckoutId id, Try attempt, TimeSpan wait)
    {
        var againAt = _run.MsOf(_run.Now + RetryDelay(_run.World, id, attempt, wait));
        if (againAt - _run.World.VisitOf(id).CheckOutAt > PatienceMs(_run.World, id))
        {
            _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.PatienceOver);
            return;
        }

        _run.Plan(againAt, EventKind.CheckOut, attempt.Next.Packed, id.Packed);
    }

    /// <summary>
    /// Places the basket's orders; a line that is refused is replaced or dropped, some times.
    /// </summary>
    private void Place(CheckoutId id)
    {
        var draws = _run.DrawsOf(id, Streams.Trying, counter: 2);
        for (var edits = 0; edits < EditsMax && _basket.Lines.Length > 0; edits++)
        {
            var answer = _run.Market.Do(new Checkout(id, Priced()));
            if (answer.Result == CheckoutResult.Placed)
            {
                PlanPayment(id, answer.Orders);
                return;
            }

            _run.Recorder.CheckoutRefused(_run.NowMs, (int)RefusalOf(answer.Result));
            Edit(id, answer.Line, ref draws);
        }

        _run.Recorder.Abandoned(_run.NowMs, (int)GivenUp.NothingLeft);
    }

    private void Edit(CheckoutId id, int line, ref Draws draws)
    {
        _run.Market.Do(new RemoveFromCart(id.Buyer, new ListingId(_basket.Lines[line])));
        if (draws.Happens(_trying.SubstituteShare))
        {
            _basket.Substitute(line, ref draws);
        }
        else
        {
            _basket.Drop(line);
        }
    }

    private static Refusal RefusalOf(CheckoutResult result) => result switch
    {
        CheckoutResult.SoldOut => Refusal.SoldOut,
        CheckoutResult.LimitReached => Refusal.LimitReached,
        CheckoutResult.NotForSale or CheckoutResult.MixedSales => Refusal.NotForSale,
        CheckoutResult.PriceRisen => Refusal.PriceRisen,
        _ => throw new InvalidOperationException($"A simulated checkout was refused as {result}."),
    };

    private ReadOnlyMemory<CartLine> Priced()
    {
        var basket = _basket.Lines;
        for (var line = 0; line < basket.Length; line++)
        {
            _lines[line] = LineOf(basket[line]);
        }

        return _lines.AsMemory(0, basket.Length);
    }

    private CartLine LineOf(int listing) =>
        new(new ListingId(listing), units: 1, _run.World.Prices.ListPrice(listing));

    private void PlanPayment(CheckoutId id, int orders)
    {
        if (PayDelayMs(_run.World, id) is { } delayMs)
        {
            _run.Plan(_run.NowMs + delayMs, EventKind.StartPayment, 0, PaymentKey.Of(id, orders).Packed);
        }
    }
}
