using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The coupons of a run: each store counts the orders that used its own, and takes it away when it has none
/// left (rule CRT-2).
/// </summary>
internal sealed class StoreCoupons(World world, Market market)
{
    private readonly int[] _left = world.Coupons?.Quantities() ?? [];
    private readonly List<(StoreId Store, long AtMs)> _gone = [];
    private int _toTakeAway; // stores at the end of the list above that have yet to do it

    /// <summary>Whether a store's coupon counts now: it has some left, and they are not frozen.</summary>
    public bool IsGiven(int store) => market.View.CouponOf(new StoreId(store)) != default;

    /// <summary>An order is being placed: what the coupon takes off it.</summary>
    public Money Use(in Order order, ReadOnlySpan<OrderLine> lines, long atMs)
    {
        if (_left.Length == 0)
        {
            return Money.Zero;
        }

        var value = Money.Zero;
        foreach (ref readonly var line in lines)
        {
            value += line.Value;
        }

        var off = market.View.CouponOf(order.Store).On(value);
        if (off.IsPositive && --_left[order.Store.Value] == 0)
        {
            _gone.Add((order.Store, atMs));
            _toTakeAway++;
        }

        return off;
    }

    /// <summary>A checkout is over: stores that have no coupon left take it away.</summary>
    public void TakeAway()
    {
        for (; _toTakeAway > 0; _toTakeAway--)
        {
            var result = market.Do(new SetCoupon(_gone[^_toTakeAway].Store, default));
            Invariant.Holds(result == StoreResult.Done, "a store can take its coupon away");
        }
    }

    /// <summary>When each store that has none left gave its last, in ms since midnight.</summary>
    public IReadOnlyDictionary<StoreId, long> Gone() => _gone.ToDictionary(one => one.Store, one => one.AtMs);

    public void Save(StateWriter writer)
    {
        writer.WriteMark("coup");
        writer.WriteSpan<int>(_left);
        writer.WriteSpan<long>([.. _gone.Select(one => one.AtMs)]);
        writer.WriteSpan<int>([.. _gone.Select(one => one.Store.Value)]);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("coup");
        Tally.Fill(_left, reader.ReadSpan<int>());
        var (at, stores) = (reader.ReadSpan<long>(), reader.ReadSpan<int>());
        _gone.AddRange(stores.Zip(at, (store, atMs) => (new StoreId(store), atMs)));
    }
}
