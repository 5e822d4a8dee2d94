namespace FlashSale.Simulator;

/// <summary>
/// Everything about a simulated market that a run does not change: goods, buyers, prices, habits.
/// </summary>
/// <remarks>
/// It follows from the scenario alone, so that forks of a run share it and saved runs leave it out.
/// </remarks>
internal sealed class World
{
    private World(Scenario scenario)
    {
        Scenario = scenario;
        Policy = scenario.PolicyAtStart();
        Assortment = AssortmentMaker.Make(scenario);
        OrdersPerCheckout = new AliasTable([.. scenario.Population.OrdersPerCheckout]);
        LinesPerOrder = new AliasTable([.. scenario.Population.LinesPerOrder]);
        HotShare = scenario.Catalogue.HotListings.Sum(hot => hot.ShareOfOrders);
        Hot = HotShare > 0
            ? new AliasTable([.. scenario.Catalogue.HotListings.Select(hot => hot.ShareOfOrders)])
            : default;
        Transit = scenario.Capacity.Transit.InMs();
        var behaviour = scenario.Behaviour;
        Shopper = new Shopper(Seed, behaviour.Trying);
        Payer = new Payer(Seed, behaviour.Paying);
        Recipient = new Recipient(Seed, behaviour.Receiving, behaviour.Returning);
        Rater = new Rater(Seed, behaviour.Rating);
        var sample = BasketSample.Of(this);
        Demand = new Demand(scenario, Policy, sample);
        Prices = PriceList.Of(this, sample);
        Buyers = Crowd.Of(this);
        Wants = Wants.Of(this);
    }

    /// <summary>What the world was made from.</summary>
    public Scenario Scenario { get; }

    /// <summary>The seed of all draws.</summary>
    public ulong Seed => Scenario.Seed;

    /// <summary>The policy at the start.</summary>
    public Policy Policy { get; }

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

    /// <summary>How long parcels are on the road.</summary>
    public QuantileTable Transit { get; }

    /// <summary>Any buyer on the way to an order.</summary>
    public Shopper Shopper { get; }

    /// <summary>Any buyer who has ordered.</summary>
    public Payer Payer { get; }

    /// <summary>Any buyer who has paid.</summary>
    public Recipient Recipient { get; }

    /// <summary>Any buyer who has confirmed receipt.</summary>
    public Rater Rater { get; }

    /// <summary>Orders of a checkout, less one.</summary>
    public AliasTable OrdersPerCheckout { get; }

    /// <summary>Lines of an order, less one.</summary>
    public AliasTable LinesPerOrder { get; }

    /// <summary>The share of orders that want a hot listing.</summary>
    public double HotShare { get; }

    /// <summary>The choice among the hot listings.</summary>
    public AliasTable Hot { get; }

    /// <summary>The world of a scenario.</summary>
    public static World Of(Scenario scenario) => new(scenario);

    /// <summary>The share of a store's parcels that is sent back: that of its category.</summary>
    public double ReturnRateOf(StoreId store) =>
        Scenario.Catalogue.Categories[Assortment.Stores[store.Value].Category].ReturnRate;

    /// <summary>Whether an order has a line at a festival price (rule LST-3).</summary>
    public bool IsFestival(OrderView order)
    {
        var midnight = Scenario.Festival.Midnight;
        return order.PlacedAt >= midnight && order.PlacedAt < midnight.AddDays(1) && order.Lines.Any(
            line => line.Listing.Value < Assortment.Listings.Length
                && Assortment.Listings[line.Listing.Value].HasFestivalPrice);
    }

    /// <summary>When time confirms the receipt of a shipped order (rule ORD-2).</summary>
    public DateTimeOffset ConfirmBy(OrderView order) =>
        OrderDeadlines.ConfirmBy(order.ShippedAt!.Value, IsFestival(order), Policy.Orders);

    /// <summary>When and why the buyer of a checkout comes.</summary>
    public Visit VisitOf(CheckoutId checkout) =>
        Demand.VisitOf(Draws.For(Seed, checkout.Packed, Streams.Visit));
}
