namespace FlashSale.Marketplace;

/// <summary>What became of a wish to hold units.</summary>
public enum ReserveResult : byte
{
    /// <summary>The units are held for the order.</summary>
    Held = 1,

    /// <summary>Fewer units are for sale than were wanted; nothing is held.</summary>
    SoldOut,

    /// <summary>The buyer would have more units than the listing allows one buyer (rule INV-3).</summary>
    LimitReached,

    /// <summary>The listing is withdrawn, or its store may not sell now (rule STO-1).</summary>
    NotForSale,
}

/// <summary>
/// Units of one listing, or of one bucket of it: put in, still for sale, held for unpaid orders, and sold.
/// </summary>
/// <remarks>
/// Rules INV-1 and INV-2. A mutable struct so that an engine can keep millions of them in one array. Units
/// for sale are derived, so «for sale + held + sold = put in» holds by construction and «for sale ≥ 0» is
/// what the methods guard.
/// </remarks>
public struct Stock : IEquatable<Stock>
{
    /// <summary>Units ever put in, less units taken out or lent to another bucket.</summary>
    public int PutIn { get; private set; }

    /// <summary>Units held for orders that are not paid yet.</summary>
    public int Held { get; private set; }

    /// <summary>Units sold and not returned to sale.</summary>
    public int Sold { get; private set; }

    /// <summary>Units that a buyer can still reserve.</summary>
    public readonly int ForSale => PutIn - Held - Sold;

    /// <summary>New stock.</summary>
    public static Stock Of(int units)
    {
        var stock = default(Stock);
        stock.Add(units);
        return stock;
    }

    /// <summary>Builds stock again from what was stored of it.</summary>
    /// <exception cref="ArgumentException">
    /// A number is negative or too large, or more units are held and sold than were put in.
    /// </exception>
    public static Stock Of(int putIn, int held, int sold) =>
        putIn > Limits.StockMax || held < 0 || sold < 0 || held > putIn || sold > putIn - held
            ? throw new ArgumentException(
                $"No stock of {putIn} units has {held} held and {sold} sold.", nameof(putIn))
            : new Stock { PutIn = putIn, Held = held, Sold = sold };

    /// <summary>Puts more units up for sale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Units are negative or the stock would pass <see cref="Limits.StockMax"/>.
    /// </exception>
    public void Add(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(units, Limits.StockMax - PutIn);
        PutIn += units;
    }

    /// <summary>
    /// Takes units that are for sale out again: lent to another bucket, damaged, or miscounted.
    /// </summary>
    /// <returns>How many were taken: all that were asked for, or as many as are for sale.</returns>
    public int TakeOut(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        var taken = Math.Min(units, ForSale);
        PutIn -= taken;
        return taken;
    }

    /// <summary>Holds units for an order until it is paid or closed.</summary>
    public ReserveResult Reserve(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        if (units > ForSale)
        {
            return ReserveResult.SoldOut;
        }

        Held += units;
        return ReserveResult.Held;
    }

    /// <summary>Sells units that were held: their order is paid.</summary>
    public void Commit(int units)
    {
        Invariant.Holds(units > 0 && units <= Held, "only held units are sold");
        Held -= units;
        Sold += units;
    }

    /// <summary>Puts held units back on sale: their order is closed unpaid.</summary>
    public void Release(int units)
    {
        Invariant.Holds(units > 0 && units <= Held, "only held units are released");
        Held -= units;
    }

    /// <summary>
    /// Puts sold units back on sale: they were refunded before they left the store, or came back sound.
    /// </summary>
    public void PutBack(int units)
    {
        Invariant.Holds(units > 0 && units <= Sold, "only sold units come back");
        Sold -= units;
    }

    /// <inheritdoc/>
    public readonly bool Equals(Stock other) => (PutIn, Held, Sold) == (other.PutIn, other.Held, other.Sold);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Stock other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(PutIn, Held, Sold);

    /// <summary>Whether both have the same units in the same states.</summary>
    public static bool operator ==(Stock left, Stock right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Stock left, Stock right) => !left.Equals(right);
}
