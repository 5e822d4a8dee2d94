namespace FlashSale.Simulator;

/// <summary>
/// The pasting of PRIM: moves the sides of a box to where coverage and density balance best.
/// </summary>
internal sealed class PrimPaste(PrimRuns runs)
{
    private const int MovesMax = 1_000;

    /// <summary>
    /// Moves one side at a time, to the best place among all between two runs, as long as the balance rises.
    /// </summary>
    public PrimLimits Pasted(PrimLimits limits)
    {
        var balance = runs.BalanceOf(limits);
        for (var move = 0; move < MovesMax; move++)
        {
            var (best, reached) = (limits, balance);
            foreach (var (factor, isUpper, _) in limits.Sides())
            {
                var (limit, value) = BestPlace(limits, factor, isUpper);
                if (value > reached)
                {
                    (best, reached) = (limits.With(factor, isUpper, limit), value);
                }
            }

            if (reached <= balance)
            {
                return limits;
            }

            (limits, balance) = (best, reached);
        }

        return limits;
    }

    // Goes through the runs of the box, as if this side had no limit, from the other side outwards.
    private (double Limit, double Balance) BestPlace(PrimLimits limits, int factor, bool isUpper)
    {
        var open = limits.With(factor, isUpper, isUpper ? double.PositiveInfinity : double.NegativeInfinity);
        List<int> row = [.. runs.ByFactor[factor].Where(run => open.Holds(runs.Points[run]))];
        if (!isUpper)
        {
            row.Reverse();
        }

        var (limit, best, cases) = (0.0, double.NegativeInfinity, 0);
        for (var place = 0; place < row.Count; place++)
        {
            cases += runs.IsCase(row[place]) ? 1 : 0;
            var here = runs.Points[row[place]][factor];
            var isLast = place == row.Count - 1;
            var next = isLast ? 0 : runs.Points[row[place + 1]][factor];
            if ((isLast || next != here) && runs.Balance(place + 1, cases) > best)
            {
                best = runs.Balance(place + 1, cases);
                limit = !isLast ? (here + next) / 2
                    : isUpper ? double.PositiveInfinity : double.NegativeInfinity;
            }
        }

        return (limit, best);
    }
}
