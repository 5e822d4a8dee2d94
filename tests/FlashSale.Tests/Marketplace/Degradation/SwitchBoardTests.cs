using static FlashSale.Tests.RuleFixtures;

namespace FlashSale.Tests.Degradation;

public sealed class SwitchBoardTests
{
    private const Switch Refunds = Switch.RefundsOfUnshippedOff;

    [Fact] // CAP-2
    public void A_switch_is_off_until_somebody_turns_it_on_and_turns_off_by_itself()
    {
        var board = new SwitchBoard();
        var end = Midnight.AddHours(8);
        Assert.False(board.IsOn(Refunds, Midnight));

        Assert.Equal(FlipResult.Flipped, board.TurnOn(Refunds, "op-7", "peak", Midnight, end));
        Assert.True(board.IsOn(Refunds, end.AddTicks(-1)));
        Assert.False(board.IsOn(Refunds, end));
        Assert.False(board.IsOn(Switch.CouponsFrozen, Midnight));
    }

    [Fact] // CAP-2
    public void A_switch_says_who_turned_it_why_since_when_and_until_when()
    {
        var board = new SwitchBoard();
        var end = Midnight.AddHours(8);
        board.TurnOn(Refunds, "op-7", "peak", Midnight, end);

        Assert.Equal(
            new SwitchFlip(1, Refunds, On: true, "op-7", "peak", Midnight, end), board.LastOf(Refunds));
    }

    [Fact] // CAP-2
    public void What_changes_nothing_is_refused_and_leaves_no_trace()
    {
        var board = new SwitchBoard();
        var end = Midnight.AddHours(1);

        Assert.Equal(FlipResult.NoChange, board.TurnOff(Refunds, "op-7", "calm", Midnight));
        Assert.Equal(FlipResult.EndsTooEarly, board.TurnOn(Refunds, "op-7", "peak", Midnight, Midnight));
        Assert.Equal(FlipResult.Flipped, board.TurnOn(Refunds, "op-7", "peak", Midnight, null));
        Assert.Equal(FlipResult.NoChange, board.TurnOn(Refunds, "op-8", "peak", Midnight, null));
        Assert.Equal(FlipResult.Flipped, board.TurnOn(Refunds, "op-8", "not so long", Midnight, end));
        Assert.Equal(2, board.Trace.Count);
    }

    [Theory] // IDN-5
    [InlineData("", "peak")]
    [InlineData("op-7", " ")]
    public void Nobody_flips_a_switch_without_a_name_and_a_reason(string who, string why)
    {
        var board = new SwitchBoard();

        Assert.Equal(FlipResult.NoReason, board.TurnOn(Refunds, who, why, Midnight, null));
        Assert.False(board.IsOn(Refunds, Midnight));
        Assert.Empty(board.Trace);
    }

    [Fact] // IDN-5
    public void The_trace_is_bounded_and_never_forgets_how_a_switch_stands()
    {
        var board = new SwitchBoard();
        board.TurnOn(Refunds, "op-7", "peak", Midnight, null);
        for (var flip = 0; flip < SwitchBoard.TraceMax; flip++)
        {
            var end = Midnight.AddDays(1 + flip);
            board.TurnOn(Switch.SearchSimplified, "op-8", "rehearsal", Midnight, end);
        }

        Assert.Equal(SwitchBoard.TraceMax, board.Trace.Count);
        Assert.Equal(SwitchBoard.TraceMax + 1, board.Flips);
        Assert.Equal([1, 3], board.Trace.Take(2).Select(flip => flip.Number));
        Assert.True(board.IsOn(Refunds, Midnight));
    }

    [Fact] // CAP-2
    public void A_board_is_built_again_from_its_trace()
    {
        var board = new SwitchBoard();
        board.TurnOn(Refunds, "op-7", "peak", Midnight, null);
        board.TurnOn(Switch.CouponsFrozen, "op-7", "peak", Midnight, Midnight.AddHours(4));
        board.TurnOff(Refunds, "op-7", "calm", Midnight.AddHours(1));
        var again = SwitchBoard.Of(board.Trace);

        Assert.Equal(board.Trace, again.Trace);
        Assert.False(again.IsOn(Refunds, Midnight.AddHours(2)));
        Assert.True(again.IsOn(Switch.CouponsFrozen, Midnight.AddHours(2)));
        Assert.Throws<ArgumentException>(() => SwitchBoard.Of(board.Trace.Reverse()));
    }
}
