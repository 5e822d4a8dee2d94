using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// How often each listing of a season was sold: lately, as search counts it, and in the measured days (rules
/// SRC-1, DEM-1).
/// </summary>
internal sealed class SeasonSales(SeasonRun run)
{
    private readonly Table<int> _measured = new(int.MaxValue);
    private SalesCount _lately = new();
    private Dictionary<int, int> _sums = [];

    /// <summary>Paid orders of each listing in the measured days.</summary>
    public IEnumerable<long> Measured =>
        Enumerable.Range(0, _measured.Count).Select(listing => (long)_measured[listing]);

    /// <summary>Counts what is paid.</summary>
    public void On(in MarketEvent happened, ReadOnlySpan<OrderLine> lines)
    {
        if (happened.Kind != MarketEventKind.Paid)
        {
            return;
        }

        var day = ChinaTime.DayOf(happened.At);
        foreach (ref readonly var line in lines)
        {
            _lately.Add(line.Listing, day);
            if (run.NowMs >= run.World.Terms.WarmUpDays * SeasonDay.Ms)
            {
                _measured.Reach(line.Listing.Value);
                _measured[line.Listing.Value]++;
            }
        }
    }

    /// <summary>The sales of the last days by listing, today included.</summary>
    public Dictionary<int, int> SumsOf(int days)
    {
        var sums = new Dictionary<int, int>();
        _lately.AddTo(sums, ChinaTime.DayOf(run.Now), days);
        return sums;
    }

    /// <summary>Adds up the sales of four weeks, which stores order by.</summary>
    public void SumUp() => _sums = SumsOf(DaysSummed);

    /// <summary>Units that a listing sells in a week, as the last four weeks say.</summary>
    public double UnitsAWeek(int listing) => _sums.GetValueOrDefault(listing) * 7.0 / DaysSummed;

    public void Save(StateWriter writer)
    {
        writer.WriteMark("sold");
        _measured.Save(writer);
        writer.WriteSpan<int>([.. _lately.Days]);
        foreach (var day in _lately.Days)
        {
            writer.WriteSpan<long>([.. _lately.Of(day).Select(one => Packed(one.Listing, one.Sales))]);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("sold");
        _measured.Load(reader);
        _lately = new SalesCount();
        foreach (var day in reader.ReadSpan<int>())
        {
            foreach (var packed in reader.ReadSpan<long>())
            {
                _lately.Add(new ListingId((int)(packed >> 32)), day, (int)(packed & uint.MaxValue));
            }
        }
    }

    private const int DaysSummed = 28;

    private static long Packed(ListingId listing, int sales) => ((long)listing.Value << 32) | (uint)sales;
}
