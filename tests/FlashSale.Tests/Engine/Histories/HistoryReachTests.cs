namespace FlashSale.Tests.Engine;

// A property of all histories is worth as much as the histories reach.
public sealed class HistoryReachTests
{
    private static readonly Lazy<HashSet<Enum>> Reached = new(Reach);

    [Theory]
    [InlineData(typeof(OpenStoreResult))]
    [InlineData(typeof(StoreResult))]
    [InlineData(typeof(ListingResult))]
    [InlineData(typeof(CartResult))]
    [InlineData(typeof(CheckoutResult))]
    [InlineData(typeof(PayResult))]
    [InlineData(typeof(OrderResult))]
    [InlineData(typeof(RefundResult))]
    [InlineData(typeof(RateResult))]
    [InlineData(typeof(TransferResult))]
    [InlineData(typeof(FlipResult))]
    [InlineData(typeof(CertificationResult))]
    [InlineData(typeof(OrderStatus))]
    [InlineData(typeof(MarketEventKind))]
    [InlineData(typeof(CloseReason))]
    public void Histories_reach_every_answer_every_status_and_every_event(Type kind) =>
        Assert.Empty(Enum.GetValues(kind).Cast<Enum>().Except(Reached.Value));

    [Fact, Trait("engine", "ESC-5"), Trait("engine", "ORD-3")]
    public void Histories_about_money_reach_two_payments_at_every_end_and_both_verdicts()
    {
        var (ends, verdicts) = (new HashSet<string>(), new HashSet<DisputeStatus>());
        foreach (var history in Histories.SomeAboutMoney(100, seed: 1))
        {
            var market = Fair.Market();
            history.PlayOn(market);
            market.AssertSound();
            ends.UnionWith(market.View.AllOrders().Where(order => order.DepositChannel != 0).Select(EndOf));
            verdicts.UnionWith(Enumerable.Range(0, market.State.Orders.Ended)
                .Select(row => market.State.Orders.EndedAt(row).Dispute));
            verdicts.UnionWith(Enumerable.Range(0, market.State.Orders.LiveRows)
                .Select(row => market.State.Orders.Live(row).Dispute));
        }

        Assert.Equal(["all back", "all kept", "some back"], ends.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<DisputeStatus>(), verdicts.Order());
    }

    [Fact, Trait("engine", "TRU-3"), Trait("engine", "TRU-8"), Trait("engine", "TRU-13")]
    public void Histories_about_cases_reach_every_answer_every_status_and_every_measure()
    {
        var reached = new HashSet<Enum>();
        foreach (var history in Histories.SomeAboutCases(200, seed: 1).Concat(
            Histories.SomeAboutTheWatch(50, seed: 1)))
        {
            var market = Fair.Market(Fair.Watched);
            reached.UnionWith(history.PlayOn(market).Select(ResultOf));
            market.AssertSound();
            foreach (var file in market.View.CaseFilesFrom(default).Select(id => market.View.Cases(id)!))
            {
                reached.UnionWith(file.Cases.Select(one => (Enum)one.Status));
                reached.UnionWith(file.Cases.Select(one => (Enum)one.Source));
                reached.UnionWith(file.Cases.Select(one => (Enum)one.Appeal));
                reached.UnionWith(file.Stores.Select(one => (Enum)one.Measure));
            }
        }

        Enum[] wanted =
        [
            .. Enum.GetValues<ComplainResult>(), .. Enum.GetValues<CaseResult>(),
            .. Enum.GetValues<AppealResult>(), .. Enum.GetValues<AppealStatus>(),
            .. Enum.GetValues<CaseStatus>(), .. Enum.GetValues<CaseSource>(),
            .. Enum.GetValues<StoreMeasure>(), OpenStoreResult.OwnerBarred,
        ];
        Enum[] missing = [ComplainResult.NotOffered, CaseResult.NotOffered]; // the policy is on
        Assert.Equal(missing, wanted.Except(reached));
    }

    [Fact]
    public void Histories_about_certificates_reach_every_status_and_every_class() // IDN-1, IDN-2
    {
        var reached = new HashSet<Enum>();
        foreach (var history in Histories.SomeAboutCertificates(100, seed: 1))
        {
            var market = Fair.Market();
            history.PlayOn(market);
            market.AssertSound();
            for (var store = 0; store < Fair.Stores; store++)
            {
                var certification = market.View.Certification(new StoreId(store));
                reached.Add(certification.Status);
                reached.Add(certification.Certificate);
            }
        }

        Assert.Empty(Enum.GetValues<ApplicationStatus>().Cast<Enum>()
            .Concat(Enum.GetValues<CertificateClass>().Cast<Enum>()).Except(reached));
    }

    [Fact]
    public void Histories_about_publications_reach_every_status_and_every_answer() // LST-2
    {
        var reached = new HashSet<Enum>();
        foreach (var history in Histories.SomeAboutPublications(100, seed: 1))
        {
            var market = Fair.Market(Screenings.Rules);
            for (var at = 0; at < history.Steps.Count; at++)
            {
                var answers = history.PlayOn(market, at..(at + 1));
                reached.UnionWith(answers.OfType<PublicationResult>().Cast<Enum>());
                reached.UnionWith(Enumerable.Range(0, Fair.Listings).Select(
                    id => (Enum)(market.View.Listing(new ListingId(id))?.Publication ?? default)));
            }

            market.AssertSound();
        }

        Assert.Empty(Enum.GetValues<PublicationStatus>().Cast<Enum>()
            .Concat(Enum.GetValues<PublicationResult>().Cast<Enum>()).Except(reached));
    }

    private static string EndOf(OrderView order) => order.Escrow.Refunded == Money.Zero ? "all kept"
        : order.Escrow.Refunded == order.Escrow.Paid ? "all back" : "some back";

    private static HashSet<Enum> Reach()
    {
        var reached = new HashSet<Enum>();
        Histories.Hold(history => Play(history, Fair.Usual, reached), histories: 400);
        Histories.Hold(history => Play(history, Fair.Odd, reached), histories: 400);
        foreach (var history in Histories.SomeAboutCases(100, seed: 1))
        {
            Play(history, Fair.Usual, reached); // a barred owner
        }

        foreach (var history in Histories.SomeAboutCertificates(100, seed: 1))
        {
            Play(history, Fair.Usual, reached);
        }

        return reached;
    }

    private static void Play(History history, Policy policy, HashSet<Enum> reached)
    {
        var market = Fair.Market(policy);
        var log = EventLog.Of(market);
        reached.UnionWith(history.PlayOn(market).Select(ResultOf));
        reached.UnionWith(market.View.AllOrders().Select(order => (Enum)order.Status));
        reached.UnionWith(log.Events.Select(one => (Enum)one.Kind));
        reached.UnionWith(log.Events.Select(one => (Enum)one.Reason));
    }

    private static Enum ResultOf(object answer) => answer switch
    {
        CheckoutAnswer checkout => checkout.Result,
        PayAnswer pay => pay.Result,
        RefundAnswer refund => refund.Result,
        _ => (Enum)answer,
    };
}
