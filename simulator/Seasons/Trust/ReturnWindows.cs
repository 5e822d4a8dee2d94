using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// How often buyers order in the four weeks after a good and after a bad order, against how often they
/// usually do (L4: a bad one costs the platform, not only its store).
/// </summary>
/// <remarks>Of a buyer one order counts at a time; a bad one takes the place of a good one.</remarks>
internal sealed class ReturnWindows(SeasonRun run)
{
    private const int Days = 28;
    private const int Good = 1;
    private const int Bad = 2;

    private readonly byte[] _kind = new byte[run.World.Terms.Buyers]; // 0 if nothing counts
    private readonly int[] _from = new int[run.World.Terms.Buyers];
    private readonly int[] _orders = new int[run.World.Terms.Buyers];
    private readonly double[] _usual = new double[3];
    private readonly long[] _seen = new long[3];

    /// <summary>Orders after good orders, as a share of the usual ones; null if there were none.</summary>
    public double? AfterGood => ShareOf(Good);

    /// <summary>Orders after bad ones.</summary>
    public double? AfterBad => ShareOf(Bad);

    /// <summary>An order of a buyer ended.</summary>
    public void Open(int buyer, int day, bool isGood)
    {
        Close(buyer, day);
        var kind = (byte)(isGood ? Good : Bad);
        if (_kind[buyer] < kind && day + Days < run.World.Calendar.Days
            && day >= run.World.Terms.WarmUpDays)
        {
            (_kind[buyer], _from[buyer], _orders[buyer]) = (kind, day, 0);
        }
    }

    /// <summary>A buyer orders.</summary>
    public void Order(int buyer, int day)
    {
        Close(buyer, day);
        _orders[buyer] += _kind[buyer] != 0 && day > _from[buyer] ? 1 : 0;
    }

    /// <summary>The season is over: what is complete counts.</summary>
    public void CloseAll(int day)
    {
        for (var buyer = 0; buyer < _kind.Length; buyer++)
        {
            Close(buyer, day);
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteRows<byte>(_kind);
        writer.WriteRows<int>(_from);
        writer.WriteRows<int>(_orders);
        writer.WriteRows<double>(_usual);
        writer.WriteRows<long>(_seen);
    }

    public void Load(StateReader reader)
    {
        reader.ReadRows<byte>(_kind);
        reader.ReadRows<int>(_from);
        reader.ReadRows<int>(_orders);
        reader.ReadRows<double>(_usual);
        reader.ReadRows<long>(_seen);
    }

    private double? ShareOf(int kind) => _usual[kind] > 0 ? Rounded.To(_seen[kind] / _usual[kind], 4) : null;

    private void Close(int buyer, int day)
    {
        var kind = _kind[buyer];
        if (kind == 0 || day <= _from[buyer] + Days)
        {
            return;
        }

        _kind[buyer] = 0;
        _seen[kind] += _orders[buyer];
        _usual[kind] += run.World.VisitsPerDay(buyer) * run.World.Scenario.Buyers.BuysPerVisit * Days
            * run.World.Calendar.VisitsFrom(_from[buyer] + 1, Days);
    }
}
