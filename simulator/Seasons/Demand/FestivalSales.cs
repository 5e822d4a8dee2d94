using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// What sold on festivals with a discount and without, against other days: the elasticity that comes out
/// (rule DEM-2).
/// </summary>
internal sealed class FestivalSales
{
    private readonly Table<int> _before = new(int.MaxValue); // on other days, by listing
    private readonly Table<int> _onTheDay = new(int.MaxValue);
    private readonly Table<double> _logs = new(int.MaxValue); // of the price of the day over the usual

    /// <summary>An order of a listing is paid, at a price that is so many times the usual one.</summary>
    public void Paid(int listing, bool isFestival, double ratio)
    {
        if (!isFestival)
        {
            _before.Reach(listing);
            _before[listing]++;
            return;
        }

        _onTheDay.Reach(listing);
        _onTheDay[listing]++;
        _logs.Reach(listing);
        _logs[listing] = ExactMath.Ln(ratio);
    }

    /// <summary>
    /// How much more listings with a discount sold than the others did, each against its other days, over
    /// how much cheaper they were; null without any.
    /// </summary>
    public double? Elasticity()
    {
        var (cut, cutBefore, others, othersBefore, log) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var listing = 0; listing < _onTheDay.Count; listing++)
        {
            var before = listing < _before.Count ? _before[listing] : 0;
            if (_logs[listing] < 0)
            {
                (cut, cutBefore) = (cut + _onTheDay[listing], cutBefore + before);
                log += _logs[listing] * before;
            }
            else
            {
                (others, othersBefore) = (others + _onTheDay[listing], othersBefore + before);
            }
        }

        return cut > 0 && cutBefore > 0 && others > 0 && othersBefore > 0
            ? ExactMath.Ln(cut / cutBefore / (others / othersBefore)) / -(log / cutBefore)
            : null;
    }

    public void Save(StateWriter writer)
    {
        _before.Save(writer);
        _onTheDay.Save(writer);
        _logs.Save(writer);
    }

    public void Load(StateReader reader)
    {
        _before.Load(reader);
        _onTheDay.Load(reader);
        _logs.Load(reader);
    }
}
