namespace FlashSale.Dashboard;

/// <summary>The ids in an address, or in a batch: «b17/l5» are a buyer and a listing.</summary>
internal ref struct IdParts(ReadOnlySpan<byte> text, string place)
{
    private ReadOnlySpan<byte> _left = text;

    /// <summary>The next part, a store.</summary>
    public StoreId Store() => Id<StoreId>();

    /// <summary>The next part, a listing.</summary>
    public ListingId Listing() => Id<ListingId>();

    /// <summary>The next part, a buyer.</summary>
    public BuyerId Buyer() => Id<BuyerId>();

    /// <summary>The next part, a checkout.</summary>
    public CheckoutId Checkout() => Id<CheckoutId>();

    /// <summary>The next part, an order.</summary>
    public OrderId Order() => Id<OrderId>();

    /// <summary>The next part, an id of this type.</summary>
    public T Id<T>()
    {
        var form = IdForms.Of<T>();
        return form.TryRead(Next(), out var id) ? id : throw Wrong(form.Expected());
    }

    /// <summary>The next part, a number from 0.</summary>
    public long Number(long max) => IdForms.TryNumber(Next(), max, out var value)
        ? value
        : throw Wrong(FormattableString.Invariant($"a number from 0 to {max}"));

    /// <summary>The next part, a word.</summary>
    public T Word<T>()
        where T : struct, Enum =>
        WordTable<T>.TryParse(Next(), out var member)
            ? member
            : throw Wrong($"one of {string.Join(", ", WordTable<T>.All)}");

    /// <summary>Checks that there is no further part.</summary>
    public readonly void End()
    {
        if (!_left.IsEmpty)
        {
            throw Wrong("fewer parts");
        }
    }

    private readonly MalformedException Wrong(string expected) => new(place, $"expected {expected}");

    private ReadOnlySpan<byte> Next()
    {
        var end = _left.IndexOf((byte)'/');
        var part = end < 0 ? _left : _left[..end];
        _left = end < 0 ? [] : _left[(end + 1)..];
        return part;
    }
}
