using System.Globalization;
using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>
/// Every step that the watch waits for is cut off, before and after it is carried out: it counts each event
/// once, and each alert opens one case (rule TRU-13).
/// </summary>
[Trait("cluster", "TRU-13")]
public sealed class WatchCutOffTests
{
    private const int Partition = 5;

    [Fact]
    public async Task A_batch_whose_events_are_an_alert()
    {
        TestMarket? open = null;
        await EachCutOff.Of(new CutOffStory
        {
            Policy = Watched.Policy,
            StepsMin = 4,
            MustBeCut = ["write Watch", "call ICaseGrain.Alert", "write CaseFile"],
            Prepare = async (market, order) =>
            {
                open = market;
                await Add(market, order, number: 1, MarketEventKind.Paid);
            },
            Act = (_, order) => Add(open!, order, number: 2, MarketEventKind.Complained),
            Picture = async (port, order) =>
            {
                var file = await port.FindCases(new SellerId(order.Buyer.Value));
                var cases = (file?.Cases ?? []).Select(one => $"{one.Source} {one.Kind} {one.Status}");
                var row = await open!.Rows.Read(new RowKey(RowKind.Watch, order.Buyer.Value));
                var watch = WireFormat.Serializer.Deserialize<WatchState>(row!.Body)!;
                var days = watch.Days.Select(day => Say($"{day.Orders} {day.Complaints} {day.Alerts}"));
                return string.Join(", ", cases.Concat(days))
                    + Say($" {watch.Alerts.Length} {watch.LastAlert} {watch.Opened}");
            },
        });
    }

    private static Task Add(TestMarket market, OrderId order, long number, MarketEventKind kind)
    {
        var seller = new SellerId(order.Buyer.Value);
        return market.Grains.GetGrain<IWatchGrain>(seller.Value).Add(new EventBatch(Partition, number,
        [
            new OrderEvent
            {
                Kind = kind,
                Order = order,
                Store = new StoreId(seller.Value),
                Seller = seller,
                At = History.Beginning,
                Listing = new ListingId(seller.Value),
                Complaint = kind == MarketEventKind.Complained ? ComplaintReason.Counterfeit : default,
            },
        ]));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
