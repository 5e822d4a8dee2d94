namespace FlashSale.Dashboard;

/// <summary>Who may call.</summary>
internal enum Caller : byte
{
    /// <summary>Buyers and sellers, and operators as well.</summary>
    Anyone = 1,

    /// <summary>Operators of the platform.</summary>
    Operator,
}

/// <summary>One command of the port, read and not yet sent.</summary>
internal abstract record MarketCommand
{
    /// <summary>Who may send it.</summary>
    public virtual Caller Caller => Caller.Anyone;

    /// <summary>Whether the ids for which the market would grow are within what this host allows.</summary>
    public virtual bool IsWithin(ApiLimits limits) => true;

    /// <summary>Sends it.</summary>
    public abstract ValueTask<Outcome> Send(IMarketplace market);
}
