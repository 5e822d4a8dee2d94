namespace FlashSale.Tests.Trust;

// TRU-8: what a penalty cost a store that is overturned.
public sealed class TurnoverTests
{
    private static readonly StoreId Store = CaseStage.Store;

    private readonly Turnover _turnover = new();

    [Fact]
    public void What_is_missing_of_the_usual_turnover_is_lost()
    {
        Sell(days: 28, yuan: 100); // the last day is that before the verdict
        var verdict = CaseStage.Noon.AddDays(28);
        _turnover.Add(Store, verdict, Money.FromYuan(7)); // before it, on its day
        _turnover.Add(Store, verdict.AddDays(2), Money.FromYuan(40));
        _turnover.Add(CaseStage.Other, verdict.AddDays(2), Money.FromYuan(1_000));

        Assert.Equal(Money.FromYuan(460), _turnover.Lost(Store, verdict, verdict.AddDays(5)));
        Assert.Equal(Money.Zero, _turnover.Lost(Store, verdict, verdict.AddHours(1)));
        Assert.Equal(Money.Zero, _turnover.Lost(new StoreId(99), verdict, verdict.AddDays(5)));
    }

    [Fact]
    public void A_store_that_sold_as_ever_has_lost_nothing()
    {
        Sell(days: 40, yuan: 100);

        Assert.Equal(
            Money.Zero, _turnover.Lost(Store, CaseStage.Noon.AddDays(30), CaseStage.Noon.AddDays(39)));
    }

    [Fact]
    public void Payments_count_the_same_in_any_order_and_days_that_are_over_take_no_room()
    {
        var other = new Turnover();
        for (var at = 0; at < 20; at++)
        {
            Add(_turnover, at);
            Add(other, 19 - at);
        }

        Assert.Equal(_turnover.Days, other.Days);
        Assert.Equal(_turnover.Days, new Turnover(_turnover.Days).Days);
        _turnover.Add(Store, CaseStage.Noon.AddDays(Turnover.DaysKept + 9), Money.FromYuan(1));
        Assert.Single(_turnover.Days);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5_000, 50)]
    public void An_upheld_appeal_pays_a_share_of_what_was_lost(int share, long yuan)
    {
        var stage = Appealed(share);

        stage.DecideAppeal(votesFor: 1);

        var paid = stage.Acts().Where(act => act.Kind == CaseActKind.Compensate).ToArray();
        Assert.Equal(yuan, paid.Sum(act => act.Amount.Fen) / 100);
        Assert.Equal(share == 0 ? 0 : 1, paid.Length);
    }

    [Fact]
    public void A_store_that_another_penalty_holds_or_whose_appeal_is_rejected_gets_nothing()
    {
        var (rejected, held) = (Appealed(5_000), Appealed(5_000));
        held.Open(CaseKind.Brushing);
        held.Decide(number: held.Last.Number);

        rejected.DecideAppeal(votesFor: 0);
        held.DecideAppeal(votesFor: 1);

        Assert.DoesNotContain(rejected.Acts(), act => act.Kind == CaseActKind.Compensate);
        Assert.DoesNotContain(held.Acts(), act => act.Kind == CaseActKind.Compensate);
    }

    private static CaseStage Appealed(int share)
    {
        var stage = new CaseStage { Lost = Money.FromYuan(100) };
        stage.Policy = stage.Policy with { CompensateBasisPoints = share, TalkWithin = default };
        stage.Convict(CaseKind.Brushing);
        Assert.Equal(AppealResult.Done, stage.Appeal());
        return stage;
    }

    private static void Add(Turnover turnover, int at) =>
        turnover.Add(new StoreId(at % 3), CaseStage.Noon.AddDays(at / 2), Money.FromYuan(at));

    private void Sell(int days, long yuan)
    {
        for (var day = 0; day < days; day++)
        {
            _turnover.Add(Store, CaseStage.Noon.AddDays(day), Money.FromYuan(yuan));
        }
    }
}
