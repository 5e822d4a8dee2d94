using static FlashSale.Marketplace.CaseStatus;
using static FlashSale.Marketplace.CaseStep;

namespace FlashSale.Tests.Trust;

// TRU-3, TRU-8: open → sampled → decided → closed.
public sealed class CaseLifecycleTests
{
    private static readonly (CaseStatus From, CaseStep Step, CaseStatus To)[] Rows =
    [
        (Open, OrderSample, SampleOrdered),
        (SampleOrdered, ReceiveSample, SampleReceived),
        (SampleReceived, Appraise, AtAppraiser),
        (Open, Decide, Decided),
        (SampleOrdered, Decide, Decided),
        (SampleReceived, Decide, Decided),
        (AtAppraiser, Decide, Decided),
        (Decided, Close, Closed),
    ];

    [Fact]
    public void A_case_goes_this_way_and_no_other() => Assert.All(
        from status in Enum.GetValues<CaseStatus>()
        from step in Enum.GetValues<CaseStep>()
        select (status, step),
        at => Assert.Equal(
            Rows.Where(row => (row.From, row.Step) == at).Select(row => (CaseStatus?)row.To).FirstOrDefault(),
            CaseLifecycle.After(at.status, at.step)));
}
