namespace FlashSale.Tests.Trust;

// TRU-3, ESC-4: what buyers complain of.
public sealed class ComplaintTests
{
    private readonly CaseStage _stage = new();

    [Fact]
    public void Three_complaints_about_one_listing_open_a_case_and_freeze_what_was_earned()
    {
        _stage.Complain();
        _stage.Complain();
        Assert.Empty(_stage.File.Cases);

        _stage.Complain();

        Assert.Equal((CaseKind.Counterfeit, CaseSource.Complaints, 3), (
            _stage.Last.Kind, _stage.Last.Source, _stage.Last.Complaints));
        Assert.Equal(CaseActKind.Freeze, Assert.Single(_stage.Acts(earnedYuan: 70)).Kind);
        Assert.Equal(Money.FromYuan(70), _stage.Last.Frozen);
    }

    [Fact]
    public void Complaints_about_other_listings_or_of_something_else_do_not_count_together()
    {
        _stage.Complain(listing: 0);
        _stage.Complain(listing: 1);
        _stage.Complain(listing: 0, ComplaintReason.NotAsDescribed);
        _stage.Complain(listing: 0);

        Assert.Empty(_stage.File.Cases);
    }

    [Fact]
    public void A_complaint_counts_for_a_month_and_once()
    {
        _stage.Complain(buyer: 1);
        Assert.False(_stage.Complain(buyer: 1));
        _stage.Complain(buyer: 2);
        _stage.Now += _stage.Policy.ComplaintsCountFor + TimeSpan.FromSeconds(1);

        _stage.Complain(buyer: 3);

        Assert.Empty(_stage.File.Cases);
        Assert.Single(_stage.File.Complaints);
    }

    [Fact]
    public void Later_complaints_join_the_case_and_nothing_is_frozen_twice()
    {
        for (var buyer = 0; buyer < 5; buyer++)
        {
            _stage.Complain();
        }

        Assert.Equal(5, Assert.Single(_stage.File.Cases).Complaints);
        Assert.Single(_stage.Acts());
    }

    [Fact]
    public void A_guilty_store_pays_the_buyers_who_complained_from_what_is_frozen_when_the_verdict_stands()
    {
        _stage.Complain();
        _stage.Complain();
        _stage.Complain();
        _stage.Acts(earnedYuan: 250);
        _stage.Decide();
        Assert.DoesNotContain(_stage.Acts(), act => act.Kind is CaseActKind.PayOut or CaseActKind.Release);

        _stage.Now += _stage.Policy.AppealWithin;
        CaseProcess.Fall(_stage.File, _stage.File.DueAt!.Value, one => one.OwedFor(1), _stage.Policy);

        var acts = _stage.Acts();
        Assert.Equal(
            [50L, 50, 50, 100], // half of each line came back before
            acts.Select(act => act.Amount.Fen / 100));
        Assert.Equal(CaseActKind.Release, acts[^1].Kind);
        var one = _stage.File.Cases[0];
        Assert.Equal((CaseStatus.Closed, Money.Zero), (one.Status, one.Frozen));
        Assert.Empty(_stage.File.Complaints);
    }

    [Fact]
    public void A_store_that_is_cleared_has_its_earnings_again_at_once()
    {
        _stage.Complain();
        _stage.Complain();
        _stage.Complain();
        _stage.Acts(earnedYuan: 250);

        _stage.Decide(CaseVerdict.Cleared);

        var act = Assert.Single(_stage.Acts());
        Assert.Equal((CaseActKind.Release, Money.FromYuan(250)), (act.Kind, act.Amount));
        Assert.Equal(0, _stage.File.Violations);
    }

    [Fact]
    public void A_seller_of_many_complaints_keeps_a_bounded_file()
    {
        for (var listing = 0; listing < 2 * CaseFile.ComplaintsMax; listing++)
        {
            _stage.Complain(listing);
        }

        Assert.Equal(CaseFile.ComplaintsMax, _stage.File.Complaints.Count);
    }
}
