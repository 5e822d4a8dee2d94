using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

// Each refusal has one name that clients can rely on.
public sealed class ProblemTests
{
    private static readonly Type[] ResultsOfThePort =
    [
        typeof(OpenStoreResult), typeof(StoreResult), typeof(ListingResult), typeof(CartResult),
        typeof(CheckoutResult), typeof(PayResult), typeof(OrderResult), typeof(RefundResult),
        typeof(RateResult), typeof(TransferResult), typeof(FlipResult), typeof(PolicyResult),
        typeof(ComplainResult), typeof(CaseResult), typeof(AppealResult), typeof(CertificationResult),
        typeof(PublicationResult),
    ];

    [Fact]
    public void Every_result_of_the_port_is_an_answer_of_the_api() => Assert.Equal(
        ResultsOfThePort, Enum.GetValues<AnswerKind>().Select(Refusals.ResultsOf));

    [Fact]
    public void Every_refusal_has_problem_details_and_nothing_else_has()
    {
        foreach (var kind in Enum.GetValues<AnswerKind>())
        {
            foreach (var member in Enum.GetValues(Refusals.ResultsOf(kind)))
            {
                var tookEffect = (byte)member == 1 || member is PayResult.DepositPaid or PayResult.PaidInPart;
                var problem = Refusals.Find(kind, (byte)member);
                Assert.True(problem is null == tookEffect, $"{kind} {member}: {problem?.Uri}");
            }
        }
    }

    [Fact]
    public void Every_problem_has_a_type_of_its_own_and_a_status_that_says_no()
    {
        var all = Refusals.All.Concat(RequestProblems.All).ToList();

        Assert.Equal(all.Count, all.Select(problem => problem.Uri).Distinct().Count());
        Assert.All(all, problem => Assert.InRange(problem.Status, 400, 504));
        Assert.Equal(Enum.GetValues<RequestFault>().Length, RequestProblems.All.Count);
    }
}
