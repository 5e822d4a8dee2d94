namespace FlashSale.Simulator;

/// <summary>What the accounts of a season's stores come to at its end (MODELS M16, measures).</summary>
internal sealed class AccountShape
{
    private const int WeeksMin = 4; // of a class: a young store's pace is chance
    private const int WeeksPerYear = 52;
    private const int BabyDays = 90;
    private const int YoungDays = 730;
    private const double Tenth = 0.1; // S0: more of it unsold is a loss

    private readonly SeasonRun _run;
    private readonly List<StorePace> _paces = [];

    public AccountShape(SeasonRun run, SellerAccounts accounts)
    {
        _run = run;
        var calendar = run.World.Calendar;
        var first = calendar[Math.Min(run.World.Terms.WarmUpDays, calendar.Days - 1)].Week;
        var middle = (first + calendar.Weeks) / 2;
        var sums = new StoreSums[accounts.Count];
        for (var at = 0; at < accounts.Weeks; at++)
        {
            var week = accounts.WeekAt(at);
            if (week.Week >= first)
            {
                sums[week.Store].Add(week, isFirstHalf: week.Week < middle);
            }
        }

        for (var store = 0; store < accounts.Count; store++)
        {
            if (run.Stores[store].IsOpen && sums[store].Weeks >= WeeksMin)
            {
                _paces.Add(sums[store].Pace(accounts.BoughtBy(store)));
            }
        }
    }

    /// <summary>All of it.</summary>
    /// <param name="sums">The measured days as one row.</param>
    public SellerResults Of(SeasonRow sums)
    {
        var moved = _paces.Where(one => one is { Before: not null, After: not null }).ToList();
        return new SellerResults(
            [
                ClassOf("all", _ => true), ClassOf("below-100-thousand", one => one.Class == 0),
                ClassOf("to-1-million", one => one.Class == 1),
                ClassOf("above-1-million", one => one.Class == 2),
            ],
            Share(moved.Count(one => one.After > one.Before), moved.Count),
            Share(moved.Count(one => one.After < one.Before), moved.Count),
            Stages(),
            new ExitCounts(sums[SeasonMeasures.ExitsByChance], sums[SeasonMeasures.ExitsForProfit],
                sums[SeasonMeasures.ExitsForCash]),
            Unsold(sums),
            sums[SeasonMeasures.PriceLevel] / 10_000.0,
            sums.Yuan(SeasonMeasures.AnnualFees), sums.Yuan(SeasonMeasures.FeesBack),
            sums.Yuan(SeasonMeasures.Promotion), sums.Yuan(SeasonMeasures.Unpaid));
    }

    private ProfitClass ClassOf(string name, Func<StorePace, bool> isIn)
    {
        List<double> yuan = [.. _paces.Where(isIn).Select(one => one.Yuan).Order()];
        return new ProfitClass(
            name, yuan.Count, At(0.5), At(0.1), At(0.9), Share(yuan.Count(one => one < 0), yuan.Count));

        double At(double share) => yuan.Count == 0 ? 0
            : Rounded.To(yuan[Math.Min(yuan.Count - 1, (int)(share * yuan.Count))], 2);
    }

    private LifeStages Stages()
    {
        var today = _run.Recorder.Days.Count;
        List<int> ages = [.. Enumerable.Range(0, _run.Stores.Count)
            .Where(store => _run.Stores[store].IsOpen).Select(store => today - _run.Stores[store].OpenedDay)];
        return new LifeStages(
            ages.Count(age => age < BabyDays), ages.Count(age => age is >= BabyDays and < YoungDays),
            ages.Count(age => age >= YoungDays));
    }

    private UnsoldGoods Unsold(SeasonRow sums)
    {
        var above = _paces.Where(one => one.Unsold > Tenth * one.Bought).ToList();
        var below = _paces.Where(one => one.Unsold <= Tenth * one.Bought).ToList();
        return new UnsoldGoods(
            Share(_paces.Sum(one => one.Unsold), _paces.Sum(one => one.Bought)),
            sums.Yuan(SeasonMeasures.WrittenOff), above.Count,
            Share(above.Count(one => one.Yuan < 0), above.Count),
            Share(below.Count(one => one.Yuan < 0), below.Count));
    }

    private static double Share(long part, long whole) =>
        whole == 0 ? 0 : Rounded.To((double)part / whole, 4);

    // What an open store earns a week, and its class: over all measured weeks, in each half of them.
    private sealed record StorePace(
        double Yuan, int Class, int? Before, int? After, long Unsold, long Bought);

    private struct StoreSums
    {
        private (long SalesFen, int Weeks) _before;
        private (long SalesFen, int Weeks) _after;
        private long _profitFen;
        private long _unsold;

        public readonly int Weeks => _before.Weeks + _after.Weeks;

        public void Add(in AccountWeek week, bool isFirstHalf)
        {
            ref var half = ref isFirstHalf ? ref _before : ref _after;
            half = (half.SalesFen + week.SalesFen, half.Weeks + 1);
            (_profitFen, _unsold) = (_profitFen + week.ProfitFen, week.Unsold);
        }

        public readonly StorePace Pace(long bought) => new(
            (double)_profitFen / Weeks / 100, ClassAt((_before.SalesFen + _after.SalesFen, Weeks))!.Value,
            ClassAt(_before), ClassAt(_after), _unsold, bought);

        private static int? ClassAt((long SalesFen, int Weeks) some) => some.Weeks < WeeksMin ? null
            : ((double)some.SalesFen / 100 * WeeksPerYear / some.Weeks) switch
            {
                < 100_000 => 0,
                < 1_000_000 => 1,
                _ => 2,
            };
    }
}
