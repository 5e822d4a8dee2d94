namespace FlashSale.Tests.Orders;

// Rules CRT-1, INV-1
public sealed class PlacingProcessTests
{
    [Fact]
    public void All_lines_are_held_and_the_orders_are_placed()
    {
        var process = new PlacingProcess(3);

        var steps = Drive(ref process, refusedMask: 0, [1]);

        Assert.Equal([0, 1, 2], steps.Taken.Select(taken => taken.Line));
        Assert.True(process.IsPlaced);
        Assert.Equal(-1, process.RefusedLine);
    }

    [Fact]
    public void A_refused_line_stops_the_rest_and_releases_what_is_held()
    {
        var process = new PlacingProcess(4);

        var steps = Drive(ref process, refusedMask: 0b0100, [3]); // every answer before the next question

        Assert.Equal(
            [
                (LineStep.Reserve, 0), (LineStep.Reserve, 1), (LineStep.Reserve, 2), (LineStep.Release, 0),
                (LineStep.Release, 1),
            ],
            steps.Taken);
        Assert.Equal((2, ReserveResult.SoldOut), (process.RefusedLine, process.Refusal));
    }

    [Fact]
    public void Nothing_is_released_while_an_answer_is_out()
    {
        var process = new PlacingProcess(3);
        for (var line = 0; line < 3; line++)
        {
            Assert.True(process.TryNext(out _, out _));
        }

        process.Took(2, ReserveResult.SoldOut);
        process.Took(0, ReserveResult.Held);
        Assert.False(process.TryNext(out _, out _));

        process.Took(1, ReserveResult.Held);
        Assert.True(process.TryNext(out var step, out var first));
        Assert.Equal((LineStep.Release, 0), (step, first));
    }

    [Fact]
    public void In_any_order_of_answers_all_lines_are_held_or_none() =>
        AnyHistory.Holds(ProcessSteps.Any, history =>
        {
            foreach (var (lines, refusedMask, draws) in history)
            {
                Check(lines, refusedMask, draws);
            }
        });

    [Fact]
    public void The_largest_checkout_fits()
    {
        var process = new PlacingProcess(Limits.LinesPerCartMax);

        var steps = Drive(ref process, refusedMask: 0, [1, 2, 4]);

        Assert.True(process.IsPlaced);
        Assert.Equal(Limits.LinesPerCartMax, steps.Held.Count);
    }

    private static void Check(int lines, int refusedMask, int[] draws)
    {
        var process = new PlacingProcess(lines);
        var steps = Drive(ref process, refusedMask, draws);

        var asked = Enumerable.Range(0, lines).Where(l => steps.Count(LineStep.Reserve, l) == 1).ToArray();
        var isRefused = asked.Any(line => (refusedMask & (1 << line)) != 0);
        Assert.Equal(!isRefused, process.IsPlaced);
        Assert.Equal(isRefused ? 0 : lines, steps.Held.Count);
        Assert.All(asked, line => Assert.Equal(
            isRefused && (refusedMask & (1 << line)) == 0 ? 1 : 0, steps.Count(LineStep.Release, line)));
    }

    private static ProcessSteps Drive(ref PlacingProcess process, int refusedMask, int[] draws)
    {
        var driven = process;
        var steps = ProcessSteps.Drive(
            (out LineStep step, out int line) => driven.TryNext(out step, out line),
            (line, result) => driven.Took(line, result),
            line => line < 31 && (refusedMask & (1 << line)) != 0 ? ReserveResult.SoldOut
                : ReserveResult.Held,
            draws);
        process = driven;
        return steps;
    }
}
