namespace FlashSale.Grains;

/// <summary>A store, as it is stored.</summary>
[GenerateSerializer, Alias("flashsale.row.store")]
internal sealed class StoreState
{
    /// <summary>What it is and how it stands.</summary>
    [Id(0)]
    public Store Store { get; set; }

    /// <summary>Its name.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>What it gives to all its buyers.</summary>
    [Id(2)]
    public Coupon Coupon { get; set; }

    /// <summary>How often what its listings must know has changed.</summary>
    [Id(3)]
    public long TermsVersion { get; set; } = 1;

    /// <summary>A transfer that is under way; null if none is.</summary>
    [Id(4)]
    public Transfer? Pending { get; set; }

    /// <summary>First answers that nothing else tells (rule ORD-4).</summary>
    [Id(10)]
    public FirstAnswerRow[]? Answers { get; set; }

    /// <summary>Acts by the names that clients gave them (rule ORD-4).</summary>
    [Id(11)]
    public KeyedRequest[] Requests { get; set; } = [];

    /// <summary>Whether it is among its seller's stores; false in rows of before.</summary>
    [Id(12)]
    public bool IsWithSeller { get; set; }
}

/// <summary>Says that a listing wants to know of changes, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.store-listing")]
internal sealed record StoreListing;

/// <summary>Who has a name, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.store-name")]
internal sealed record StoreNameState([property: Id(0)] StoreId Holder);
