namespace FlashSale.Simulator;

/// <summary>
/// Looks for the first level at which a measure is below, or above, a target: bisection on common seeds.
/// </summary>
/// <remarks>
/// On common seeds the mean is a plain function of the level (sample average approximation). A level holds if
/// the limit X̄ + t S/√n at 1 − α/L is beyond the target, L being the number of looks. A second bisection by
/// the other limit gives where the threshold may begin. The search has chosen the lucky side of its own
/// seeds, so what it found is confirmed on fresh ones; if that fails, one step further with half the doubt,
/// five times.
/// </remarks>
/// <param name="Levels">
/// How many levels, at least 2, in the order in which the condition comes to hold.
/// </param>
/// <param name="Target">The target.</param>
/// <param name="IsBelow">Whether the measure is to be below the target, else above.</param>
/// <param name="Confidence">Of the answer, as 0.95.</param>
/// <param name="Seeds">Seeds of the search.</param>
/// <param name="FreshSeeds">Seeds of each confirmation.</param>
/// <param name="ShareOfFestivals">
/// Null: the mean is to be beyond the target; else in that share of festivals the run's value is (exact
/// binomial).
/// </param>
public sealed record FindSearch(
    int Levels, double Target, bool IsBelow, double Confidence, int Seeds, int FreshSeeds,
    double? ShareOfFestivals = null)
{
    /// <summary>How often one step further is tried when a confirmation fails.</summary>
    internal const int StepsUpMax = 5;

    private double Alpha => 1 - Confidence;

    private double AlphaOfLook => Alpha / SearchLevels.Looks(Levels);

    /// <summary>
    /// How many seeds the share of festivals takes, of the search and fresh ones, if there are fewer: all of
    /// them would have to be on the right side.
    /// </summary>
    public int? SeedsNeeded
    {
        get
        {
            if (ShareOfFestivals is not { } share)
            {
                return null;
            }

            var search = OrderStatistics.RunsToBound(share, 1 - AlphaOfLook);
            var fresh = OrderStatistics.RunsToBound(share, Confidence);
            return search > Seeds || fresh > FreshSeeds ? Math.Max(search, fresh) : null;
        }
    }

    /// <summary>The orders of the next round, or the answer.</summary>
    public SearchStep<FindAnswer> After(MeasuredRuns measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentOutOfRangeException.ThrowIfLessThan(Levels, 2);
        if (SeedsNeeded is { } needed)
        {
            return SearchStep<FindAnswer>.End(
                new FindAnswer(FindResult.TooFewSeeds) { SeedsNeeded = needed });
        }

        var levels = new Bisection<FindLook>(
            Levels, Seeds, measured, (level, values) => Look(level, values, AlphaOfLook));
        if (!levels.LooksAt(0, Levels - 1))
        {
            return Ask(levels);
        }

        if (!levels.Looks[0].Holds && !levels.Looks[Levels - 1].Holds)
        {
            return SearchStep<FindAnswer>.End(Answer(levels,
                Contradicts(measured, levels) ? FindResult.NotMonotone : FindResult.NoneIsEnough));
        }

        if (levels.First(SearchAim.Holds, look => look.Holds) is not { } found
            || levels.First(SearchAim.MayHold, look => !look.IsRuledOut) is not { } from)
        {
            return Ask(levels);
        }

        var answer = Answer(levels, FindResult.Confirmed) with { Level = found, RangeFrom = from };
        return Contradicts(measured, levels)
            ? SearchStep<FindAnswer>.End(answer with { Result = FindResult.NotMonotone })
            : Confirmed(measured, answer);
    }

    private static FindAnswer Answer(Bisection<FindLook> levels, FindResult result) => new(result)
    {
        Looks = [.. levels.Looks.Values],
        Brackets = levels.Brackets,
    };

    private static SearchStep<FindAnswer> Ask(Bisection<FindLook> levels) =>
        new(levels.Wanted, Answer(levels, FindResult.Open));

    private SearchStep<FindAnswer> Confirmed(MeasuredRuns measured, FindAnswer found)
    {
        var (alpha, last) = (Alpha, found);
        for (var step = 0; step <= StepsUpMax && found.Level + step < Levels; step++, alpha /= 2)
        {
            var order = new SearchOrder(found.Level!.Value + step, new SeedBlock(step + 1, FreshSeeds));
            if (measured(order) is not { } values)
            {
                return new([order], last with { Result = FindResult.Open });
            }

            var look = Look(order.Point, values, alpha);
            last = last with { Level = order.Point, Confirmations = [.. last.Confirmations, look] };
            if (look.Holds)
            {
                return SearchStep<FindAnswer>.End(last);
            }
        }

        return SearchStep<FindAnswer>.End(last with { Result = FindResult.NotConfirmed });
    }

    private FindLook Look(int level, IReadOnlyList<double> values, double alpha)
    {
        if (ShareOfFestivals is { } share)
        {
            var events = new EventShare(values.Count(IsBeyond), values.Count);
            var (least, most) = (events.AtLeast(1 - alpha), events.AtMost(1 - alpha));
            return new FindLook(
                level, events.Runs, (double)events.Happened / events.Runs, least, most, least >= share,
                most < share);
        }

        var mean = Estimate.Of(values);
        var low = mean.LowerLimit(1 - alpha) ?? double.NegativeInfinity;
        var high = mean.UpperLimit(1 - alpha) ?? double.PositiveInfinity;
        return new FindLook(
            level, mean.Runs, mean.Mean, low, high, IsBelow ? high < Target : low > Target,
            IsBelow ? low >= Target : high <= Target);
    }

    private bool IsBeyond(double value) => IsBelow ? value < Target : value > Target;

    // A level that is worse than one before it, beyond chance among all pairs that were looked at.
    private bool Contradicts(MeasuredRuns measured, Bisection<FindLook> looked)
    {
        var levels = looked.Looks.Keys.Select(level => measured(looked.Order(level))!).ToList();
        var pairs = levels.Count * (levels.Count - 1) / 2;
        return levels.Where((_, later) => levels.Take(later).Any(
            earlier => PValueOfWorse(earlier, levels[later]) <= Alpha / pairs)).Any();
    }

    private double PValueOfWorse(IReadOnlyList<double> earlier, IReadOnlyList<double> later)
    {
        if (ShareOfFestivals is not null)
        {
            var lost = earlier.Zip(later).Count(pair => IsBeyond(pair.First) && !IsBeyond(pair.Second));
            var won = earlier.Zip(later).Count(pair => !IsBeyond(pair.First) && IsBeyond(pair.Second));
            return lost > won ? EventShare.PairedPValue(lost, won) : 1;
        }

        var difference = Estimate.OfPairs(earlier, later);
        return difference.Mean > 0 == IsBelow ? difference.PValue : 1;
    }
}
