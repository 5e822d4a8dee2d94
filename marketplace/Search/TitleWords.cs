namespace FlashSale.Marketplace;

/// <summary>Which listings of an index have a word in their titles.</summary>
internal sealed class TitleWords
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly int[] _counts;

    /// <summary>The words of these listings.</summary>
    public TitleWords(IReadOnlyList<SearchedListing> listings)
    {
        _counts = new int[listings.Count];
        for (var place = 0; place < listings.Count; place++)
        {
            var words = SearchWords.Of(listings[place].Title);
            _counts[place] = words.Count;
            foreach (var word in words)
            {
                if (!_places.TryGetValue(word, out var having))
                {
                    _places[word] = having = [];
                }

                having.Add(place);
            }
        }
    }

    /// <summary>The share of a title's words that so many of them are.</summary>
    public double ShareOf(int place, int words) => words / (double)_counts[place];

    /// <summary>The places of the listings that have all of these words, rising.</summary>
    /// <param name="words">At least one.</param>
    public IEnumerable<int> Having(IReadOnlyList<string> words)
    {
        var lists = words.Select(word => _places.GetValueOrDefault(word)).OfType<List<int>>()
            .OrderBy(having => having.Count).ToList();
        return lists.Count < words.Count
            ? []
            : lists[0].Where(place => lists.Skip(1).All(having => having.BinarySearch(place) >= 0));
    }
}
