namespace FlashSale.LoadTests;

/// <summary>Which listings buyers want.</summary>
internal enum Popularity
{
    /// <summary>All alike.</summary>
    Uniform = 1,

    /// <summary>The nth best is wanted 1/n as often as the best (Zipf with exponent 1).</summary>
    Zipf,

    /// <summary>All want the same one.</summary>
    Hot,
}

/// <summary>Where the silo keeps its rows.</summary>
internal enum Storage
{
    /// <summary>In memory.</summary>
    Memory = 1,

    /// <summary>In a SQLite file with synchronous=FULL.</summary>
    Sqlite,

    /// <summary>In PostgreSQL.</summary>
    Postgres,
}

/// <summary>What one measurement does.</summary>
/// <param name="Storage">Where rows are kept.</param>
/// <param name="Popularity">Which listings are wanted.</param>
/// <param name="Clients">Buyers that act at a time; each waits for its answer.</param>
/// <param name="WarmUp">How long nothing is counted.</param>
/// <param name="Measured">How long orders are counted.</param>
internal sealed record Shape(
    Storage Storage, Popularity Popularity, int Clients, TimeSpan WarmUp, TimeSpan Measured)
{
    /// <summary>Buyers.</summary>
    public const int Buyers = 10_000;

    /// <summary>Stores, each of another seller.</summary>
    public const int Stores = 1_000;

    /// <summary>Listings of each store.</summary>
    public const int ListingsPerStore = 10;

    /// <summary>All listings.</summary>
    public const int Listings = Stores * ListingsPerStore;

    /// <summary>How much each listing is wanted, beside the others.</summary>
    public double[] Weights => Popularity switch
    {
        Popularity.Uniform => [.. Enumerable.Repeat(1.0, Listings)],
        Popularity.Zipf => [.. Enumerable.Range(1, Listings).Select(rank => 1.0 / rank)],
        _ => [1.0],
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Storage}, {Popularity}, {Clients} clients";
}
