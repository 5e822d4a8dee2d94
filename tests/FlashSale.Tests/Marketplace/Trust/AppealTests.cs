using static FlashSale.Marketplace.AppealStatus;
using static FlashSale.Marketplace.AppealStep;

namespace FlashSale.Tests.Trust;

// TRU-8: filed → talk → queue → decided or expired.
public sealed class AppealTests
{
    private static readonly (AppealStatus From, AppealStep Step, AppealStatus To)[] Rows =
    [
        (None, FileIt, Talking),
        (Talking, EndTalk, Queued),
        (Queued, Uphold, Upheld),
        (Queued, Reject, Rejected),
        (Talking, Expire, Expired),
        (Queued, Expire, Expired),
    ];

    private readonly CaseStage _stage = new();

    [Fact]
    public void An_appeal_goes_this_way_and_no_other() => Assert.All(
        from status in Enum.GetValues<AppealStatus>()
        from step in Enum.GetValues<AppealStep>()
        select (status, step),
        at => Assert.Equal(
            Rows.Where(row => (row.From, row.Step) == at).Select(row => (AppealStatus?)row.To)
                .FirstOrDefault(),
            AppealLifecycle.After(at.status, at.step)));

    [Fact]
    public void Buyers_and_sellers_talk_for_two_days_before_anybody_decides()
    {
        _stage.Convict();
        Assert.Equal(AppealResult.Done, _stage.Appeal());
        Assert.Equal(AppealResult.WrongStatus, _stage.Answer(votesFor: 1));

        _stage.Pass(_stage.Policy.TalkWithin);

        Assert.Null(_stage.Answer(votesFor: 1));
        Assert.Equal(Queued, _stage.First.Appeal);
    }

    [Fact]
    public void An_upheld_appeal_brings_back_listing_points_measure_and_money()
    {
        _stage.Complain();
        _stage.Complain();
        _stage.Complain();
        _stage.Acts(earnedYuan: 90);
        _stage.Policy = _stage.Policy with { InspectsOtherStores = false };
        _stage.Decide();
        _stage.Acts();
        _stage.Appeal();
        _stage.Pass(_stage.Policy.TalkWithin);

        _stage.DecideAppeal(votesFor: 1);

        var acts = _stage.Acts();
        Assert.Contains(acts, act => act.Kind == CaseActKind.Release && act.Amount == Money.FromYuan(90));
        Assert.Contains(acts, act => act.Kind == CaseActKind.PutUp);
        Assert.Equal((CaseStatus.Closed, Upheld), (_stage.First.Status, _stage.First.Appeal));
        Assert.Equal((0, 0, StoreMeasure.None), (
            _stage.File.Violations, _stage.File.CounterfeitPointsOf(CaseStage.Store, _stage.Now),
            _stage.File.MeasureOf(CaseStage.Store, _stage.Now)));
        Assert.Empty(_stage.File.Complaints);
    }

    [Fact]
    public void A_rejected_appeal_lets_the_verdict_stand_at_once()
    {
        _stage.Convict(CaseKind.Brushing);
        _stage.Appeal();
        _stage.Pass(_stage.Policy.TalkWithin);

        _stage.DecideAppeal(votesFor: 0);
        _stage.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal((CaseStatus.Closed, Rejected), (_stage.First.Status, _stage.First.Appeal));
        Assert.Equal(1, _stage.File.Violations);
    }

    [Fact]
    public void An_appeal_that_nobody_decides_expires()
    {
        _stage.Convict();
        _stage.Appeal();

        _stage.Pass(_stage.Policy.DecideWithin);

        Assert.Equal((CaseStatus.Closed, Expired), (_stage.First.Status, _stage.First.Appeal));
        Assert.Equal(AppealResult.WrongStatus, _stage.Answer(votesFor: 1));
    }

    [Fact]
    public void A_verdict_that_stands_is_not_appealed_against()
    {
        _stage.Convict();
        _stage.Pass(_stage.Policy.AppealWithin);

        Assert.Equal(AppealResult.TooLate, _stage.Appeal());
    }

    [Theory]
    [InlineData(16, Upheld)]
    [InlineData(15, Rejected)]
    public void A_jury_of_31_decides_by_majority(int votesFor, AppealStatus status)
    {
        _stage.Convict();
        _stage.Appeal();
        _stage.Pass(_stage.Policy.TalkWithin);
        Assert.Equal(AppealResult.BadAppeal, _stage.Answer(votesFor, votes: 30));
        Assert.Null(_stage.Answer(votesFor, votes: 31));

        _stage.DecideAppeal(votesFor, votes: 31);

        Assert.Equal(status, _stage.First.Appeal);
        Assert.False(AppealProcess.NeedsReviewer(new DecideAppeal(default, votesFor, 31)));
    }
}
