namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>How many purchases are fakes: what is true, and what two ways of measuring say (TRU-9).</summary>
public sealed record FakeShares(
    [Figure("share", "of orders paid that are fakes: truth")] double Truth,
    [Figure("orders", "drawn at random and appraised (TRU-9)")] long Drawn,
    [Figure("share", "of fakes that the random sample says, corrected for the appraiser")] double Sample,
    [Figure("share", "lower end of its 95 % interval (Wilson)")] double SampleLow,
    [Figure("share", "upper end")] double SampleHigh,
    [Figure("share", "of test purchases that were found to be fakes: they follow complaints")] double Guided,
    [Figure("orders", "of those test purchases")] long Tests)
#pragma warning restore CS1591
{
    internal static FakeShares Of(SeasonRun run, CounterfeitModel model, SeasonRow sums)
    {
        var (drawn, found) = (0, 0);
        for (var row = 0; row < model.Sample.Months; row++)
        {
            var month = model.Sample.MonthAt(row);
            if (month.FirstDay >= run.World.Terms.WarmUpDays)
            {
                (drawn, found) = (drawn + month.Drawn, found + month.FoundFake);
            }
        }

        var (share, within) = PrevalenceSample.Estimate(
            found, drawn, model.Habits.Enforcement.AppraisalAccuracy);
        return new FakeShares(
            CounterfeitFigures.Ratio(sums[SeasonMeasures.FakeOrders], sums[SeasonMeasures.Paid]), drawn,
            Rounded.To(share, 5), Rounded.To(within.Low, 5), Rounded.To(within.High, 5),
            CounterfeitFigures.Ratio(
                sums[SeasonMeasures.TestsFoundFake], sums[SeasonMeasures.TestPurchases]),
            sums[SeasonMeasures.TestPurchases]);
    }
}
