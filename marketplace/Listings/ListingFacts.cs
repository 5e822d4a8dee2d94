namespace FlashSale.Marketplace;

/// <summary>All that a listing keeps, laid open for hosts that store them one by one.</summary>
/// <remarks>Rules LST-1, LST-3, INV-1, INV-3. The default is no listing.</remarks>
public readonly record struct ListingFacts
{
    /// <summary>The store that sells it.</summary>
    public required StoreId Store { get; init; }

    /// <summary>The category of goods.</summary>
    public required CategoryId Category { get; init; }

    /// <summary>The brand, 0 for none.</summary>
    public required int Brand { get; init; }

    /// <summary>The price of one unit outside any window.</summary>
    public required Money Price { get; init; }

    /// <summary>The festival price, if there is one.</summary>
    public required FestivalPrice? Festival { get; init; }

    /// <summary>The presale, if it is one.</summary>
    public required Presale? Presale { get; init; }

    /// <summary>Units that one buyer may have over all orders; 0 is no limit.</summary>
    public required int UnitsPerBuyer { get; init; }

    /// <summary>When units are taken out of sale.</summary>
    public required HoldMode Hold { get; init; }

    /// <summary>Whether the seller took it off sale.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>Whether the platform took it down (rule TRU-3).</summary>
    public bool IsTakenDown { get; init; }

    /// <summary>How far its screening is (rule LST-2).</summary>
    public PublicationStatus Publication { get; init; }

    /// <summary>The terms with which such a listing could have been published.</summary>
    internal ListingTerms Terms() => new()
    {
        Store = Store,
        Category = Category,
        Brand = Brand,
        Price = Price,
        Festival = Festival,
        Presale = Presale,
        UnitsPerBuyer = UnitsPerBuyer,
        Hold = Hold,
        Stock = 0,
    };
}
