using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What stores sold in the last six weeks, and their profit as a share of it, less commission and what
/// changes of the rules cost: for seasons in which no account of stores is kept.
/// </summary>
internal sealed class SalesMargin(SeasonRun run, double margin) : IStoreProfit
{
    private const int Slots = 43; // six weeks and today

    private long[] _profits = []; // fen
    private long[] _sales = []; // fen
    private int[] _orders = [];
    private int _today;

    /// <inheritdoc/>
    public long ProfitFen(int store, int days, int daysAgo) => Sum(_profits, store, days, daysAgo);

    /// <summary>What a store sold on some days that ended so many days ago, in fen.</summary>
    public long SalesFen(int store, int days, int daysAgo) => Sum(_sales, store, days, daysAgo);

    /// <summary>How many orders that were.</summary>
    public int Orders(int store, int days, int daysAgo)
    {
        var sum = 0;
        for (var day = Math.Max(0, _today - daysAgo - days); day < _today - daysAgo; day++)
        {
            sum += _orders[Place(store, day)];
        }

        return sum;
    }

    /// <summary>A day begins: yesterday is complete once what the rules cost is taken off.</summary>
    public void Begin(int today, RuleLosses losses)
    {
        _today = today;
        Array.Resize(ref _profits, run.Stores.Count * Slots);
        Array.Resize(ref _sales, run.Stores.Count * Slots);
        Array.Resize(ref _orders, run.Stores.Count * Slots);
        for (var store = 0; store < run.Stores.Count; store++)
        {
            if (today > 0 && _profits[Place(store, today - 1)] is > 0 and var profit)
            {
                _profits[Place(store, today - 1)] = (long)(profit * (1 - losses.LossToday(store)));
            }

            var place = Place(store, today);
            (_profits[place], _sales[place], _orders[place]) = (0, 0, 0);
        }
    }

    /// <summary>An order of an ordinary buyer is paid.</summary>
    public void Paid(in Order order)
    {
        var place = Place(order.Store.Value, _today);
        var commission = order.Total.ShareRoundedDown(order.Terms.CommissionBasisPoints);
        _profits[place] += (long)(order.Total.Fen * margin) - commission.Fen;
        _sales[place] += order.Total.Fen;
        _orders[place]++;
    }

    /// <summary>Money goes back.</summary>
    public void Refunded(int store, Money amount)
    {
        _profits[Place(store, _today)] -= (long)(amount.Fen * margin);
        _sales[Place(store, _today)] -= amount.Fen;
    }

    public void Save(StateWriter writer)
    {
        writer.Write(_today);
        writer.WriteSpan<long>(_profits);
        writer.WriteSpan<long>(_sales);
        writer.WriteSpan<int>(_orders);
    }

    public void Load(StateReader reader)
    {
        _today = reader.Read<int>();
        (_profits, _sales, _orders) =
            (reader.ReadSpan<long>(), reader.ReadSpan<long>(), reader.ReadSpan<int>());
    }

    private static int Place(int store, int day) => (store * Slots) + (day % Slots);

    private long Sum(long[] values, int store, int days, int daysAgo)
    {
        var sum = 0L;
        for (var day = Math.Max(0, _today - daysAgo - days); day < _today - daysAgo; day++)
        {
            sum += values[Place(store, day)];
        }

        return sum;
    }
}
