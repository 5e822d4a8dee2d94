namespace FlashSale.Simulator;

/// <summary>Who looks at listings that the classifier is not sure of (rule LST-2; MODELS M2).</summary>
public sealed record ReviewerHabits
{
    /// <summary>Reviewers for a million listings (S0: 2,000 for 800 million).</summary>
    public double PerMillion { get; init; } = 2.5;

    /// <summary>Listings that each looks at in a day (assumed).</summary>
    public int PerDay { get; init; } = 200;

    /// <summary>How often a reviewer is right (assumed).</summary>
    public double Accuracy { get; init; } = 0.95;

    /// <summary>Whether they begin with score × price instead of who came first.</summary>
    public bool ByRisk { get; init; }

    /// <summary>Whether a listing that has waited for too long is sold until it is reviewed.</summary>
    public bool PublishesWaiting { get; init; }

    /// <summary>How long that is (assumed).</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Reviews of a day, as many as the listings of the start deserve; below 1 it is one now and
    /// then.</summary>
    internal double PerDayOf(SeasonTerms season) =>
        PerMillion / 1e6 * PerDay * season.Stores * season.ListingsPerStore;

    internal static ReviewerHabits Read(Block block)
    {
        var usual = new ReviewerHabits();
        var habits = new ReviewerHabits
        {
            PerMillion = block.Number("perMillion", usual.PerMillion, new(0.001, 10_000)),
            PerDay = (int)block.Count("perDay", usual.PerDay, 1, 10_000),
            Accuracy = block.Share("accuracy", usual.Accuracy),
            ByRisk = block.Flag("byRisk", usual.ByRisk),
            PublishesWaiting = block.Flag("publishesWaiting", usual.PublishesWaiting),
            WaitMax = block.Length("waitMax", usual.WaitMax, TimeSpan.Zero, TimeSpan.FromDays(365)),
        };
        if (!habits.PublishesWaiting && habits.WaitMax != usual.WaitMax)
        {
            block.Refuse("waitMax", "it changes nothing: what waits is kept", "publishesWaiting: true");
        }

        return habits;
    }
}
