namespace FlashSale.Grains;

/// <summary>
/// A split listing's units that no bucket has: lent to buckets that are short, recalled from those that have
/// more than they need (rule INV-4).
/// </summary>
/// <remarks>
/// Only the pool moves units, one request at a time, so that a wish that it cannot fill is refused exactly:
/// nothing is under way between two buckets at that moment. What was lent and given back are running totals,
/// which can be told twice without harm.
/// </remarks>
internal sealed class StockPool(GrainRoom room, ListingId listing, ListingState state, Func<Task> save)
{
    private const int SpareShare = 2; // a bucket gets its share of half of what is left, and comes again

    private readonly OneByOne _turns = new();
    private readonly bool[] _maySpare = [.. state.Lent.Select(_ => true)];

    /// <summary>Units that no bucket has.</summary>
    public long Units => state.PutIn - state.Lent.Sum() + state.Given.Sum();

    /// <summary>A bucket has units again that it did not have.</summary>
    public void Note(int bucket) => _maySpare[bucket] = true;

    /// <summary>Lends a bucket at least as many units as it wants, or none.</summary>
    /// <returns>All units ever lent to it.</returns>
    public Task<long> Lend(int bucket, long given, int wanted) => wanted == 0
        ? Task.FromResult(state.Lent[bucket]) // out of turn: a bucket wakes up while it is asked to give
        : _turns.Run(async () =>
        {
            state.Given[bucket] = Math.Max(state.Given[bucket], given);
            if (wanted > Units)
            {
                await Recall(bucket, wanted);
            }

            if (wanted <= Units)
            {
                var share = Units / (SpareShare * state.Lent.Length);
                state.Lent[bucket] += Math.Max(wanted, share);
                _maySpare[bucket] = true;
                await save();
            }

            return state.Lent[bucket];
        });

    private async Task Recall(int except, int wanted)
    {
        for (var step = 1; step < state.Lent.Length && wanted > Units; step++)
        {
            var bucket = (except + step) % state.Lent.Length;
            if (_maySpare[bucket])
            {
                _maySpare[bucket] = false; // before it is asked: what comes back meanwhile is noted again
                var grain = room.Grains.Bucket(StockKey.Of(listing, bucket));
                state.Given[bucket] = Math.Max(state.Given[bucket], await grain.Recall(state.Lent[bucket]));
            }
        }
    }
}
