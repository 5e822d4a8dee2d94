using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>What buyers paid for orders of a store on one day of China.</summary>
/// <remarks>Without padding: stored as it is.</remarks>
/// <param name="Paid">The money.</param>
/// <param name="Store">The store.</param>
/// <param name="Day">The day, as <see cref="ChinaTime.DayOf"/> counts.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct TurnoverDay(Money Paid, StoreId Store, int Day);

/// <summary>
/// What the stores of one seller sold on each of the last days, so that it can be told what a penalty cost
/// that was overturned (rule TRU-8).
/// </summary>
/// <remarks>Payments can be added in any order; days that are over are forgotten.</remarks>
public sealed class Turnover
{
    /// <summary>Days that are kept: before a verdict, and until an appeal is decided (assumed).</summary>
    public const int DaysKept = 120;

    /// <summary>Days before a verdict whose mean is the usual turnover (assumed).</summary>
    public const int UsualDays = 28;

    /// <summary>Days of stores that are kept of one seller; the oldest is forgotten (assumed).</summary>
    public const int RowsMax = 4_096;

    private readonly List<TurnoverDay> _days = []; // by day, then by store

    /// <summary>A turnover of nothing.</summary>
    public Turnover()
    {
    }

    /// <summary>Builds a turnover again from what was stored of it.</summary>
    public Turnover(IEnumerable<TurnoverDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        _days.AddRange(days);
    }

    /// <summary>What was paid, by day and store.</summary>
    public IReadOnlyList<TurnoverDay> Days => _days;

    /// <summary>Adds what was paid for an order.</summary>
    public void Add(StoreId store, DateTimeOffset at, Money paid)
    {
        var day = ChinaTime.DayOf(at);
        var place = _days.Count;
        while (place > 0 && IsBehind(_days[place - 1], day, store))
        {
            place--;
        }

        if (place > 0 && (_days[place - 1].Day, _days[place - 1].Store) == (day, store))
        {
            _days[place - 1] = _days[place - 1] with { Paid = _days[place - 1].Paid + paid };
            return;
        }

        _days.Insert(place, new TurnoverDay(paid, store, day));
        _days.RemoveAll(one => one.Day <= day - DaysKept);
        if (_days.Count > RowsMax)
        {
            _days.RemoveAt(0);
        }
    }

    /// <summary>
    /// How much less than usual was paid at a store between two moments, by whole days; zero if it was not
    /// less.
    /// </summary>
    public Money Lost(StoreId store, DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (ChinaTime.DayOf(from), ChinaTime.DayOf(until));
        var usual = Sum(store, first - UsualDays, first - 1);
        var expected = usual.ProportionRoundedDown(last - first, UsualDays);
        var lost = expected - Sum(store, first + 1, last);
        return lost.IsPositive ? lost : Money.Zero;
    }

    private static bool IsBehind(in TurnoverDay one, int day, StoreId store) =>
        (one.Day, one.Store.Value).CompareTo((day, store.Value)) > 0;

    private Money Sum(StoreId store, int first, int last)
    {
        var sum = Money.Zero;
        foreach (var one in _days)
        {
            sum += one.Store == store && one.Day >= first && one.Day <= last ? one.Paid : Money.Zero;
        }

        return sum;
    }
}
