using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>
/// The goods behind a listing: what they cost, when they came, what is written off of them.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ListingGoods
{
    /// <summary>For how many weeks it is known when units came.</summary>
    public const int WeeksMax = 16;

    /// <summary>What a unit costs the seller, in fen; 0 until that was asked for.</summary>
    public long CostFen;

    /// <summary>What is written off of the units that are there, in fen.</summary>
    public long WrittenOffFen;

    /// <summary>All units that were ever bought.</summary>
    public long Bought;

    /// <summary>The week in which the first units came, from 1; 0 if none ever did.</summary>
    public int FirstWeek;

    private WeekUnits _came;

    /// <summary>Units come in.</summary>
    public void Come(int units, int week)
    {
        FirstWeek = FirstWeek == 0 ? week + 1 : FirstWeek;
        _came[week % WeeksMax] += units;
        Bought += units;
    }

    /// <summary>Whether the first units came so many weeks ago or earlier.</summary>
    public readonly bool HasBeenOnSaleFor(int weeks, int week) =>
        FirstWeek > 0 && week + 1 - FirstWeek >= weeks;

    /// <summary>A week begins: what came so many weeks ago is forgotten.</summary>
    public void BeginWeek(int week) => _came[week % WeeksMax] = 0;

    /// <summary>Of the units that are there, those that came before the last weeks: what came first is
    /// sold first.</summary>
    public readonly int Unsold(int there, int week, int weeks)
    {
        var young = 0;
        for (var back = 0; back < weeks && back <= week; back++)
        {
            young += _came[(week - back) % WeeksMax];
        }

        return Math.Max(0, there - young);
    }

    /// <summary>
    /// Writes off a share of the value that unsold units still have; of those that were sold after all, and
    /// cost what they cost when they were, it comes back.
    /// </summary>
    /// <returns>What is written off now, in fen; below zero if more comes back.</returns>
    public long WriteOff(int unsold, double share)
    {
        var (value, before) = (unsold * CostFen, WrittenOffFen);
        WrittenOffFen = Math.Min(WrittenOffFen, value);
        WrittenOffFen += (long)((value - WrittenOffFen) * share);
        return WrittenOffFen - before;
    }
}
