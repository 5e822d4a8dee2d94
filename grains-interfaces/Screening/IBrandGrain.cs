namespace FlashSale.GrainInterfaces;

/// <summary>A brand of the platform's catalogue, by its number (rule LST-2).</summary>
[Alias("flashsale.brand-grain")]
public interface IBrandGrain : ICommandGrain
{
    /// <summary>What the catalogue says of it.</summary>
    [Alias("find")]
    Task<CatalogueBrand> Find();
}

/// <summary>The reviewers of listings, and their day; there is one, 0 (rule LST-2).</summary>
[Alias("flashsale.listing-review-grain")]
public interface IListingReviewGrain : IGrainWithIntegerKey
{
    /// <summary>A reviewer looks at a listing, if one has time; once for each listing and day.</summary>
    [Alias("take")]
    Task<bool> Take(ListingId listing);

    /// <summary>The reviewers' day as it is now.</summary>
    [Alias("pool")]
    Task<ReviewPool> Pool();
}
