namespace FlashSale.Simulator;

/// <summary>How a search for a threshold ended.</summary>
public enum FindResult
{
    /// <summary>A level was found and holds on fresh seeds.</summary>
    Confirmed = 1,

    /// <summary>Found, but on fresh seeds neither it nor any of five steps further held.</summary>
    NotConfirmed,

    /// <summary>Not even the last level holds.</summary>
    NoneIsEnough,

    /// <summary>So few seeds cannot show that it holds in such a share of festivals.</summary>
    TooFewSeeds,

    /// <summary>Two levels contradict that more is better, beyond chance.</summary>
    NotMonotone,
}

/// <summary>A condition on a measure at a level, judged with a one-sided doubt.</summary>
/// <param name="Level">The place of the level.</param>
/// <param name="Mean">The mean over seeds; of a share of festivals that share.</param>
/// <param name="Low">At least so much.</param>
/// <param name="High">At most so much.</param>
/// <param name="Holds">Whether the condition is shown to hold.</param>
/// <param name="IsRuledOut">Whether it is shown not to hold.</param>
public sealed record FindLook(int Level, double Mean, double Low, double High, bool Holds, bool IsRuledOut);

/// <summary>The answer to where a condition begins to hold.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Level">The place of the level that was found and, if confirmed, holds.</param>
/// <param name="RangeFrom">
/// The first place that is not ruled out: the threshold may lie anywhere from it.
/// </param>
/// <param name="Looks">All levels that were looked at, in their order.</param>
/// <param name="Confirmation">The look on fresh seeds; of several the last.</param>
/// <param name="Confirmations">How many there were.</param>
/// <param name="SeedsNeeded">How many seeds it takes at least, if there were too few.</param>
public sealed record FindAnswer(
    FindResult Result, int? Level = null, int? RangeFrom = null, IReadOnlyList<FindLook>? Looks = null,
    FindLook? Confirmation = null, int Confirmations = 0, int? SeedsNeeded = null);

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
    private const int StepsUpMax = 5;

    private double Alpha => 1 - Confidence;

    private double AlphaOfLook => Alpha / SearchLevels.Looks(Levels);

    /// <summary>The orders of the next round, or the answer.</summary>
    public SearchStep<FindAnswer> After(MeasuredRuns measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentOutOfRangeException.ThrowIfLessThan(Levels, 2);
        if (ShareOfFestivals is { } share && SeedsFor(share) is { } needed)
        {
            return SearchStep<FindAnswer>.End(new FindAnswer(FindResult.TooFewSeeds, SeedsNeeded: needed));
        }

        var looks = new SortedDictionary<int, FindLook>();
        if (Missing(measured, looks, 0, Levels - 1) is { } ends)
        {
            return ends;
        }

        if (!looks[0].Holds && !looks[Levels - 1].Holds)
        {
            var isEnd = Contradicts(measured, looks) ? FindResult.NotMonotone : FindResult.NoneIsEnough;
            return SearchStep<FindAnswer>.End(new FindAnswer(isEnd, Looks: [.. looks.Values]));
        }

        return Bisected(measured, looks, look => look.Holds, out var found)
            ?? Bisected(measured, looks, look => !look.IsRuledOut, out var from)
            ?? (Contradicts(measured, looks)
                ? SearchStep<FindAnswer>.End(
                    new FindAnswer(FindResult.NotMonotone, found, from, [.. looks.Values]))
                : Confirmed(measured, new FindAnswer(FindResult.Confirmed, found, from, [.. looks.Values])));
    }

    // How many seeds the share takes, if there are fewer; all of them would have to be on the right side.
    private int? SeedsFor(double share)
    {
        var search = OrderStatistics.RunsToBound(share, 1 - AlphaOfLook);
        var fresh = OrderStatistics.RunsToBound(share, Confidence);
        return search > Seeds || fresh > FreshSeeds ? Math.Max(search, fresh) : null;
    }

    // The first level with a property that stays from there on; the last one has it.
    private SearchStep<FindAnswer>? Bisected(
        MeasuredRuns measured, SortedDictionary<int, FindLook> looks, Predicate<FindLook> isThere,
        out int first)
    {
        first = isThere(looks[0]) ? 0 : Levels - 1;
        for (var without = first == 0 ? -1 : 0; first - without > 1;)
        {
            var middle = (without + first) / 2;
            if (Missing(measured, looks, middle) is { } missing)
            {
                return missing;
            }

            (without, first) = isThere(looks[middle]) ? (without, middle) : (middle, first);
        }

        return null;
    }

    private SearchStep<FindAnswer>? Missing(
        MeasuredRuns measured, SortedDictionary<int, FindLook> looks, params ReadOnlySpan<int> levels)
    {
        var wanted = new List<SearchOrder>();
        foreach (var level in levels)
        {
            if (measured(Order(level)) is { } values)
            {
                looks[level] = Look(level, values, AlphaOfLook);
            }
            else
            {
                wanted.Add(Order(level));
            }
        }

        return wanted.Count == 0 ? null : SearchStep<FindAnswer>.Ask(wanted);
    }

    private SearchOrder Order(int level) => new(level, new SeedBlock(0, Seeds));

    private SearchStep<FindAnswer> Confirmed(MeasuredRuns measured, FindAnswer found)
    {
        var (alpha, last) = (Alpha, found);
        for (var step = 0; step <= StepsUpMax && found.Level + step < Levels; step++, alpha /= 2)
        {
            var order = new SearchOrder(found.Level!.Value + step, new SeedBlock(step + 1, FreshSeeds));
            if (measured(order) is not { } values)
            {
                return SearchStep<FindAnswer>.Ask(order);
            }

            last = found with
            {
                Level = order.Point,
                Confirmation = Look(order.Point, values, alpha),
                Confirmations = step + 1,
            };
            if (last.Confirmation.Holds)
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
                level, (double)events.Happened / events.Runs, least, most, least >= share, most < share);
        }

        var mean = Estimate.Of(values);
        var low = mean.LowerLimit(1 - alpha) ?? double.NegativeInfinity;
        var high = mean.UpperLimit(1 - alpha) ?? double.PositiveInfinity;
        return new FindLook(
            level, mean.Mean, low, high, IsBelow ? high < Target : low > Target,
            IsBelow ? low >= Target : high <= Target);
    }

    private bool IsBeyond(double value) => IsBelow ? value < Target : value > Target;

    // A level that is worse than one before it, beyond chance among all pairs that were looked at.
    private bool Contradicts(MeasuredRuns measured, SortedDictionary<int, FindLook> looks)
    {
        var levels = looks.Keys.Select(level => measured(Order(level))!).ToList();
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
