using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace FlashSale.Grains;

/// <summary>
/// What seldom happens, counted for each store from its opening on: who asks for the first time sees a 0, and
/// so the first one that comes.
/// </summary>
internal sealed class StoreTotals
{
    private readonly ConcurrentDictionary<string, StrongBox<long>> _totals = new(StringComparer.Ordinal);

    /// <summary>A store is opened: from now on it is counted.</summary>
    public void Begin(string store) => _totals.TryAdd(store, new StrongBox<long>());

    /// <summary>Adds to the total of a store.</summary>
    public void Add(string store, long more) => Interlocked.Add(ref _totals[store].Value, more);

    /// <summary>All totals.</summary>
    public IEnumerable<Measurement<long>> All() => _totals.Select(one => new Measurement<long>(
        Interlocked.Read(ref one.Value.Value), new KeyValuePair<string, object?>("store", one.Key)));
}
