using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>How long parcels took from payment to delivery, by region.</summary>
internal sealed class DeliveryTimes(int regions)
{
    private const long HourMs = 3_600_000;
    private const int HoursMax = 60 * 24;

    private readonly Histogram[] _regions =
        [.. Enumerable.Range(0, regions).Select(_ => new Histogram(HourMs, HoursMax))];

    /// <summary>Those to one region.</summary>
    public Histogram this[int region] => _regions[region];

    /// <summary>Counts a parcel.</summary>
    public void Add(RegionId region, long lengthMs) => _regions[region.Value].Add(lengthMs);

    /// <summary>Days that half and nine tenths of the parcels to some regions took at most.</summary>
    public DeliveryDays DaysTo(Func<int, bool> isOf)
    {
        var times = Histogram.SumOf(_regions.Where((_, region) => isOf(region)));
        return times is null ? new(null, null) : DaysOf(times);
    }

    /// <summary>Days that half and nine tenths took at most.</summary>
    public static DeliveryDays DaysOf(Histogram times) => new(Days(times, 0.5), Days(times, 0.9));

    public void Save(StateWriter writer) => Array.ForEach(_regions, times => times.Save(writer));

    public void Load(StateReader reader) => Array.ForEach(_regions, times => times.Load(reader));

    private static double? Days(Histogram times, double share) =>
        Rounded.To(times.QuantileMs(share) / FestivalClock.DayMs, 2);
}
