namespace FlashSale.Tests.Orders;

// Rules INV-1, INV-2, ESC-1
public sealed class PaymentProcessTests
{
    [Fact]
    public void Units_that_were_held_at_the_order_are_sold_at_once()
    {
        var steps = Drive("oo", refusedMask: 0, [1], out var isRefused);

        Assert.Equal([(LineStep.Commit, 0), (LineStep.Commit, 1)], steps.Taken);
        Assert.False(isRefused);
    }

    [Fact]
    public void Units_that_are_held_at_payment_are_held_before_any_line_is_sold()
    {
        var steps = Drive("opop", refusedMask: 0, [1], out _);

        Assert.Equal(
            [
                (LineStep.Reserve, 1), (LineStep.Reserve, 3), (LineStep.Commit, 0), (LineStep.Commit, 1),
                (LineStep.Commit, 2), (LineStep.Commit, 3),
            ],
            steps.Taken);
    }

    [Fact]
    public void When_a_line_is_gone_all_lines_go_back_on_sale_and_none_is_sold()
    {
        var steps = Drive("ppop", refusedMask: 0b1000, [1], out var isRefused);

        Assert.True(isRefused);
        Assert.Equal(
            [(LineStep.Release, 0), (LineStep.Release, 1), (LineStep.Release, 2)],
            steps.Taken.Where(taken => taken.Step == LineStep.Release).Order());
        Assert.DoesNotContain(steps.Taken, taken => taken.Step == LineStep.Commit);
    }

    [Fact]
    public void In_any_order_of_answers_every_line_is_sold_once_or_every_held_one_is_released_once() =>
        AnyHistory.Holds(ProcessSteps.Any, history =>
        {
            foreach (var (lines, refusedMask, draws) in history)
            {
                Check(lines, refusedMask, draws);
            }
        });

    private static void Check(int lines, int refusedMask, int[] draws)
    {
        var holds = string.Concat(draws[..lines].Select(draw => draw % 2 == 0 ? 'o' : 'p'));
        var steps = Drive(holds, refusedMask, draws, out var isRefused);

        for (var line = 0; line < lines; line++)
        {
            var wasAsked = steps.Count(LineStep.Reserve, line) == 1;
            var isGone = (refusedMask & (1 << line)) != 0;
            var wasHeld = holds[line] == 'o' || (wasAsked && !isGone);
            Assert.False(wasAsked && holds[line] == 'o');
            Assert.True(isRefused || !wasAsked || !isGone);
            Assert.Equal(isRefused ? 0 : 1, steps.Count(LineStep.Commit, line));
            Assert.Equal(isRefused && wasHeld ? 1 : 0, steps.Count(LineStep.Release, line));
        }

        Assert.Equal(isRefused ? 0 : lines, steps.Held.Count);
    }

    // One letter a line: o is held when ordered, p when paid.
    private static ProcessSteps Drive(string holds, int refusedMask, int[] draws, out bool isRefused)
    {
        var process = new PaymentProcess([.. holds.Select((hold, at) => new OrderLine(
            new ListingId(at), 1, Money.FromYuan(1), Money.FromYuan(1), 0,
            hold == 'p' ? HoldMode.AtPayment : HoldMode.AtOrder))]);
        var steps = ProcessSteps.Drive(
            (out LineStep step, out int line) => process.TryNext(out step, out line),
            (line, result) => process.Took(line, result),
            line => (refusedMask & (1 << line)) != 0 ? ReserveResult.SoldOut : ReserveResult.Held,
            draws,
            held: Enumerable.Range(0, holds.Length).Where(line => holds[line] == 'o'));
        isRefused = process.IsRefused;
        return steps;
    }
}
