using System.Globalization;

namespace FlashSale.Grains;

/// <summary>Compares what listings keep with what orders say (rules INV-1 to INV-4).</summary>
internal sealed class StockCount(GrainRoom room, OrderCount orders)
{
    private readonly Dictionary<ListingId, ListingState> _listings = [];
    private readonly Dictionary<ListingId, List<BucketState>> _buckets = [];
    private readonly Dictionary<ListingId, long> _held = [];

    /// <summary>Runs the checks.</summary>
    public async Task<IReadOnlyList<AuditCheck>> Run()
    {
        await Load();
        return [StockAddsUp(), HoldsHaveOrders(), await BuyerLimitsHold()];
    }

    private async Task Load()
    {
        await foreach (var (key, hold) in RowPages.All<HoldState>(room, RowKind.Hold))
        {
            var listing = StockKey.ListingOf(key.Owner);
            _held[listing] = _held.GetValueOrDefault(listing) + hold.Held;
        }

        foreach (var listing in orders.Listings)
        {
            _listings.TryAdd(listing, new ListingState()); // that nobody published: found below
        }

        var after = RowKey.Before(RowKind.Listing);
        while (await room.Store.Page(after, rowsMax: 1_000) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                Note(row);
            }

            after = page[^1].Key;
        }
    }

    private void Note(StoredRow row)
    {
        var listing = new ListingId((int)row.Key.Owner);
        if (row.Key.Item == 0)
        {
            _listings[listing] = room.Serializer.Deserialize<ListingState>(row.Body)!;
            return;
        }

        if (!_buckets.TryGetValue(listing, out var buckets))
        {
            _buckets[listing] = buckets = [];
        }

        buckets.Add(room.Serializer.Deserialize<BucketState>(row.Body)!);
    }

    private AuditCheck StockAddsUp()
    {
        var findings = new AuditFindings("stock-adds-up", "INV-1, INV-4");
        long units = 0;
        foreach (var (listing, state) in _listings)
        {
            var buckets = _buckets.GetValueOrDefault(listing) ?? [];
            var isSplit = state.Lent.Length > 0;
            var pool = isSplit ? state.PutIn - buckets.Sum(at => at.Lent - at.Given) : 0;
            var inPlaces = isSplit ? pool + buckets.Sum(at => (long)at.Stock.PutIn) : state.Stock.PutIn;
            var taken = isSplit ? buckets.Sum(at => (long)at.Stock.Taken) : state.Stock.Taken;
            var isOver = pool < 0 || state.Stock.Taken > state.Stock.PutIn
                || buckets.Exists(at => at.Stock.Taken > at.Stock.PutIn);
            var (held, sold) = orders.UnitsOf(listing);
            units += state.PutIn;
            findings.Expect(
                !isOver && inPlaces == state.PutIn && taken == held + sold && taken <= state.PutIn,
                $"{listing}: put in {state.PutIn}, in its places {inPlaces}, taken {taken}, "
                    + $"by orders held {held} and sold {sold}");
        }

        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{units:#,0} units put in; held and sold as orders say"));
    }

    private AuditCheck HoldsHaveOrders()
    {
        var findings = new AuditFindings("holds-have-live-orders", "INV-2");
        foreach (var listing in _listings.Keys)
        {
            var (held, _) = orders.UnitsOf(listing);
            var kept = _held.GetValueOrDefault(listing);
            findings.Expect(kept == held, $"{listing}: {kept} units held, {held} by live orders");
        }

        return findings.Close(string.Create(
            CultureInfo.InvariantCulture, $"{_held.Values.Sum():#,0} units held by live orders"));
    }

    private async Task<AuditCheck> BuyerLimitsHold()
    {
        var findings = new AuditFindings("buyer-limits-hold", "INV-3");
        long kept = 0;
        await foreach (var (key, units) in RowPages.All<BuyerUnits>(room, RowKind.BuyerUnits))
        {
            var (listing, buyer) = (new ListingId((int)key.Item), new BuyerId((int)key.Owner));
            var counted = orders.Orders.UnitsOfLimited.GetValueOrDefault((listing, buyer));
            var limit = _listings.GetValueOrDefault(listing)?.Listing.UnitsPerBuyer ?? 0;
            kept += units.Units;
            findings.Expect(
                units.Units == counted && counted <= limit,
                $"{buyer} has {counted} of {listing}, kept {units.Units}, allowed {limit}");
        }

        var all = orders.Orders.UnitsOfLimited.Values.Sum(units => (long)units);
        findings.Expect(kept == all, $"{kept} units are kept for buyers, orders say {all}");
        return findings.Close("no buyer has more than a listing allows");
    }
}
