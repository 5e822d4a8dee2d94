namespace FlashSale.Engine;

/// <summary>
/// Answers the searches of one process, from indexes that it makes again at every turn (rule SRC-1).
/// </summary>
/// <param name="sales">
/// Tells the sales by listing of some days up to one, as <see cref="ChinaTime.DayOf"/> counts.
/// </param>
/// <param name="read">Lets a reader read some listings between two commands; whether there are more.</param>
public sealed class MarketSearch(
    Func<int, int, ValueTask<Dictionary<int, int>>> sales, Func<SearchReader, ValueTask<bool>> read)
{
    private readonly Lock _gate = new();
    private MarketIndex? _index;
    private Task<MarketIndex>? _next;

    /// <summary>Searches; the first search of a turn waits until the index is made.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="now">The market's time.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="isSimplified">Whether <see cref="Switch.SearchSimplified"/> is on.</param>
    public async ValueTask<SearchPage> Find(
        SearchQuery query, DateTimeOffset now, Policy policy, bool isSimplified)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var index = Volatile.Read(ref _index);
        if (index is null || !index.HoldsAt(now, policy.Search))
        {
            index = await Next(now, policy);
        }

        return index.Find(query, isSimplified);
    }

    private Task<MarketIndex> Next(DateTimeOffset now, Policy policy)
    {
        lock (_gate)
        {
            if (_index is { } made && made.HoldsAt(now, policy.Search))
            {
                return Task.FromResult(made);
            }

            return _next is { IsCompleted: false } ? _next : _next = Task.Run(() => Make(now, policy));
        }
    }

    private async Task<MarketIndex> Make(DateTimeOffset now, Policy policy)
    {
        var reader = new SearchReader(
            await sales(ChinaTime.DayOf(now), policy.Search.SalesDays), policy.Reputation);
        for (var hasMore = true; hasMore;)
        {
            hasMore = await read(reader);
            reader.Sift();
        }

        var index = new MarketIndex(reader.Found, policy.Search, now);
        Volatile.Write(ref _index, index);
        return index;
    }
}
