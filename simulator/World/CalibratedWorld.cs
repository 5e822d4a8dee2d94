namespace FlashSale.Simulator;

/// <summary>
/// What the facts of a festival fix and no intervention moves: goods, list prices, buyers, demand, wants.
/// </summary>
/// <remarks>
/// Immutable: one for a base and a seed, shared by all runs that differ only in interventions. It is
/// calibrated with the shipped behaviour and policy of the year; what a scenario sets otherwise acts
/// afterwards (<see cref="KeyRoles"/>), so that it can lose orders, or win some.
/// </remarks>
internal sealed class CalibratedWorld
{
    private readonly BasketSample _sample;

    private CalibratedWorld(Scenario scenario)
    {
        Base = scenario.Base();
        Hash = KeyRoles.HashOfBase(scenario);
        Assortment = AssortmentMaker.Make(Base);
        OrdersPerCheckout = new AliasTable([.. Base.Population.OrdersPerCheckout]);
        LinesPerOrder = new AliasTable([.. Base.Population.LinesPerOrder]);
        HotShare = Base.Catalogue.HotListings.Sum(hot => hot.ShareOfOrders);
        Hot = HotShare > 0
            ? new AliasTable([.. Base.Catalogue.HotListings.Select(hot => hot.ShareOfOrders)])
            : default;
        var policy = Base.PolicyAtStart();
        _sample = BasketSample.Of(this);
        Demand = new Demand(Base, policy, _sample);
        Prices = PriceList.Of(this, policy.Carts, _sample);
        Buyers = Crowd.Of(Base, Demand);
        Wants = Wants.Of(this);
    }

    /// <summary>The scenario without its interventions.</summary>
    public Scenario Base { get; }

    /// <summary>Two worlds with the same hash are the same.</summary>
    public string Hash { get; }

    /// <summary>Stores and listings.</summary>
    public Assortment Assortment { get; }

    /// <summary>What each listing costs.</summary>
    public PriceList Prices { get; }

    /// <summary>The buyers.</summary>
    public Crowd Buyers { get; }

    /// <summary>How many orders there are to be and when buyers come.</summary>
    public Demand Demand { get; }

    /// <summary>How much each listing is wanted.</summary>
    public Wants Wants { get; }

    /// <summary>Orders of a checkout, less one.</summary>
    public AliasTable OrdersPerCheckout { get; }

    /// <summary>Lines of an order, less one.</summary>
    public AliasTable LinesPerOrder { get; }

    /// <summary>The share of orders that want a hot listing.</summary>
    public double HotShare { get; }

    /// <summary>The choice among the hot listings.</summary>
    public AliasTable Hot { get; }

    /// <summary>Parcels of the sample: what packing and couriers are planned by.</summary>
    public double Parcels => Base.Festival.OrdersPaid * Base.Scale;

    /// <summary>What a paid order is worth on average, under rules of carts (rule CRT-2).</summary>
    public double PaidYuan(CartPolicy carts) =>
        PriceList.OrderYuan(Demand.PresaleShare, carts, _sample, Prices.LevelYuan);

    /// <summary>The world that a scenario's facts fix.</summary>
    public static CalibratedWorld Of(Scenario scenario) => new(scenario);
}
