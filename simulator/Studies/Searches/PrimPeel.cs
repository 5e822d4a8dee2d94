namespace FlashSale.Simulator;

/// <summary>The peeling of PRIM: boxes that become smaller and denser.</summary>
internal sealed class PrimPeel(PrimRuns runs)
{
    private const double Peel = 0.05;
    private const double SupportMin = 0.05;

    /// <summary>All boxes on the way, from all runs to the smallest with enough of them.</summary>
    public IReadOnlyList<PrimLimits> Boxes()
    {
        var boxes = new List<PrimLimits> { PrimLimits.All(runs.Factors) };
        var least = SupportMin * runs.Points.Count;
        while (Next(boxes[^1], least) is { } next)
        {
            boxes.Add(next);
        }

        return boxes;
    }

    private PrimLimits? Next(PrimLimits limits, double least)
    {
        var (best, share) = ((PrimLimits?)null, double.NegativeInfinity);
        for (var factor = 0; factor < runs.Factors; factor++)
        {
            List<int> row = [.. runs.ByFactor[factor].Where(run => limits.Holds(runs.Points[run]))];
            foreach (var isUpper in PrimLimits.BothSides)
            {
                if (LimitOf(row, factor, isUpper) is not { } limit)
                {
                    continue;
                }

                var peeled = limits.With(factor, isUpper, limit);
                var (kept, cases) = runs.Count(peeled);
                if (kept >= least && (double)cases / kept > share)
                {
                    (best, share) = (peeled, (double)cases / kept);
                }
            }
        }

        var (all, found) = runs.Count(limits);
        return found == all ? null : best;
    }

    // Between the last run that goes and the first that stays; equal values stay or go together.
    private double? LimitOf(List<int> row, int factor, bool isUpper)
    {
        double At(int place) => runs.Points[row[isUpper ? row.Count - 1 - place : place]][factor];
        var goes = Math.Max(1, (int)Math.Round(Peel * row.Count));
        while (goes < row.Count && At(goes) == At(goes - 1))
        {
            goes++;
        }

        return goes >= row.Count ? null : (At(goes - 1) + At(goes)) / 2;
    }
}
