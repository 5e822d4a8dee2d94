namespace FlashSale.Engine;

/// <summary>Who carries commands out, each with those whom it needs.</summary>
internal sealed class EngineParts
{
    public EngineParts(MarketState state)
    {
        Certifications = new EngineCertifications(state);
        Stores = new EngineStores(state, Certifications);
        Publications = new EnginePublications(state);
        Listings = new EngineListings(state, Publications);
        Checkouts = new EngineCheckouts(state);
        var closings = new EngineClosings(state);
        Payments = new EnginePayments(state, closings);
        Ratings = new EngineRatings(state);
        Steps = new EngineSteps(state, closings, Ratings);
        Refunds = new EngineRefunds(state, closings);
        Disputes = new EngineDisputes(state, Refunds, Steps);
        Transfers = new EngineTransfers(state);
        Cases = new EngineCases(state);
        Falling = new EngineDeadlines(state, closings, Steps);
    }

    public EngineCertifications Certifications { get; }

    public EngineStores Stores { get; }

    public EnginePublications Publications { get; }

    public EngineListings Listings { get; }

    public EngineCheckouts Checkouts { get; }

    public EnginePayments Payments { get; }

    public EngineRatings Ratings { get; }

    public EngineSteps Steps { get; }

    public EngineRefunds Refunds { get; }

    public EngineDisputes Disputes { get; }

    public EngineTransfers Transfers { get; }

    public EngineCases Cases { get; }

    public EngineDeadlines Falling { get; }
}
