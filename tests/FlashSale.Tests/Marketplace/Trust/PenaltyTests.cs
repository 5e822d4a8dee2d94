namespace FlashSale.Tests.Trust;

// TRU-5 to TRU-8, IDN-4: what follows from a verdict.
public sealed class PenaltyTests
{
    private readonly CaseStage _stage = new();

    [Fact]
    public void No_store_is_punished_without_recorded_evidence() // TRU-8
    {
        _stage.Policy = _stage.Policy with { EvidenceBasisPointsMin = 6_000 };
        _stage.Open();
        Assert.Equal(CaseResult.EvidenceMissing, _stage.Decide());

        _stage.Record(6_000);

        Assert.Equal(CaseResult.Done, _stage.Decide());
    }

    [Fact]
    public void Strong_evidence_takes_a_listing_down_before_the_verdict_where_the_policy_says_so() // TRU-2
    {
        _stage.Open(listing: 5);
        _stage.Record(9_000);
        Assert.Empty(_stage.Acts());

        _stage.Policy = _stage.Policy with { TakeDownFromBasisPoints = 9_500 };
        _stage.Record(9_400);
        Assert.Empty(_stage.Acts());
        _stage.Record(9_500);
        _stage.Record(9_900);

        var act = Assert.Single(_stage.Acts());
        Assert.Equal((CaseActKind.TakeDown, new ListingId(5)), (act.Kind, act.Listing));
        Assert.True(_stage.First.HasTakenDown);
        Assert.False(_stage.First.HasFrozen);
        Assert.Equal(0, _stage.File.Violations);

        _stage.Policy = _stage.Policy with { TakeDownFromBasisPoints = 0 };
        _stage.Decide(CaseVerdict.Cleared);
        Assert.Equal(CaseActKind.PutUp, Assert.Single(_stage.Acts()).Kind);
    }

    [Fact]
    public void A_listing_stays_down_as_long_as_another_case_keeps_it_down() // TRU-2, TRU-3
    {
        _stage.Policy = _stage.Policy with { TakeDownFromBasisPoints = 9_000, InspectsOtherStores = false };
        _stage.Open(CaseKind.Counterfeit, listing: 5);
        _stage.Record(9_000);
        _stage.Open(CaseKind.RestrictedGoods, listing: 5);
        _stage.Record(9_000, number: 2);
        _stage.Acts();

        _stage.Decide(CaseVerdict.Cleared, number: 1);
        Assert.Empty(_stage.Acts());

        _stage.Decide(CaseVerdict.Cleared, number: 2);
        Assert.Equal(CaseActKind.PutUp, Assert.Single(_stage.Acts()).Kind);
    }

    [Fact]
    public void The_listing_is_taken_down_and_the_owners_other_stores_are_inspected_at_once() // TRU-3, IDN-4
    {
        _stage.Open(listing: 5);

        _stage.Decide();

        var act = Assert.Single(_stage.Acts());
        Assert.Equal((CaseActKind.TakeDown, new ListingId(5)), (act.Kind, act.Listing));
        Assert.Equal((CaseStage.Other, CaseSource.Inspection), (_stage.Last.Store, _stage.Last.Source));
    }

    [Fact]
    public void What_is_found_before_the_seller_was_told_is_one_strike() // TRU-5
    {
        _stage.Policy = _stage.Policy with { InspectsOtherStores = false };
        _stage.Open(listing: 1);
        _stage.Open(listing: 2);
        _stage.Open(listing: 3);
        _stage.Now += TimeSpan.FromHours(1);

        Assert.All([1, 2, 3], number => Assert.Equal(CaseResult.Done, _stage.Decide(number: number)));
        Assert.Equal([2, 0, 0], _stage.File.Cases.Select(one => one.Points));
        Assert.Equal(3, _stage.File.Violations);
        Assert.All(_stage.File.Cases, one => Assert.Equal(StoreMeasure.None, one.Measure));

        Assert.Equal((24, StoreMeasure.Suspended), (_stage.Convict().Points, _stage.Last.Measure));
    }

    [Fact]
    public void A_suspension_ends_by_itself() // TRU-5
    {
        _stage.Convict();
        _stage.Convict();
        Assert.Equal(StoreMeasure.Suspended, _stage.File.MeasureOf(CaseStage.Store, _stage.Now));

        _stage.Now += _stage.Policy.SuspendFor - TimeSpan.FromSeconds(1);
        Assert.Equal(StoreMeasure.Suspended, _stage.File.MeasureOf(CaseStage.Store, _stage.Now));

        _stage.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(StoreMeasure.None, _stage.File.MeasureOf(CaseStage.Store, _stage.Now));
    }

    [Fact]
    public void Only_the_heaviest_measure_counts() // TRU-6
    {
        _stage.Convict(); // 2 points
        _stage.Convict(); // suspended
        _stage.Convict(CaseKind.Brushing); // hidden

        Assert.Equal(StoreMeasure.Suspended, _stage.File.MeasureOf(CaseStage.Store, _stage.Now));
    }

    [Fact]
    public void General_points_clear_at_the_end_of_the_year_in_China() // TRU-6
    {
        _stage.Convict(CaseKind.Brushing);
        Assert.Equal(12, _stage.File.PointsOf(CaseStage.Store, _stage.Now));
        var newYear = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal(12, _stage.File.PointsOf(CaseStage.Store, newYear.AddTicks(-1)));
        Assert.Equal(0, _stage.File.PointsOf(CaseStage.Store, newYear));
    }

    [Theory]
    [InlineData(1, 0)] // 2 points
    [InlineData(2, 26)]
    public void Counterfeit_points_of_24_to_47_stay(int counterfeits, int pointsNextYear) // TRU-6
    {
        for (var time = 0; time < counterfeits; time++)
        {
            _stage.Convict();
        }

        var nextYear = _stage.Now.AddYears(1);
        Assert.Equal(pointsNextYear, _stage.File.CounterfeitPointsOf(CaseStage.Store, nextYear));
    }

    [Fact]
    public void Violations_add_up_over_all_stores_of_the_owner_and_bar_a_repeat_offender() // TRU-7
    {
        _stage.Policy = _stage.Policy with { InspectsOtherStores = false };
        _stage.Convict(store: CaseStage.Store);
        Assert.False(_stage.File.IsFlagged(_stage.Policy));
        Assert.Equal(24, _stage.Convict(store: CaseStage.Other).Points); // the owner's second

        var end = _stage.Convict(store: CaseStage.Other);

        Assert.Equal(StoreMeasure.Closed, end.Measure);
        Assert.True(_stage.File.IsFlagged(_stage.Policy) && _stage.File.IsBarred(_stage.Policy));
        Assert.All(_stage.File.Facts.Holds, hold => Assert.Equal(StoreMeasure.Closed, hold.Measure));
        Assert.Equal(2, _stage.File.Facts.Holds.Count);
    }

    [Fact]
    public void A_fine_is_taken_when_the_verdict_stands() // TRU-6, TRU-8
    {
        _stage.Open(CaseKind.Brushing);
        _stage.Decide();
        Assert.DoesNotContain(_stage.Acts(), act => act.Kind == CaseActKind.Fine);
        _stage.Now += _stage.Policy.AppealWithin;

        CaseProcess.Fall(_stage.File, _stage.Now, one => one.Paid, _stage.Policy);

        var fine = Assert.Single(_stage.Acts(), act => act.Kind == CaseActKind.Fine);
        Assert.Equal(Money.FromYuan(10_000), fine.Amount);
    }

    [Fact]
    public void A_file_keeps_a_bounded_number_of_cases_and_never_forgets_that_a_store_is_closed()
    {
        _stage.Policy = _stage.Policy with
        {
            InspectsOtherStores = false,
            CloseAtRightsCases = 1,
            RedFlagAt = 999,
        };
        _stage.Convict(CaseKind.RightsInfringed);
        for (var at = 0; at < 2 * CaseFile.CasesMax; at++)
        {
            Assert.Equal(CaseResult.Done, _stage.Open());
            Assert.Equal(CaseResult.Done, _stage.Decide(CaseVerdict.Cleared));
            _stage.Pass(_stage.Policy.AppealWithin);
        }

        Assert.Equal(CaseFile.CasesMax, _stage.File.Cases.Count);
        Assert.Equal(StoreMeasure.Closed, _stage.File.MeasureOf(CaseStage.Store, _stage.Now));
    }

    [Fact]
    public void A_file_is_built_again_from_its_facts()
    {
        _stage.Complain();
        _stage.Convict();
        _stage.Open();
        _stage.Decide();

        var again = new CaseFile(CaseStage.Seller, _stage.File.Facts);

        Assert.Equal(_stage.File.Cases, again.Cases);
        Assert.Equal(_stage.File.Facts.Acts, again.Facts.Acts);
        Assert.Equal(_stage.File.Facts.Holds, again.Facts.Holds);
        Assert.Equal(_stage.File.DueAt, again.DueAt);
    }
}
