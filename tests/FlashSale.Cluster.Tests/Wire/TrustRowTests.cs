using static FlashSale.Cluster.Tests.GoldenRow;

namespace FlashSale.Cluster.Tests;

/// <summary>The same as <see cref="StoredRowTests"/> of cases, appeals and the watch.</summary>
public sealed class TrustRowTests
{
    private static readonly DateTimeOffset Moment =
        DateTimeOffset.FromUnixTimeMilliseconds(1_541_865_600_123);

    [Fact]
    public void What_cases_do_to_stores_is_read()
    {
        IsRead("store-acts", new StoreState
        {
            Store = WireSamples.Store,
            Name = "旗舰店",
            Pending = WireSamples.Act.ToTransfer(new SellerId(11), Money.FromFen(14)),
            PendingAct = WireSamples.Act,
            LastAct = 15,
            LastActFen = 16,
            Before = ((byte)StoreStatus.Hidden, (byte)SuspensionCause.Platform),
        });
        IsRead("case-file", new CaseFileState
        {
            Cases = [WireSamples.Case],
            Complaints = [WireSamples.Complaint],
            Acts = [WireSamples.Act],
            Holds = [new StoreHold(new StoreId(1), 2)],
            LastCase = 3,
            LastAct = 4,
            SyncedMs = 5,
            Requests = [new KeyedRequest(new RequestId(6), 7)],
        });
    }

    // Of the version of 30 November 2026, the first one with a watch and appeals in golden files.
    [Fact]
    public void What_the_watch_and_reviewers_keep_is_read()
    {
        IsRead("watch", new WatchState
        {
            Marks = new BatchMarks { Last = [1, 2, 3, 4, 5, 6, 7, 8] },
            Days = [WireSamples.WatchDay],
            Alerts = [WireSamples.Alert],
            LastAlert = 9,
            Opened = 8,
        });
        IsRead("case-file-alerted", new CaseFileState
        {
            Cases = [WireSamples.AppealedCase],
            LastCase = 1,
            LastAlert = 9,
            LastAlertOpened = true,
        });
        IsRead("review-day", new ReviewDayState { Day = 17_846, Taken = [(11, 1), (12, 3)] });
        IsRead("order-event-seen", new OrderEvent
        {
            Kind = MarketEventKind.Complained,
            Order = WireSamples.Order.Id,
            Store = new StoreId(9),
            Seller = new SellerId(11),
            At = Moment,
            Amount = Money.FromFen(60_001),
            Listing = new ListingId(5),
            Complaint = ComplaintReason.NotAsDescribed,
        });
    }
}
