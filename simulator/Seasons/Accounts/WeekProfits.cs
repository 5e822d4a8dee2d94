using System.Runtime.CompilerServices;

namespace FlashSale.Simulator;

/// <summary>The profits of a store's last weeks, in fen, by the number of the week.</summary>
[InlineArray(WeeksMax)]
internal struct WeekProfits
{
    /// <summary>How many weeks are kept.</summary>
    public const int WeeksMax = 16;

    private long _first;

    /// <summary>The profit of a week since the store's first.</summary>
    public static int PlaceOf(int week) => week % WeeksMax;
}
