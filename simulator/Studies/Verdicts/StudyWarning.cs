using System.Text.Json.Serialization;
using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>What makes an answer weaker than it looks.</summary>
/// <param name="Code">A stable code of study.json: see <see cref="WarningCodes"/>.</param>
/// <param name="Text">What it is, with its numbers, in a sentence.</param>
public sealed record StudyWarning(string Code, string Text)
{
    /// <summary>Where there may be many of its code: a measure, a factor. Null if it stands alone.</summary>
    [JsonIgnore]
    public string? Among { get; init; }

    /// <summary>
    /// What a person is told at once: of many of one code in one place the first, and how many more.
    /// </summary>
    public static IEnumerable<StudyWarning> InShort(IReadOnlyList<StudyWarning> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.GroupBy(one => (one.Code, one.Among ?? one.Text))
            .Select(kind => kind.First().AndMore(kind.Count() - 1));
    }

    private StudyWarning AndMore(int more) => Among is null || more == 0 ? this : this with
    {
        Text = Invariant($"{Text.TrimEnd('.')}; {more} more of {Among} in the report"),
    };
}

/// <summary>The stable codes of warnings; docs/concepts/studies.md explains each.</summary>
public static class WarningCodes
{
    /// <summary>Fewer than ten seeds.</summary>
    public const string FewSeeds = "few-seeds";

    /// <summary>The values lean so far to one side that t may be off; BCa is shown beside it.</summary>
    public const string Skewed = "skewed";

    /// <summary>A seed far from all others; it is kept, and named.</summary>
    public const string Outlier = "outlier";

    /// <summary>Common seeds made the interval wider.</summary>
    public const string PairingHurts = "pairing-hurts";

    /// <summary>A factor makes another world, so equal seeds are not the same people.</summary>
    public const string OtherWorld = "other-world";

    /// <summary>Neighbouring points of a factor give the same runs.</summary>
    public const string SameHash = "same-hash";

    /// <summary>At the second scale the effect is another one.</summary>
    public const string ScaleMoves = "scale-moves";

    /// <summary>The smallest difference seen is one order of the sample.</summary>
    public const string SampleNoise = "sample-noise";

    /// <summary>Seeds failed and were left out of their pairs.</summary>
    public const string FailedSeeds = "failed-seeds";

    /// <summary>The study ended when the interval was narrow.</summary>
    public const string StoppedEarly = "stopped-early";

    /// <summary>A measure was added after the runs were seen.</summary>
    public const string LookedAfterwards = "looked-afterwards";

    /// <summary>Points contradict a rise or a fall.</summary>
    public const string NotMonotone = "not-monotone";

    /// <summary>A year that was held out was looked at more than once.</summary>
    public const string HeldOutOpened = "held-out-opened";

    /// <summary>Years that are left out cost much more than fitted ones.</summary>
    public const string Overfitted = "overfitted";

    /// <summary>The best value of a factor lies at an end of its range.</summary>
    public const string AtEdge = "at-edge";

    /// <summary>A published fact is known from memory only.</summary>
    public const string PublishedLoose = "published-loose";

    /// <summary>A Sobol sequence is cut between powers of 2.</summary>
    public const string NotPowerOfTwo = "not-power-of-two";

    /// <summary>Factors of a design of points hang together by more than 0.1.</summary>
    public const string Correlated = "correlated-factors";

    /// <summary>Factors were moved one at a time: interactions are not seen.</summary>
    public const string OneAtATime = "one-at-a-time";

    /// <summary>An index of sensitivity is known to 0.1 or worse.</summary>
    public const string TooFewForRanking = "too-few-for-ranking";

    /// <summary>A fork did not end as the run of the whole.</summary>
    public const string ForkDiffers = "fork-differs";
}
