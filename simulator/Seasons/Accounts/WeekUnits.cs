using System.Runtime.CompilerServices;

namespace FlashSale.Simulator;

/// <summary>The units of a listing that came in the last weeks, by the number of the week.</summary>
[InlineArray(ListingGoods.WeeksMax)]
internal struct WeekUnits
{
    private int _first;
}
