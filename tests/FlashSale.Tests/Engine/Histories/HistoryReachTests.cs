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
    [InlineData(typeof(OrderStatus))]
    public void Histories_reach_every_answer_and_every_status(Type kind) =>
        Assert.Empty(Enum.GetValues(kind).Cast<Enum>().Except(Reached.Value));

    private static HashSet<Enum> Reach()
    {
        var reached = new HashSet<Enum>();
        Histories.Hold(history => Play(history, Fair.Usual, reached));
        Histories.Hold(history => Play(history, Fair.Odd, reached));
        return reached;
    }

    private static void Play(History history, Policy policy, HashSet<Enum> reached)
    {
        var market = Fair.Market(policy);
        reached.UnionWith(history.PlayOn(market).Select(ResultOf));
        reached.UnionWith(market.View.AllOrders().Select(order => (Enum)order.Status));
    }

    private static Enum ResultOf(object answer) => answer switch
    {
        CheckoutAnswer checkout => checkout.Result,
        PayAnswer pay => pay.Result,
        RefundAnswer refund => refund.Result,
        _ => (Enum)answer,
    };
}
