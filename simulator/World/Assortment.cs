namespace FlashSale.Simulator;

/// <summary>
/// The goods of a simulated market: who sells what in which category at which price, and how much it is
/// wanted (rules LST-1, DEM-1). It does not change during a run.
/// </summary>
/// <remarks>
/// Listings of a category have consecutive numbers in the order of their rank; the hot ones come last. One
/// ordinary listing in <see cref="PresaleEvery"/> is sold as a presale and as nothing else.
/// </remarks>
internal sealed class Assortment
{
    /// <summary>One listing in so many is a presale (assumed).</summary>
    public const int PresaleEvery = 20;

    private const int PresaleRank = 7; // neither the most nor the least wanted of its twenty

    /// <summary>Of each store: its category and whether it is a brand store.</summary>
    public required IReadOnlyList<(byte Category, bool IsBrand)> Stores { get; init; }

    /// <summary>Of each listing: who sells it, in which category, and how.</summary>
    public required Goods[] Listings { get; init; }

    /// <summary>The first listing of each category, and one more: where the hot ones begin.</summary>
    public required int[] FirstOfCategory { get; init; }

    /// <summary>The choice of a category by its share of orders.</summary>
    public required AliasTable Category { get; init; }

    /// <summary>The choice among the listings of each category that are no presales.</summary>
    public required AliasTable[] Ordinary { get; init; }

    /// <summary>The choice among the presales of each category.</summary>
    public required AliasTable[] Presales { get; init; }

    /// <summary>Of each listing: who sells it, by itself, because it is looked up most.</summary>
    public required int[] StoreOf { get; init; }

    /// <summary>Where the listings of each store begin in <see cref="ByStore"/>, and one more.</summary>
    public required int[] FirstOfStore { get; init; }

    /// <summary>The listings by their stores; neither presales nor hot ones.</summary>
    public required int[] ByStore { get; init; }

    /// <summary>The number of the first hot listing.</summary>
    public int FirstHot => FirstOfCategory[^1];

    /// <summary>The listings of a store that go with another one in an order.</summary>
    public ReadOnlySpan<int> OfStore(int store) =>
        ByStore.AsSpan(FirstOfStore[store]..FirstOfStore[store + 1]);

    /// <summary>A listing of a category that is no presale.</summary>
    public int DrawOrdinary(ref Draws draws)
    {
        var category = Category.Draw(ref draws);
        return FirstOfCategory[category] + Ordinary[category].Draw(ref draws);
    }

    /// <summary>A presale.</summary>
    public int DrawPresale(ref Draws draws)
    {
        var category = Category.Draw(ref draws);
        return FirstOfCategory[category] + Presales[category].Draw(ref draws);
    }

    /// <summary>Another listing of the same category, for one that is sold out.</summary>
    public int DrawSimilar(int listing, ref Draws draws)
    {
        var category = Listings[listing].Category;
        return FirstOfCategory[category] + Ordinary[category].Draw(ref draws);
    }

    /// <summary>Whether the listing of this rank in its category, from 0, is a presale.</summary>
    public static bool IsPresale(int rank) => rank % PresaleEvery == PresaleRank;
}

/// <summary>One listing as the simulator thinks of it; its state is the market's.</summary>
/// <param name="Store">Who sells it.</param>
/// <param name="Category">Its category.</param>
/// <param name="Value">Its price before prices are scaled to the festival's average order.</param>
/// <param name="FestivalLuck">
/// It is cheaper on the day if more than this share of all listings is (rule LST-3).
/// </param>
/// <param name="IsPresale">Whether it is a presale (rule LST-3).</param>
internal readonly record struct Goods(
    int Store, byte Category, double Value, double FestivalLuck, bool IsPresale)
{
    /// <summary>Whether it is cheaper on the day where so large a share of all listings is.</summary>
    public bool HasFestivalPrice(double share) => FestivalLuck < share;
}
