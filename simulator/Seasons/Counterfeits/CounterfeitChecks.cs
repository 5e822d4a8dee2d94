namespace FlashSale.Simulator;

/// <summary>Published figures of counterfeits beside what came out (MODELS M3).</summary>
/// <remarks>
/// How many hide their fakes well, and how many who notice complain, were chosen with all of these in view
/// but removals to complaints, which are too few in a small market to be seen.
/// </remarks>
internal static class CounterfeitChecks
{
    private const string Predicted = "predicted";
    private const string Fitted = "fitted";
    private const string Platform = "the platform's reports, several pages";

    /// <summary>All checks of the model; of nothing that was removed there is no share.</summary>
    public static IReadOnlyList<SeasonCheck> Of(CounterfeitFigures fakes) =>
    [
        .. fakes.ProactiveRatio <= 0 ? (IEnumerable<SeasonCheck>)[] :
        [
            Check("removals to complaints, 2014", "ratio", 13.75, fakes.ProactiveRatio, 4,
                "interview of 2015"),
            Check("removals to complaints, 2017", "ratio", 27, fakes.ProactiveRatio, 8, Platform),
        ],
        .. fakes.Removed == 0 ? (IEnumerable<SeasonCheck>)[] :
        [
            Check("removed before the first sale", "share", 0.965, fakes.RemovedUnsoldShare, 0.02, Platform,
                Fitted),
        ],
        Check("stores closed for fakes in a year", "share", 0.025, fakes.ClosedAYear, 0.005,
            "180,000 to 240,000 of 8 to 10 million, several pages", Fitted),
        Check("suspected orders in 10,000", "ratio", 1.8, fakes.ComplaintsPer10000, 0.3, Platform,
            Fitted),
        Check("fakes among orders", "share", 0.02, fakes.Prevalence.Truth, 0.01,
            "1 to 3 %, assumed before; 2.5 % of world trade, one report", Fitted),
    ];

    private static SeasonCheck Check(
        string name, string unit, double published, double simulated, double within, string source,
        string kind = Predicted) => new(
            name, unit, published, simulated, within, kind, source,
            Math.Abs(simulated - published) <= within + 1e-9);
}
