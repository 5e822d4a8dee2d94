namespace FlashSale.Simulator;

/// <summary>The best of some arms, or how far the search is.</summary>
/// <param name="Survivors">The arms that were not ruled out, best mean first; one if it was decided.</param>
/// <param name="IsToldApart">
/// Whether one is left, or all that are left are within what is indifferent.
/// </param>
/// <param name="LeftAt">For each arm after how many seeds it left; null if it survived.</param>
/// <param name="Winner">
/// The mean of the first survivor on fresh seeds: its own have chosen it. Null while they are not run.
/// </param>
/// <param name="FurtherSeeds">
/// If they were not told apart: which share of further seeds each survivor should get, in their order.
/// </param>
public sealed record SelectAnswer(
    IReadOnlyList<int> Survivors, bool IsToldApart, IReadOnlyList<int?> LeftAt, Estimate? Winner,
    IReadOnlyList<double>? FurtherSeeds)
{
    /// <summary>The arms round by round.</summary>
    public IReadOnlyList<SelectRound> Rounds { get; init; } = [];
}

/// <summary>A round of a selection.</summary>
/// <param name="Arms">
/// The arms that ran in it, each with its mean so far; best, or last to leave, first.
/// </param>
public sealed record SelectRound(IReadOnlyList<(int Arm, Estimate Mean, bool HasLeft)> Arms);

/// <summary>
/// Looks for the best arm: procedure KN (Kim and Nelson, ACM TOMACS 11, 2001, with c = 1), valid under common
/// seeds.
/// </summary>
/// <remarks>
/// After a pilot the variance of each pair's differences is fixed; then, seed by seed, an arm leaves when
/// another is better by more than W = max(0, (δ/2r)(h² S²/δ² − r)). With the confidence asked the arm that is
/// left is the best, if the best is better by δ or more. Seeds come in rounds of ten, and are judged one by
/// one: what an arm has run beyond the seed at which it left does not count.
/// </remarks>
/// <param name="Arms">How many arms, 2 to 50.</param>
/// <param name="Indifference">δ, the smallest difference worth finding, above 0.</param>
/// <param name="IsMoreBetter">Whether more is better, else less.</param>
/// <param name="Confidence">Of the selection, as 0.95.</param>
/// <param name="SeedsMax">The limit of seeds for each arm.</param>
/// <param name="FreshSeeds">Seeds on which the winner's mean is estimated again.</param>
/// <param name="Pilot">n₀, the seeds of the first round.</param>
public sealed record SelectSearch(
    int Arms, double Indifference, bool IsMoreBetter, double Confidence, int SeedsMax, int FreshSeeds,
    int Pilot = PrecisionGoal.PilotUsual)
{
    /// <summary>The most arms that are compared.</summary>
    public const int ArmsMax = 50;

    private const int Round = 10;

    /// <summary>η of the procedure.</summary>
    internal double Eta => ((ExactMath.Pow(
        2 * (1 - Confidence) / (Arms - 1), -2.0 / (Pilot - 1))) - 1) / 2;

    /// <summary>h² of the procedure.</summary>
    internal double HSquare => 2 * Eta * (Pilot - 1);

    /// <summary>By how much another mean has to be better at a number of seeds for an arm to leave.</summary>
    /// <param name="variance">S², of the differences of the two arms in the pilot.</param>
    /// <param name="seeds">r.</param>
    internal double Slack(double variance, int seeds) => Math.Max(
        0, Indifference / (2 * seeds) * ((HSquare * variance / (Indifference * Indifference)) - seeds));

    /// <summary>The number of seeds after which two arms are decided in any case.</summary>
    internal int LastSeed(double variance) => (int)Math.Min(
        int.MaxValue - 1, Math.Floor(HSquare * variance / (Indifference * Indifference))) + 1;

    /// <summary>The orders of the next round, or the answer.</summary>
    public SearchStep<SelectAnswer> After(MeasuredRuns measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentOutOfRangeException.ThrowIfLessThan(Arms, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Arms, ArmsMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Pilot, SeedsMax);
        var race = new SelectRace(this);
        for (var seeds = Pilot; ; seeds = Math.Min(SeedsMax, seeds + Round))
        {
            var wanted = race.Survivors.Select(arm => new SearchOrder(arm, new SeedBlock(0, seeds))).ToList();
            var values = wanted.ConvertAll(order => measured(order));
            if (values.Contains(null))
            {
                return new(wanted, race.Answer(null));
            }

            if (race.Run([.. values.OfType<IReadOnlyList<double>>()]) || seeds >= SeedsMax)
            {
                break;
            }
        }

        var fresh = new SearchOrder(race.Survivors[0], new SeedBlock(1, FreshSeeds));
        return measured(fresh) is { } winner
            ? SearchStep<SelectAnswer>.End(race.Answer(Estimate.Of(winner)))
            : new([fresh], race.Answer(null));
    }
}
