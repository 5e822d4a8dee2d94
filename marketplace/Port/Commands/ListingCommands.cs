namespace FlashSale.Marketplace;

/// <summary>Puts a listing on sale (rules LST-1, LST-3).</summary>
public readonly record struct Publish(ListingId Id, ListingTerms Terms) : ICommand<Publish, ListingResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Publish;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static NewIds NewIdsOf(in Publish command) => new(Listing: command.Id);

    /// <inheritdoc/>
    public static Publish Read(ref FieldReader fields) =>
        new(new ListingId(fields.Take<int>()), ReadTerms(ref fields));

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(Terms.Store.Value);
        fields.Put(Terms.Category.Value);
        fields.Put(Terms.Brand);
        fields.Put(Terms.Price);
        fields.Put(Terms.UnitsPerBuyer);
        fields.Put((byte)Terms.Hold);
        fields.Put(Terms.Stock);
        fields.Put(Terms.Buckets);
        fields.Put(Terms.Festival is not null);
        fields.Put(Terms.Festival?.Price ?? Money.Zero);
        fields.Put(Terms.Festival?.From ?? default(DateTimeOffset));
        fields.Put(Terms.Festival?.Until ?? default(DateTimeOffset));
        fields.Put(Terms.Presale is not null);
        fields.Put(Terms.Presale?.Deposit ?? Money.Zero);
        fields.Put(Terms.Presale?.BalanceFrom ?? default(DateTimeOffset));
        fields.Put(Terms.Presale?.BalanceUntil ?? default(DateTimeOffset));
        fields.Put(Terms.Title);
        fields.Put(Terms.Attributes);
    }

    private static ListingTerms ReadTerms(ref FieldReader fields) => new()
    {
        Store = new StoreId(fields.Take<int>()),
        Category = new CategoryId(fields.Take<byte>()),
        Brand = fields.Take<int>(),
        Price = fields.TakeMoney(),
        UnitsPerBuyer = fields.Take<int>(),
        Hold = fields.Take<HoldMode>(),
        Stock = fields.Take<int>(),
        Buckets = fields.Take<int>(),
        Festival = ReadFestival(ref fields),
        Presale = ReadPresale(ref fields),
        Title = fields.TakeText(),
        Attributes = fields.TakeAttributes(),
    };

    private static FestivalPrice? ReadFestival(ref FieldReader fields)
    {
        var isThere = fields.TakeBool();
        var festival = new FestivalPrice(fields.TakeMoney(), fields.TakeMoment(), fields.TakeMoment());
        return isThere ? festival : null;
    }

    private static Presale? ReadPresale(ref FieldReader fields)
    {
        var isThere = fields.TakeBool();
        var presale = new Presale(fields.TakeMoney(), fields.TakeMoment(), fields.TakeMoment());
        return isThere ? presale : null;
    }
}

/// <summary>Changes a listing's price; orders already placed keep theirs.</summary>
public readonly record struct Reprice(ListingId Id, Money Price, RequestId Request = default)
    : IKeyedCommand<Reprice, ListingResult>
{
    /// <inheritdoc/>
    public static ListingResult IdReused => ListingResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Reprice;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static Reprice Read(ref FieldReader fields) =>
        new(new ListingId(fields.Take<int>()), fields.TakeMoney(), fields.TakeRequest());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(Price);
        fields.Put(Request);
    }
}

/// <summary>Brings the units ever put up for sale up to a number: a repeat changes nothing.</summary>
public readonly record struct Restock(ListingId Id, int UnitsInTotal) : ICommand<Restock, ListingResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Restock;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static Restock Read(ref FieldReader fields) =>
        new(new ListingId(fields.Take<int>()), fields.Take<int>());

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(UnitsInTotal);
    }
}

/// <summary>Takes a listing off sale.</summary>
public readonly record struct Withdraw(ListingId Id) : ICommand<Withdraw, ListingResult>
{
    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Withdraw;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public static Withdraw Read(ref FieldReader fields)
    {
        var id = new ListingId(fields.Take<int>());
        fields.Take<int>(); // never used
        return new(id);
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put(Id.Value);
        fields.Put(0);
    }
}

/// <summary>Calls about listings.</summary>
public static class ListingCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Publish"/>
        public ValueTask<ListingResult> Publish(ListingId id, ListingTerms terms)
        {
            ArgumentNullException.ThrowIfNull(terms);
            return market.Do<Publish, ListingResult>(new(id, terms));
        }

        /// <inheritdoc cref="Marketplace.Reprice"/>
        public ValueTask<ListingResult> Reprice(ListingId id, Money price, RequestId request = default) =>
            market.Do<Reprice, ListingResult>(new(id, price, request));

        /// <inheritdoc cref="Marketplace.Restock"/>
        public ValueTask<ListingResult> Restock(ListingId id, int unitsInTotal) =>
            market.Do<Restock, ListingResult>(new(id, unitsInTotal));

        /// <inheritdoc cref="Marketplace.Withdraw"/>
        public ValueTask<ListingResult> Withdraw(ListingId id) => market.Do<Withdraw, ListingResult>(new(id));
    }
}
