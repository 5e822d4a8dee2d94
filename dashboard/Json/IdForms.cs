namespace FlashSale.Dashboard;

/// <summary>
/// All types of ids. Whatever reads or writes them – addresses, batches, bodies, OpenAPI – asks here.
/// </summary>
internal static class IdForms
{
    private static readonly (char Before, int Max) Buyer = ('b', int.MaxValue);
    private static readonly (char Before, int Max) Number = ('-', CheckoutId.NumberMax);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IIdForm> All { get; } =
    [
        Numbered("store", "s3", number => new StoreId(number), id => id.Value),
        Numbered("seller", "p3", number => new SellerId(number), id => id.Value),
        Numbered("listing", "l5", number => new ListingId(number), id => id.Value),
        Numbered("buyer", "b17", number => new BuyerId(number), id => id.Value),
        new IdForm<CheckoutId>(
            "checkout", "b17-3", [Buyer, Number], numbers => new CheckoutId(new(numbers[0]), numbers[1]),
            (id, numbers) => (numbers[0], numbers[1]) = (id.Buyer.Value, id.Number)),
        new IdForm<OrderId>(
            "order", "b17-3.0", [Buyer, Number, ('.', Limits.LinesPerCartMax - 1)],
            numbers => new CheckoutId(new(numbers[0]), numbers[1]).Order(numbers[2]),
            (id, numbers) => (numbers[0], numbers[1], numbers[2]) =
                (id.Buyer.Value, id.Checkout.Number, id.Part)),
        new IdForm<CaseId>(
            "case", "c3-1", [('c', int.MaxValue), ('-', int.MaxValue)],
            numbers => new CaseId(new(numbers[0]), numbers[1]),
            (id, numbers) => (numbers[0], numbers[1]) = (id.Seller.Value, id.Number)),
    ];

    /// <summary>The form of a type; null if it is no type of ids.</summary>
    public static IIdForm? Find(Type type) => All.FirstOrDefault(form => form.Type == type);

    /// <summary>The form of a type of ids.</summary>
    public static IdForm<T> Of<T>() => Known<T>.Form;

    /// <summary>Reads a number without sign and without leading zeros.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, long max, out long value)
    {
        const int digitsMax = 18; // so that nothing overflows
        value = 0;
        if (text.Length is 0 or > digitsMax || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return value <= max;
    }

    // A letter and a number, as the example shows.
    private static IdForm<T> Numbered<T>(
        string name, string example, Func<int, T> idOf, Func<T, int> numberOf) => new(
        name, example, [(example[0], int.MaxValue)], numbers => idOf(numbers[0]),
        (id, numbers) => numbers[0] = numberOf(id));

    private static class Known<T>
    {
        public static readonly IdForm<T> Form = (IdForm<T>)Find(typeof(T))!;
    }
}
