namespace FlashSale.Simulator;

/// <summary>A stretch of time in which something held people or parcels up.</summary>
/// <remarks>
/// The rule: in windows of 10, 20, 30 or 60 s – the narrowest in which 1,000 of the sample can pass – or of
/// an hour for parcels, it binds where nine tenths or more of those passed who could, and at least a
/// twentieth as many waited at the end or were refused. Stock has no rate: it binds where one line was
/// refused for every twenty orders. One window between two that bind does not part them. A stretch of less
/// than a minute, or that holds up fewer than ten of the sample, is chance; of each the longest five stay.
/// </remarks>
public sealed record Bottleneck(
    [Figure("–", "what held people or parcels up: gateway, channel, stock, packing, couriers")] string Kind,
    [Figure("–", "which channel, or the couriers of which region")] string Name,
    [Figure("s", "when it began to bind")] double FromSeconds,
    [Figure("s", "when it no longer did")] double UntilSeconds,
    [Figure("per second", "orders or parcels that could pass, on average; null of stock")] double? PerSecond,
    [Figure("share", "of these, those that did; null where none could")] double? Used,
    [Figure("as `kind`", "orders or parcels that passed")] long Passed,
    [Figure("refusals", "of checkouts by the gateway, of lines for want of stock")] long Refused,
    [Figure("as `kind`", "orders or parcels that waited when most did")] long WaitingMost)
{
    private const double UsedMin = 0.9;
    private const double HeldUpShareMin = 0.05;
    private const int PerWindowMin = 1_000;
    private const int StretchesMax = 5;
    private const int SecondsMin = 60;
    private const int HeldUpMin = 10;

    private static readonly int[] TenSeconds = [1, 2, 3, 6];

    /// <summary>When it began to bind, as the festival's clock.</summary>
    public string FromClock() => FestivalClock.Text((long)FromSeconds);

    /// <summary>When it no longer did, as the festival's clock.</summary>
    public string UntilClock() => FestivalClock.Text((long)UntilSeconds);

    /// <summary>How long it bound.</summary>
    internal double Seconds => UntilSeconds - FromSeconds;

    /// <summary>For how many seconds of a stretch of time it bound.</summary>
    internal double SecondsWithin(double from, double until) =>
        Math.Max(0, Math.Min(until, UntilSeconds) - Math.Max(from, FromSeconds));

    /// <summary>All that bound in a run until its end, by kind and time.</summary>
    internal static IReadOnlyList<Bottleneck> Find(Passages passages, long endAtMs, SampleScale scale) =>
    [
        .. passages.All.SelectMany(passage => Stretches(passage, WindowsOf(passage, endAtMs))
            .Where(stretch => HeldUp(stretch) >= HeldUpMin)
            .Select(stretch => Of(passage, stretch, scale))
            .Where(found => found.Seconds >= SecondsMin)
            .OrderByDescending(found => found.Seconds).Take(StretchesMax)
            .OrderBy(found => found.FromSeconds)),
    ];

    private static long HeldUp(List<Window> stretch) =>
        stretch.Sum(one => one.Refused) + stretch.Max(one => one.Waiting);

    private static Bottleneck Of(Passage passage, List<Window> stretch, SampleScale scale)
    {
        var seconds = (stretch[^1].UntilMs - stretch[0].FromMs) / 1_000.0;
        var passed = stretch.Sum(one => one.Passed);
        double? capacity = passage.Capacity.Count == 0 ? null : stretch.Sum(one => one.Capacity);
        return new Bottleneck(
            Words.Of(passage.Kind), passage.Name, stretch[0].FromMs / 1_000.0, stretch[^1].UntilMs / 1_000.0,
            Rounded.To(capacity / seconds / scale.Share, 1),
            capacity > 0 ? Rounded.To(passed / capacity, 3) : null,
            scale.Count(passed), scale.Count(stretch.Sum(one => one.Refused)),
            scale.Count(stretch.Max(one => one.Waiting)));
    }

    private static IEnumerable<List<Window>> Stretches(Passage passage, IEnumerable<Window> windows)
    {
        var stretch = new List<Window>();
        var gap = new List<Window>();
        foreach (var window in windows)
        {
            if (window.Binds(passage.Kind))
            {
                stretch.AddRange(gap);
                stretch.Add(window);
                gap.Clear();
            }
            else if (stretch.Count > 0 && gap.Count == 0)
            {
                gap.Add(window);
            }
            else if (stretch.Count > 0)
            {
                yield return stretch;
                (stretch, gap) = ([], []);
            }
        }

        if (stretch.Count > 0)
        {
            yield return stretch;
        }
    }

    private static IEnumerable<Window> WindowsOf(Passage passage, long endAtMs)
    {
        var wide = WidthOf(passage);
        var waiting = 0L;
        for (var first = 0; first < passage.Buckets.Count; first += wide)
        {
            var from = passage.OriginMs + first * passage.BucketMs;
            var until = Math.Min(from + wide * passage.BucketMs, endAtMs);
            if (from >= until)
            {
                yield break;
            }

            var (passed, refused) = (0L, 0L);
            for (var at = first; at < Math.Min(first + wide, passage.Buckets.Count); at++)
            {
                var bucket = passage.Buckets[at];
                (passed, refused) = (passed + bucket.Passed, refused + bucket.Refused);
                waiting = bucket.WaitingPlusOne > 0 ? bucket.WaitingPlusOne - 1 : waiting;
            }

            yield return new Window(
                from, until, passed, refused, waiting, passage.CapacityBetween(from, until));
        }
    }

    private static int WidthOf(Passage passage)
    {
        var most = passage.Capacity.Count > 0
            ? passage.Capacity.Max(step => step.PerSecond) * passage.BucketMs / 1_000
            : passage.Buckets.Select(bucket => bucket.Passed).DefaultIfEmpty().Max();
        return passage.Kind is PassageKind.Packing or PassageKind.Couriers ? 1
            : TenSeconds.FirstOrDefault(wide => most * wide >= PerWindowMin, TenSeconds[^1]);
    }

    private readonly record struct Window(
        long FromMs, long UntilMs, long Passed, long Refused, long Waiting, double? Capacity)
    {
        public bool Binds(PassageKind kind) => kind == PassageKind.Stock
            ? Refused > 0 && Refused >= HeldUpShareMin * Passed
            : Refused + Waiting > 0 && Passed >= UsedMin * Capacity
                && Refused + Waiting >= HeldUpShareMin * Capacity;
    }
}
