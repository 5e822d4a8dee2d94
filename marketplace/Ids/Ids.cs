namespace FlashSale.Marketplace;

/// <summary>
/// A buyer: a number from 0, chosen by whoever registers buyers; hosts keep them in dense tables.
/// </summary>
public readonly record struct BuyerId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"b{Value}";
}

/// <summary>The person or organisation behind one or more stores (rule IDN-4).</summary>
public readonly record struct SellerId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"p{Value}";
}

/// <summary>A store: a number from 0, chosen by whoever opens it.</summary>
public readonly record struct StoreId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"s{Value}";
}

/// <summary>A listing: a number from 0, chosen by whoever publishes it.</summary>
public readonly record struct ListingId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"l{Value}";
}

/// <summary>A category of goods, an index into <see cref="Policy.Categories"/>.</summary>
public readonly record struct CategoryId(byte Value);

/// <summary>A region that parcels are delivered to, from 0 to <see cref="Limits.RegionsMax"/> − 1.</summary>
public readonly record struct RegionId(byte Value);
