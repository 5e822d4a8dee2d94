namespace FlashSale.Marketplace;

/// <summary>Acts whose first answer nothing else tells. The numbers are stored and never reused.</summary>
public enum ActKind : byte
{
    /// <summary>Units of a line of an order are refunded up to a number.</summary>
    Refund = 1,

    /// <summary>The latest step in a store's life.</summary>
    StoreStep = 2,

    /// <summary>A store is opened and pays something else than it owes.</summary>
    Opening = 3,

    /// <summary>The buyer complains about a line of an order.</summary>
    Complaint = 4,

    /// <summary>The latest withdrawal of a planned change of the policy.</summary>
    PolicyWithdrawal = 5,
}

/// <summary>
/// What a client did to a subject – an order, a store – under a name that its repeat has, too.
/// </summary>
/// <param name="Kind">What kind of act.</param>
/// <param name="Which">Which of several of the kind; 0 where there is one.</param>
public readonly record struct Act(ActKind Kind, int Which = 0)
{
    private const int WhichBits = 24;
    private const int UnitsRoom = Limits.UnitsPerLineMax + 1;

    /// <summary>Both in one number.</summary>
    public int Packed => ((int)Kind << WhichBits) | Which;

    /// <summary>
    /// A refund of a line up to a number of units; of what is no line, an act that never was.
    /// </summary>
    public static Act Refund(int line, int unitsInTotal) =>
        line is < 0 or >= Limits.LinesPerCartMax || unitsInTotal is <= 0 or > Limits.UnitsPerLineMax
            ? default
            : new Act(ActKind.Refund, (line * UnitsRoom) + unitsInTotal);

    /// <summary>A complaint about a line; about what is no line, an act that never was.</summary>
    public static Act Complaint(int line) =>
        line is < 0 or >= Limits.LinesPerCartMax ? default : new Act(ActKind.Complaint, line);
}

/// <summary>The first answer to an act that took effect (rule ORD-4).</summary>
/// <remarks>
/// A subject has as many as units of it came back, and one of each other kind: the memory is bounded by what
/// can happen to the subject, and nothing is forgotten.
/// </remarks>
/// <param name="Act">The act.</param>
/// <param name="Contents">What it said beyond its name.</param>
/// <param name="Amount">The amount that was answered.</param>
public readonly record struct FirstAnswer(Act Act, long Contents, Money Amount);
