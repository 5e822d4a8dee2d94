namespace FlashSale.Simulator;

/// <summary>When people come on the day: one set of numbers for all years.</summary>
/// <remarks>
/// Fitted on the clocks of 2013 to 2016 and 2018 together; docs/concepts/demand.md tells how, with what
/// errors, and what the clocks cannot tell apart.
/// </remarks>
public sealed record DemandBehaviour
{
    /// <summary>The numbers that were fitted.</summary>
    public static DemandBehaviour Fitted { get; } = new();

    /// <summary>The share of orders that wait in carts for midnight when nobody is on a phone.</summary>
    public double RushShareBase { get; init; } = 0.165;

    /// <summary>What is added to that when everybody is on a phone, in proportion.</summary>
    public double RushShareMobile { get; init; } = 0.295;

    /// <summary>Half of the rush comes within this many seconds of midnight.</summary>
    public double RushMedianSeconds { get; init; } = 2_900;

    /// <summary>The spread of the rush: the standard deviation of the logarithm of the time.</summary>
    public double RushSigma { get; init; } = 3.1;

    /// <summary>
    /// The share of the rush that waits with the finger on the button (assumed: a few seconds at the
    /// admission limit in every year).
    /// </summary>
    public double HammeringShare { get; init; } = 0.008;

    /// <summary>How long after midnight these press it, on average, in seconds (assumed).</summary>
    public double HammeringMeanSeconds { get; init; } = 2;

    /// <summary>The share of orders that are presales, once these are fully established.</summary>
    public double PresaleShareMax { get; init; } = 0.105;

    /// <summary>The last year without a noticeable share of presales.</summary>
    public int PresaleNoneYear { get; init; } = 2012;

    /// <summary>The first year with the full share; between, it grows evenly.</summary>
    public int PresaleFullYear { get; init; } = 2018;

    /// <summary>When the balances of presales open, in seconds after midnight.</summary>
    public double PresaleOpensSeconds { get; init; } = 3_600;

    /// <summary>Half of them come within this many seconds of that.</summary>
    public double PresaleMedianSeconds { get; init; } = 720;

    /// <summary>The spread of the balances, as <see cref="RushSigma"/>.</summary>
    public double PresaleSigma { get; init; } = 0.75;

    /// <summary>
    /// Browsing falls to e to the power of minus this in the course of the day when nobody is on a phone.
    /// </summary>
    public double BrowseDecay { get; init; } = 0.24;

    /// <summary>
    /// What is added to that when everybody is, in proportion: who has no phone shops in the evening.
    /// </summary>
    public double BrowseDecayMobile { get; init; } = 0.82;

    /// <summary>Orders of an ordinary store by hour (data/tmall_store_hourly_orders.csv, summed).</summary>
    public IReadOnlyList<double> OrdinaryHours { get; init; } =
    [
        1_043, 530, 341, 189, 135, 113, 250, 556, 880, 1_283, 1_672, 1_640,
        1_367, 1_339, 1_500, 1_720, 1_481, 1_205, 1_270, 1_532, 1_990, 2_204, 2_126, 1_644,
    ];

    internal static DemandBehaviour Read(Block block)
    {
        var day = TimeSpan.FromDays(1);
        var rush = block.Share("rushShareBase", Fitted.RushShareBase);
        return Fitted with
        {
            RushShareBase = rush,
            RushShareMobile = block.Number("rushShareMobile", Fitted.RushShareMobile, new(0, 1 - rush)),
            RushMedianSeconds = Seconds(block, "rushMedian", Fitted.RushMedianSeconds, day),
            RushSigma = block.Number("rushSigma", Fitted.RushSigma, new(0.01, 10)),
            HammeringShare = block.Number("hammeringShare", Fitted.HammeringShare, new(0.000_1, 0.9)),
            HammeringMeanSeconds = Seconds(block, "hammeringMean", Fitted.HammeringMeanSeconds, day),
            PresaleShareMax = block.Share("presaleShareMax", Fitted.PresaleShareMax),
            PresaleMedianSeconds = Seconds(block, "presaleMedian", Fitted.PresaleMedianSeconds, day),
            PresaleSigma = block.Number("presaleSigma", Fitted.PresaleSigma, new(0.01, 10)),
            BrowseDecay = block.Number("browseDecay", Fitted.BrowseDecay, new(0, 10)),
            BrowseDecayMobile = block.Number("browseDecayMobile", Fitted.BrowseDecayMobile, new(0, 10)),
        };
    }

    private static double Seconds(Block block, string key, double fallback, TimeSpan longest) =>
        block.Length(key, TimeSpan.FromSeconds(fallback), TimeSpan.FromSeconds(1), longest).TotalSeconds;
}
