using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// The searches in one category, by its number, or in the whole market, by
/// <see cref="Limits.CategoriesMax"/>.
/// </summary>
[Alias("flashsale.search-grain")]
public interface ISearchGrain : IGrainWithIntegerKey
{
    /// <summary>Searches; the first search of a turn waits until the index is made.</summary>
    [Alias("find"), ReadOnly]
    Task<SearchPage> Find(SearchQuery query);
}
