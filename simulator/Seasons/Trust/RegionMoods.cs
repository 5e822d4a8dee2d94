using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The mood of each region, from 0 to 1: it falls with parcels that are not there when they should be, and
/// comes back (rules DEM-9, LOG-2).
/// </summary>
internal sealed class RegionMoods(SeasonRun run, TrustTerms terms)
{
    private const double Lowest = 0.05; // some always come (assumed)

    private readonly int _days = run.World.Calendar.Days;
    private readonly int[] _due = new int[run.World.Regions.Count * run.World.Calendar.Days];
    private readonly int[] _inTime = new int[run.World.Regions.Count * run.World.Calendar.Days];
    private readonly double[] _moods = new double[run.World.Regions.Count * (run.World.Calendar.Days + 1)];

    /// <summary>The mood of a region on a day that has begun.</summary>
    public double Of(int region, int day) => day == 0 ? 1 : _moods[(region * (_days + 1)) + day];

    /// <summary>A parcel will be due in a region.</summary>
    public void Expect(int region, DateTimeOffset promisedBy) => Count(_due, region, promisedBy, 1);

    /// <summary>It has come in time; or it will not be missed, because its order is over.</summary>
    public void Come(int region, DateTimeOffset promisedBy) => Count(_inTime, region, promisedBy, 1);

    /// <summary>A day begins, after which what was due on the day before is late.</summary>
    public void BeginDay(int day)
    {
        for (var region = 0; day > 0 && region < run.World.Regions.Count; region++)
        {
            var at = (region * _days) + day - 1;
            var late = _due[at] == 0 ? 0 : 1 - ((double)_inTime[at] / _due[at]);
            var before = Of(region, day - 1);
            var change = (terms.MoodRecovery * (1 - before))
                - (terms.MoodLate * Math.Max(0, late - terms.MoodUsualLate));
            _moods[(region * (_days + 1)) + day] =
                terms.Effect == TrustEffect.Frozen ? 1 : Math.Clamp(before + change, Lowest, 1);
        }
    }

    /// <summary>
    /// The lowest mood of a region in some days, and in how many days nine tenths of the fall came back;
    /// null if they did not yet, 0 if there was hardly a fall.
    /// </summary>
    public (double Mood, int? Days) LowestOf(int region, int fromDay, int untilDay)
    {
        const double hardly = 0.02;
        var (lowest, on) = (1.0, fromDay);
        for (var day = fromDay; day < untilDay; day++)
        {
            if (Of(region, day) < lowest)
            {
                (lowest, on) = (Of(region, day), day);
            }
        }

        if (1 - lowest < hardly)
        {
            return (lowest, 0);
        }

        var back = Enumerable.Range(on, untilDay - on)
            .FirstOrDefault(day => Of(region, day) >= 1 - ((1 - lowest) / 10), -1);
        return (lowest, back < 0 ? null : back - on);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteRows<int>(_due);
        writer.WriteRows<int>(_inTime);
        writer.WriteRows<double>(_moods);
    }

    public void Load(StateReader reader)
    {
        reader.ReadRows<int>(_due);
        reader.ReadRows<int>(_inTime);
        reader.ReadRows<double>(_moods);
    }

    private void Count(int[] parcels, int region, DateTimeOffset promisedBy, int number)
    {
        var day = run.MsOf(promisedBy) / SeasonDay.Ms;
        if (day >= 0 && day < _days)
        {
            parcels[(region * _days) + day] += number;
        }
    }
}
