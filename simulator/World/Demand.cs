namespace FlashSale.Simulator;

/// <summary>
/// How many checkouts buyers intend, and when they come: such that what is paid on the day is the
/// festival's GMV although some never pay (rule DEM-3).
/// </summary>
internal sealed class Demand
{
    private const long SpareMs = 300_000;
    private const long DepositAfterMs = 60_000; // from the first look to the button (assumed)

    private readonly DemandModel _model;

    public Demand(Scenario scenario, Policy policy, BasketSample sample)
    {
        _model = DemandModel.For(scenario.Festival, scenario.Demand);
        var intended = scenario.Festival.OrdersPaid * scenario.Scale / PaidShare(scenario, policy);
        OrdersPerCheckout = sample.OrdersPerCheckout;
        PresaleOrders = intended * PresaleShare;
        OrdinaryOrders = intended - PresaleOrders;
        var (rush, browse) = (_model.RushShare, _model.BrowseShare);
        var checkouts = ((rush + browse) / OrdersPerCheckout) + PresaleShare;
        Checkouts = Math.Max(1, (long)Math.Round(intended * checkouts));
        RushShareOfOrdinary = rush + browse > 0 ? rush / (rush + browse) : 0;
        var rushBelow = rush / OrdersPerCheckout / checkouts;
        Mix = new ArrivalMix(rushBelow, rushBelow + (PresaleShare / checkouts));
    }

    /// <summary>Orders of an ordinary checkout, on average.</summary>
    public double OrdersPerCheckout { get; }

    /// <summary>The share of orders that are presales.</summary>
    public double PresaleShare => _model.PresaleShare;

    /// <summary>Checkouts that buyers of the sample intend.</summary>
    public long Checkouts { get; }

    /// <summary>Orders of the sample that are intended as presales.</summary>
    public double PresaleOrders { get; }

    /// <summary>Orders of the sample that are intended otherwise.</summary>
    public double OrdinaryOrders { get; }

    /// <summary>The share of ordinary orders that wait in carts for midnight.</summary>
    public double RushShareOfOrdinary { get; }

    /// <summary>Why buyers come.</summary>
    public ArrivalMix Mix { get; }

    /// <summary>Draws why and when the buyer of a checkout comes.</summary>
    public Visit VisitOf(Draws draws, CheckoutHabits trying, in ArrivalMix mix)
    {
        var choice = draws.Unit();
        var kind = choice < mix.RushBelow ? ArrivalKind.Rush
            : choice < mix.PresaleBelow ? ArrivalKind.Presale
            : ArrivalKind.Browse;
        var at = _model.ArrivalAt(kind, draws.Unit());
        if (kind == ArrivalKind.Browse)
        {
            return new Visit(kind, at - (long)(trying.BrowseWithin.TotalMilliseconds * draws.Unit()), at, 0);
        }

        var openAt = BeforeMidnight(draws.Unit(), (long)trying.CartsFrom.TotalMilliseconds);
        return kind == ArrivalKind.Rush
            ? new Visit(kind, openAt, at, 0)
            : new Visit(kind, openAt, openAt + DepositAfterMs, at);
    }

    // Of those who pay, some start too late for the deadline of their goods (rule INV-2).
    private static double PaidShare(Scenario scenario, Policy policy)
    {
        var paying = scenario.Behaviour.Paying;
        var atFestivalPrice = scenario.Catalogue.FestivalPriceShare;
        var mobile = MobileShares.Of(scenario.Festival);
        var inTime = (atFestivalPrice * paying.ShareWithin(policy.Inventory.FestivalPayWithin, mobile))
            + ((1 - atFestivalPrice) * paying.ShareWithin(policy.Inventory.PayWithin, mobile));
        return (1 - paying.NeverShare) * inTime;
    }

    // Evenly over the time before, with some minutes to spare.
    private static long BeforeMidnight(double unit, long cartsFromMs) =>
        -SpareMs - (long)((cartsFromMs - SpareMs) * unit);
}

/// <summary>Why buyers come: what a unit draw must be below.</summary>
/// <param name="RushBelow">For the rush.</param>
/// <param name="PresaleBelow">Else for a presale; above it they browse.</param>
internal readonly record struct ArrivalMix(double RushBelow, double PresaleBelow);
