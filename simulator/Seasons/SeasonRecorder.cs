using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>What is measured of a season, day by day, and of each store week by week.</summary>
internal sealed class SeasonRecorder
{
    private readonly List<SeasonRow> _days = [];
    private readonly Table<SellerWeek> _weeks = new(int.MaxValue);
    private readonly long[] _today = new long[SeasonMeasures.All.Count];
    private long _commissionFen;

    /// <summary>The days that are over.</summary>
    public IReadOnlyList<SeasonRow> Days => _days;

    /// <summary>How many weeks of stores are over.</summary>
    public int SellerWeeks => _weeks.Count;

    /// <summary>A week of a store.</summary>
    public SellerWeek SellerWeekAt(int row) => _weeks[row];

    /// <summary>Something happened today.</summary>
    public void Count(SeasonMeasure measure, long number = 1) => _today[measure.Index] += number;

    /// <summary>A day is over: what can be seen at its end is seen.</summary>
    public void EndDay(SeasonRun run)
    {
        var view = run.Market.View;
        var commission = view.Movements(MovementKind.Commission).Amount
            - view.Movements(MovementKind.CommissionReturn).Amount;
        Count(SeasonMeasures.Commission, commission.Fen - _commissionFen);
        _commissionFen = commission.Fen;
        Count(SeasonMeasures.Stores, run.Stores.Open);
        Count(SeasonMeasures.Alive, view.Orders.Alive);
        Count(SeasonMeasures.Escrow, view.Balance(AccountId.Escrow).Fen);
        _days.Add(new SeasonRow(_days.Count, 1, [.. _today]));
        Array.Clear(_today);
    }

    /// <summary>A week is over: each store that was open in it gets a row.</summary>
    public void EndWeek(StoreRoll stores, in SeasonDay last)
    {
        for (var store = 0; store < stores.Count; store++)
        {
            ref var week = ref stores[store].Week;
            if (stores[store].IsOpen || week.Paid + week.Placed + week.Refunds > 0)
            {
                week.Store = store;
                week.Week = last.Week;
                _weeks[_weeks.Add()] = week;
            }

            week = default;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("srec");
        writer.Write(_commissionFen);
        writer.WriteRows<long>(_today);
        writer.WriteSpan<long>([.. _days.SelectMany(day => day.Values)]);
        _weeks.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("srec");
        _commissionFen = reader.Read<long>();
        reader.ReadRows<long>(_today);
        foreach (var values in reader.ReadSpan<long>().Chunk(_today.Length))
        {
            _days.Add(new SeasonRow(_days.Count, 1, values));
        }

        _weeks.Load(reader);
    }
}
