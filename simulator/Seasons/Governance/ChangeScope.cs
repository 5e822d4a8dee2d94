namespace FlashSale.Simulator;

/// <summary>Which stores a change of the rules is for (rule GOV-6: a narrow scope).</summary>
public enum ChangeScope
{
    /// <summary>All stores.</summary>
    All = 1,

    /// <summary>Stores of the consumer market.</summary>
    Consumer,

    /// <summary>Stores of the brand market.</summary>
    Brand,

    /// <summary>Stores that open after the change has begun.</summary>
    NewStores,
}

/// <summary>What of a change no number of the policy says: for whom it is a loss, and how large.</summary>
/// <remarks>Assumed by whoever writes the scenario; chance hits the same stores in every arm.</remarks>
public sealed record ChangeHit
{
    /// <summary>The stores among which some are hit.</summary>
    public ChangeScope Scope { get; init; } = ChangeScope.All;

    /// <summary>The share of them that is hit.</summary>
    public double Stores { get; init; } = 1;

    /// <summary>The share of its profit that a store loses by the whole change.</summary>
    public required double Loss { get; init; }

    /// <summary>Whether it is a punishment, which evidence and appeals make easier to bear.</summary>
    public bool IsPunishment { get; init; }

    internal static ChangeHit Read(Block block) => new()
    {
        Scope = block.Choice<ChangeScope>("scope", ChangeScope.All),
        Stores = block.Share("stores", 1),
        Loss = block.Share("loss", null),
        IsPunishment = block.Flag("isPunishment", false),
    };
}
