using System.Runtime.InteropServices;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Who makes the fakes that stores sell: leads to them grow with proofs, raids take them away for a while
/// (rules TRU-12, TRU-15).
/// </summary>
internal sealed class MakerRing
{
    private readonly SeasonRun _run;
    private readonly MakerHabits _habits;
    private readonly Maker[] _makers;

    public MakerRing(SeasonRun run, MakerHabits habits)
    {
        (_run, _habits) = (run, habits);
        _makers = new Maker[Math.Max(1, (int)(run.World.Terms.Stores * habits.PerHundredStores / 100))];
    }

    /// <summary>Who would make the fakes of a store.</summary>
    public int Of(int store) =>
        Draws.For(_run.World.Seed, store, Streams.SeasonMaker).Below(_makers.Length);

    /// <summary>Whether a maker delivers on a day.</summary>
    public bool Delivers(int maker, int day) => day >= _makers[maker].GoneUntil;

    /// <summary>A fake of a maker is proven: the lead to it grows, and may be filed.</summary>
    public void Prove(int maker, int day)
    {
        ref var one = ref _makers[maker];
        one.Proofs++;
        one.Lead = (float)Math.Min(1, one.Lead + _habits.LeadPerProof);
        if (one.Lead < _habits.FilesFrom || one.RaidDay != 0)
        {
            return;
        }

        _run.Recorder.Count(SeasonMeasures.Leads);
        var draws = DrawsOf(maker, one.Proofs);
        one.RaidDay = day + Math.Max(1, _habits.RaidFromDays)
            + draws.Below(_habits.RaidToDays - _habits.RaidFromDays + 1);
    }

    /// <summary>The makers that are arrested on a day, and gone for a while.</summary>
    public IEnumerable<int> ArrestedOn(int day)
    {
        for (var maker = 0; maker < _makers.Length; maker++)
        {
            if (_makers[maker].RaidDay == day)
            {
                var isArrested = DrawsOf(maker, -day).Happens(_habits.ArrestShare);
                _makers[maker] = new Maker
                {
                    Proofs = _makers[maker].Proofs,
                    GoneUntil = isArrested ? day + _habits.GoneDays : 0,
                };
                if (isArrested)
                {
                    yield return maker;
                }
            }
        }
    }

    /// <summary>Weeks of its stores' sales that a maker has in stock on a day.</summary>
    public double StockWeeksOn(int day)
    {
        const int before = 21;
        var calendar = _run.World.Calendar;
        var last = Math.Min(day + before, calendar.Days - 1);
        return Enumerable.Range(day, Math.Max(0, last - day + 1)).Any(one => calendar[one].IsFestival)
            ? _habits.FestivalStockWeeks : _habits.StockWeeks;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("makr");
        writer.WriteRows<Maker>(_makers);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("makr");
        reader.ReadRows<Maker>(_makers);
    }

    private Draws DrawsOf(int maker, int time) =>
        Draws.For(_run.World.Seed, ((long)maker << 32) + time, Streams.SeasonRaid);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Maker
    {
        public float Lead;
        public int Proofs;
        public int RaidDay; // 0 while no lead is filed
        public int GoneUntil;
    }
}
