using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// How far each buyer trusts each market, from 0 to where it was at the start (rule DEM-9).
/// </summary>
internal sealed class TrustLevels(SeasonRun run, TrustTerms terms)
{
    private const int Markets = 2;
    private const int Never = int.MaxValue;
    private const int DaysPerMonth = 30;
    private const double Hair = 1e-6; // the last bit of a trust that was moved there

    private readonly float[] _trust = [.. Enumerable.Repeat(
        new[] { (float)terms.StartConsumer, (float)terms.StartBrand }, run.World.Terms.Buyers)
        .SelectMany(both => both)];

    private readonly int[] _backOn = new int[run.World.Terms.Buyers * Markets]; // 0 of who has not left
    private readonly double _forgotten =
        1 - ExactMath.Pow(1 - terms.ForgottenPerMonth, 1.0 / DaysPerMonth); // of the gap on a day

    /// <summary>How many buyers have left one market or the other, and are not back.</summary>
    public int Away { get; private set; }

    /// <summary>How far a buyer trusts a market, as a share of the start; 0 of who has left it.</summary>
    public double ShareOf(int buyer, MarketKind market)
    {
        var at = PlaceOf(buyer, market);
        return _backOn[at] != 0 ? 0 : _trust[at] / StartOf(market);
    }

    /// <summary>How far a buyer trusts a market, left or not.</summary>
    public double Of(int buyer, MarketKind market) => _trust[PlaceOf(buyer, market)];

    /// <summary>Whether a buyer has left a market.</summary>
    public bool HasLeft(int buyer, MarketKind market) => _backOn[PlaceOf(buyer, market)] != 0;

    /// <summary>Trust of the start, as exactly as trust is kept.</summary>
    public double StartOf(MarketKind market) =>
        (float)(market == MarketKind.Brand ? terms.StartBrand : terms.StartConsumer);

    /// <summary>A buyer trusts a market more or less; below a level the buyer leaves.</summary>
    public void Move(int buyer, MarketKind market, double by, int day)
    {
        if (terms.Effect == TrustEffect.Frozen)
        {
            return;
        }

        var at = PlaceOf(buyer, market);
        _trust[at] = (float)Math.Clamp(_trust[at] + by, 0, StartOf(market));
        if (_trust[at] < terms.LeavesBelow - Hair && _backOn[at] == 0)
        {
            var bits = Draws.At(run.World.Seed, at, Streams.SeasonLeave, (uint)day);
            _backOn[at] = Draws.ToUnit(bits) < terms.ComesBackShare ? day + terms.ComesBackAfterDays : Never;
            Away++;
            run.Recorder.Count(SeasonMeasures.BuyersLeft);
        }
    }

    /// <summary>All buyers trust a market less.</summary>
    public void MoveAll(MarketKind market, double by, int day)
    {
        for (var buyer = 0; by != 0 && buyer < run.World.Terms.Buyers; buyer++)
        {
            Move(buyer, market, by, day);
        }
    }

    /// <summary>A day begins: a part of what was wrong is forgotten, and some who left come back.</summary>
    public void BeginDay(int day)
    {
        for (var at = 0; at < _trust.Length; at++)
        {
            var start = (float)(at % Markets == 1 ? terms.StartBrand : terms.StartConsumer);
            if (_trust[at] < start)
            {
                _trust[at] += (float)((start - _trust[at]) * _forgotten);
            }

            if (_backOn[at] != 0 && _backOn[at] <= day)
            {
                _backOn[at] = 0;
                Away--;
                run.Recorder.Count(SeasonMeasures.BuyersBack);
            }
        }
    }

    public void Save(StateWriter writer)
    {
        writer.Write(Away);
        writer.WriteRows<float>(_trust);
        writer.WriteRows<int>(_backOn);
    }

    public void Load(StateReader reader)
    {
        Away = reader.Read<int>();
        reader.ReadRows<float>(_trust);
        reader.ReadRows<int>(_backOn);
    }

    private static int PlaceOf(int buyer, MarketKind market) =>
        (buyer * Markets) + (market == MarketKind.Brand ? 1 : 0);
}
