namespace FlashSale.Tests.Engine;

/// <summary>Rules of screening under which little happens until much does (rule LST-2).</summary>
internal static class Screenings
{
    /// <summary>Looks too wrong to be sold, for anybody.</summary>
    public const int Wrong = 5_000;

    /// <summary>Looks as if a reviewer should look.</summary>
    public const int Odd = 3_000;

    /// <summary>Looks honest.</summary>
    public const int Fine = 0;

    /// <summary>A brand, and what its goods cost.</summary>
    public const int Brand = 7;

    /// <summary>Two reviews a day; who waits for two hours is sold.</summary>
    public static ScreeningPolicy Policy { get; } = new()
    {
        IsOn = true,
        Reviewers = 1,
        ReviewsPerReviewer = 2,
        PublishesWaiting = true,
        WaitMax = TimeSpan.FromHours(2),
    };

    /// <summary>The rules of generated histories with screening.</summary>
    public static Policy Rules { get; } = Fair.Usual with
    {
        Screening = Policy with { ReviewsPerReviewer = 1 },
    };

    /// <summary>The terms of a listing, of a brand or of none.</summary>
    public static ListingTerms Terms(int store = 0, int brand = 0) =>
        Fixtures.Terms(stock: 5, store: new StoreId(store)) with { Brand = brand };
}
