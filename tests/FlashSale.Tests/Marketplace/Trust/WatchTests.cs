namespace FlashSale.Tests.Trust;

// TRU-2, TRU-13: what the watch sees, and when it gives an alert.
public sealed class WatchTests
{
    private static readonly ListingId Kettle = new(4);

    private readonly TrustPolicy _policy = new() { IsOn = true, Watches = true };
    private readonly List<WatchAlert> _alerts = [];
    private SellerWatch _watch = new();
    private DateTimeOffset _now = CaseStage.Noon;

    [Fact]
    public void Buyers_who_complain_of_fakes_give_an_alert_before_three_have_complained()
    {
        See(MarketEventKind.Paid, times: 10);
        See(MarketEventKind.Complained);
        Assert.Empty(_alerts);

        See(MarketEventKind.Complained); // 20 % of ten orders, four times

        var alert = Assert.Single(_alerts);
        Assert.Equal((CaseKind.Counterfeit, 8_000, 1), (alert.Kind, alert.BasisPoints, alert.Number));
        Assert.Equal((CaseStage.Store, Kettle), (alert.Store, alert.Listing));
    }

    [Fact]
    public void The_same_complaints_among_many_orders_give_none()
    {
        See(MarketEventKind.Paid, times: 40);

        See(MarketEventKind.Complained, times: 4);

        Assert.Empty(_alerts);
    }

    [Fact]
    public void Of_few_orders_one_complaint_is_no_share()
    {
        See(MarketEventKind.Paid);

        See(MarketEventKind.Complained);

        Assert.Empty(_alerts);
    }

    [Theory]
    [InlineData(ComplaintReason.BrokenPromise, CaseKind.NotAsDescribed)]
    [InlineData(ComplaintReason.Counterfeit, CaseKind.Counterfeit)]
    public void What_buyers_complain_of_decides_what_the_case_is_about(ComplaintReason reason, CaseKind kind)
    {
        See(MarketEventKind.Complained, times: 2, reason);

        Assert.Equal(kind, Assert.Single(_alerts).Kind);
    }

    [Fact]
    public void Money_that_went_back_and_poor_ratings_add_up()
    {
        See(MarketEventKind.Paid, times: 20);
        See(MarketEventKind.Refunded, times: 6); // 30 %
        Assert.Empty(_alerts);

        See(MarketEventKind.StoreRated, times: 2); // 10 %, twice

        Assert.Equal(CaseKind.NotAsDescribed, Assert.Single(_alerts).Kind);
    }

    [Fact]
    public void A_sudden_rise_of_sales_is_not_enough_but_with_refunds_it_is_fake_trade()
    {
        See(MarketEventKind.Paid, times: 5);
        _now = _now.AddDays(1);
        See(MarketEventKind.Paid, times: 60); // a day of five orders in the six before
        Assert.Empty(_alerts);

        See(MarketEventKind.Refunded, times: 8);
        See(MarketEventKind.StoreRated, times: 5);

        Assert.Equal(CaseKind.Brushing, Assert.Single(_alerts).Kind);
    }

    [Fact]
    public void A_listing_that_sells_as_it_did_rises_not_at_all()
    {
        for (var day = 0; day < 6; day++)
        {
            See(MarketEventKind.Paid, times: 60);
            _now = _now.AddDays(1);
        }

        See(MarketEventKind.Paid, times: 60);
        See(MarketEventKind.Refunded, times: 120); // 28 % of 420

        Assert.Empty(_alerts);
    }

    [Fact]
    public void An_alert_is_given_once_in_the_days_that_count_and_again_afterwards()
    {
        See(MarketEventKind.Complained, times: 9);
        Assert.Single(_alerts);
        _now = _now.AddDays(_policy.WatchDays - 1);
        See(MarketEventKind.Complained, times: 9);
        Assert.Single(_alerts);

        _now = _now.AddDays(1);
        See(MarketEventKind.Complained, times: 9);

        Assert.Equal([1, 2], _alerts.Select(alert => alert.Number));
    }

    [Fact]
    public void Events_that_come_in_another_order_count_the_same()
    {
        MarketEventKind[] kinds =
        [
            MarketEventKind.Paid, MarketEventKind.Refunded, MarketEventKind.StoreRated,
            MarketEventKind.Complained,
        ];
        var calm = _policy with { WatchAlertBasisPoints = 40_000 };
        var seen = Enumerable.Range(0, 200).Select(at => new WatchedEvent(
            kinds[at % 3 == 0 ? 0 : at % 4], CaseStage.Store, new ListingId(at % 7),
            _now.AddDays(at % 5), ComplaintReason.BrokenPromise)).ToArray();
        var (first, other) = (new SellerWatch(), new SellerWatch());

        Array.ForEach(seen, one => WatchProcess.See(first, one, calm));
        Array.ForEach(seen.Reverse().ToArray(), one => WatchProcess.See(other, one, calm));

        Assert.Equal(first.Facts.Days, other.Facts.Days);
        Assert.Equal(200, first.Facts.Days.Sum(day =>
            day.Orders + day.Refunds + day.PoorRatings + day.Complaints));
    }

    [Fact]
    public void Days_that_are_over_and_listings_without_number_take_no_room()
    {
        See(MarketEventKind.Paid);
        _now = _now.AddDays(_policy.WatchDays);
        for (var listing = 0; listing < SellerWatch.DaysMax + 10; listing++)
        {
            var seen = new WatchedEvent(
                MarketEventKind.Paid, CaseStage.Store, new ListingId(listing), _now, default);
            WatchProcess.See(_watch, seen, _policy);
        }

        Assert.Equal(SellerWatch.DaysMax, _watch.Facts.Days.Count);
        Assert.DoesNotContain(_watch.Facts.Days, day => day.Day != ChinaTime.DayOf(_now));
    }

    [Fact]
    public void An_alert_opens_a_case_unless_one_about_the_same_is_under_way()
    {
        var stage = new CaseStage();
        See(MarketEventKind.Complained, times: 2);
        var alert = Assert.Single(_alerts);

        Assert.True(WatchProcess.Open(stage.File, alert));
        Assert.Equal((CaseSource.Watch, CaseKind.Counterfeit, Kettle), (
            stage.Last.Source, stage.Last.Kind, stage.Last.Listing));
        Assert.False(WatchProcess.Open(stage.File, alert));

        stage.Decide(CaseVerdict.Cleared);
        Assert.True(WatchProcess.Open(stage.File, alert));
    }

    [Fact]
    public void A_watch_is_the_same_when_it_was_stored_in_between()
    {
        See(MarketEventKind.Complained, times: 2);
        Assert.NotNull(_watch.NextAlert);
        _watch = new SellerWatch(_watch.Facts);
        Assert.Equal(_alerts[0], _watch.NextAlert);
        _watch.Told(_alerts[0], isOpened: true);

        See(MarketEventKind.Complained);

        Assert.Equal((1, 1, (WatchAlert?)null), (_watch.LastAlert, _watch.Opened, _watch.NextAlert));
        Assert.Equal(3, _watch.Facts.Days[0].Complaints);
    }

    [Fact]
    public void An_audit_finds_a_case_without_an_alert_and_an_alert_without_a_case()
    {
        var stage = new CaseStage();
        See(MarketEventKind.Complained, times: 2);
        WatchProcess.Open(stage.File, _alerts[0]);
        Assert.False(Audit(stage.File).Passed); // the watch has not been answered
        _watch.Told(_alerts[0], isOpened: true);
        Assert.True(Audit(stage.File).Passed);

        Assert.False(Audit(new CaseFile(CaseStage.Seller)).Passed);
        var alone = new WatchAudit();
        alone.Add(stage.File);
        Assert.False(alone.Close().Passed);
    }

    private AuditCheck Audit(CaseFile file)
    {
        var audit = new WatchAudit();
        audit.Add(file);
        audit.Add(CaseStage.Seller, _watch.Facts, _watch.LastAlert);
        return audit.Close();
    }

    private void See(
        MarketEventKind kind, int times = 1, ComplaintReason reason = ComplaintReason.Counterfeit)
    {
        for (var time = 0; time < times; time++)
        {
            var seen = new WatchedEvent(
                kind, CaseStage.Store, Kettle, _now, kind == MarketEventKind.Complained ? reason : 0);
            if (WatchProcess.See(_watch, seen, _policy) is { } alert)
            {
                _alerts.Add(alert);
            }
        }
    }
}
