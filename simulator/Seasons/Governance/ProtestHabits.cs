namespace FlashSale.Simulator;

/// <summary>Who joins a protest and what those do who have (rules GOV-3, GOV-5, MODELS M17).</summary>
public sealed record ProtestHabits
{
    /// <summary>The grievance at which the middle seller would protest alone (assumed).</summary>
    public double Threshold { get; init; } = 3;

    /// <summary>How much sellers differ: the standard deviation of its logarithm (assumed).</summary>
    public double Spread { get; init; } = 0.8;

    /// <summary>How much neighbours who have joined add to a grievance (assumed).</summary>
    public double NeighbourWeight { get; init; } = 2;

    /// <summary>Sellers in a chat group (assumed).</summary>
    public int ChatGroup { get; init; } = 30;

    /// <summary>The share of sellers from which on it is a protest (assumed).</summary>
    public double StartsAt { get; init; } = 0.002;

    /// <summary>Shares of petition and chat, paid clicks, hoarded stock, poor ratings (assumed).</summary>
    public IReadOnlyList<double> Acts { get; init; } = [0.60, 0.25, 0.10, 0.05];

    /// <summary>Acts of a participant a day (assumed).</summary>
    public int ActsPerDay { get; init; } = 2;

    /// <summary>Those of an organiser (assumed).</summary>
    public int ActsOfOrganiser { get; init; } = 6;

    /// <summary>Organisers among the participants (assumed).</summary>
    public double OrganisersShare { get; init; } = 0.05;

    /// <summary>Organisers who have no store (L19: 40 %); the others were punished.</summary>
    public double WithoutStoreShare { get; init; } = 0.4;

    /// <summary>How many of the largest stores are attacked (assumed).</summary>
    public int Victims { get; init; } = 10;

    /// <summary>Units that a hoarding order takes at most which is left to close (assumed).</summary>
    public int HoardUnits { get; init; } = 200;

    /// <summary>Units of one that is paid, and sent back (assumed).</summary>
    public int PaidUnits { get; init; } = 10;

    /// <summary>The share of hoarding orders that is paid, and sent back after delivery (assumed).</summary>
    public double PaidShare { get; init; } = 0.3;

    /// <summary>Units of a listing that one buyer may have (INV-3); 0 is no limit.</summary>
    public int UnitsPerBuyer { get; init; }

    /// <summary>What a store pays for a click (assumed).</summary>
    public double YuanPerClick { get; init; } = 1;

    /// <summary>What is left of enforcement after a protest (assumed on S0).</summary>
    public double TiredFactor { get; init; } = 0.7;

    /// <summary>For how long (assumed on S0).</summary>
    public TimeSpan TiredFor { get; init; } = TimeSpan.FromDays(60);

    /// <summary>What a seller's chat is above to give an alert, in standard deviations (assumed).</summary>
    public double AlertDeviations { get; init; } = 4;

    internal static ProtestHabits Read(Block block)
    {
        var usual = new ProtestHabits();
        var habits = new ProtestHabits
        {
            Threshold = block.Number("threshold", usual.Threshold, new(0.01, 1_000)),
            Spread = block.Number("spread", usual.Spread, new(0, 5)),
            NeighbourWeight = block.Number("neighbourWeight", usual.NeighbourWeight, new(0, 100)),
            ChatGroup = (int)block.Count("chatGroup", usual.ChatGroup, 2, 10_000),
            StartsAt = block.Number("startsAt", usual.StartsAt, new(0.000_001, 1)),
            Acts = block.Shares("acts", usual.Acts, itemsMax: 4),
            ActsPerDay = (int)block.Count("actsPerDay", usual.ActsPerDay, 0, ActsMax),
            ActsOfOrganiser = (int)block.Count("actsOfOrganiser", usual.ActsOfOrganiser, 0, ActsMax),
            OrganisersShare = block.Number("organisersShare", usual.OrganisersShare, new(0, 0.5)),
            WithoutStoreShare = block.Share("withoutStoreShare", usual.WithoutStoreShare),
            Victims = (int)block.Count("victims", usual.Victims, 1, 10_000),
            HoardUnits = (int)block.Count("hoardUnits", usual.HoardUnits, 1, Limits.UnitsPerLineMax),
            PaidUnits = (int)block.Count("paidUnits", usual.PaidUnits, 1, Limits.UnitsPerLineMax),
            PaidShare = block.Share("paidShare", usual.PaidShare),
            UnitsPerBuyer = (int)block.Count(
                "unitsPerBuyer", usual.UnitsPerBuyer, 0, Limits.UnitsPerLineMax),
            YuanPerClick = block.Number("yuanPerClick", usual.YuanPerClick, new(0, 1_000)),
            TiredFactor = block.Share("tiredFactor", usual.TiredFactor),
            TiredFor = block.Length("tiredFor", usual.TiredFor, TimeSpan.Zero, TimeSpan.FromDays(366)),
            AlertDeviations = block.Number("alertDeviations", usual.AlertDeviations, new(0.1, 100)),
        };
        if (habits.Acts.Count != usual.Acts.Count)
        {
            block.Refuse("acts", $"{habits.Acts.Count} shares",
                "four shares: petition and chat, paid clicks, hoarded stock, poor ratings");
        }

        return habits;
    }

    /// <summary>Acts of a participant a day that a checkout's number has room for.</summary>
    internal const int ActsMax = 16;
}
