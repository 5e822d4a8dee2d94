namespace FlashSale.Simulator;

/// <summary>
/// Everything about a simulated market that a run does not change: goods, buyers, prices, habits.
/// </summary>
/// <remarks>
/// It follows from the scenario alone, so that forks of a run share it and saved runs leave it out. Its
/// calibrated part is shared by all scenarios that differ only in interventions; the rest is the arm's own.
/// </remarks>
internal sealed class World
{
    private World(Scenario scenario, CalibratedWorld calibrated)
    {
        (Scenario, Calibrated) = (scenario, calibrated);
        Policy = scenario.PolicyAtOpening();
        Prices = calibrated.Prices.At(
            scenario.Catalogue.FestivalPriceShare, scenario.Catalogue.FestivalDiscount);
        Coupons = CouponPlan.Of(scenario, calibrated, Prices);
        PriceResponse = PriceResponse.Of(scenario, calibrated, Prices, Coupons);
        Buyers = calibrated.Buyers
            .With(PriceResponse?.FurtherCheckouts ?? 0, calibrated.Base, calibrated.Demand)
            .PayingBy(scenario.Channels, scenario.Seed);
        Transit = scenario.Capacity.Transit.InMs();
        var behaviour = scenario.Behaviour;
        Shopper = new Shopper(Seed, behaviour.Trying);
        Payer = new Payer(Seed, behaviour.Paying, MobileShares.Of(scenario.Festival));
        Recipient = new Recipient(Seed, behaviour.Receiving, behaviour.Returning);
        Rater = new Rater(Seed, behaviour.Rating);
    }

    /// <summary>What the world was made from.</summary>
    public Scenario Scenario { get; }

    /// <summary>What its facts fix.</summary>
    public CalibratedWorld Calibrated { get; }

    /// <summary>The seed of all draws.</summary>
    public ulong Seed => Scenario.Seed;

    /// <summary>The policy when the market opens.</summary>
    public Policy Policy { get; }

    /// <summary>Stores and listings.</summary>
    public Assortment Assortment => Calibrated.Assortment;

    /// <summary>What each listing costs.</summary>
    public PriceList Prices { get; }

    /// <summary>Which stores give a coupon; null if none does.</summary>
    public CouponPlan? Coupons { get; }

    /// <summary>How its prices move what is ordered; null at the prices of the base.</summary>
    public PriceResponse? PriceResponse { get; }

    /// <summary>The buyers.</summary>
    public Crowd Buyers { get; }

    /// <summary>How many orders there are to be and when buyers come.</summary>
    public Demand Demand => Calibrated.Demand;

    /// <summary>How much each listing is wanted.</summary>
    public Wants Wants => Calibrated.Wants;

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

    /// <summary>The world of a scenario.</summary>
    public static World Of(Scenario scenario) => new(scenario, CalibratedWorld.Of(scenario));

    /// <summary>The world of a scenario that shares what its facts fix with others.</summary>
    /// <exception cref="ArgumentException">Its facts fix something else.</exception>
    public static World Of(Scenario scenario, CalibratedWorld calibrated) =>
        KeyRoles.HashOfBase(scenario) == calibrated.Hash
            ? new(scenario, calibrated)
            : throw new ArgumentException("The scenario differs by more than interventions.",
                nameof(scenario));

    /// <summary>The share of a store's parcels that is sent back: that of its category.</summary>
    public double ReturnRateOf(StoreId store) =>
        Scenario.Catalogue.Categories[Assortment.Stores[store.Value].Category].ReturnRate;

    /// <summary>Whether an order has a line at a festival price (rule LST-3).</summary>
    public bool IsFestival(OrderView order)
    {
        var midnight = Scenario.Festival.Midnight;
        return order.PlacedAt >= midnight && order.PlacedAt < midnight.AddDays(1) && order.Lines.Any(
            line => line.Listing.Value < Assortment.Listings.Length
                && Prices.HasFestivalPrice(line.Listing.Value));
    }

    /// <summary>When and why the buyer of a checkout comes.</summary>
    public Visit VisitOf(CheckoutId checkout) => Demand.VisitOf(
        Draws.For(Seed, checkout.Packed, Streams.Visit), Scenario.Behaviour.Trying,
        PriceResponse is { } response && response.IsFurther(checkout) ? response.FurtherMix : Demand.Mix);
}
