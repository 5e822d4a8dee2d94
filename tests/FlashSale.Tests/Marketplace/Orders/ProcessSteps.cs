using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Orders;

/// <summary>
/// Drives a process over the lines of an order as a host does, with answers in an order that draws decide.
/// </summary>
internal sealed class ProcessSteps
{
    private readonly List<(LineStep Step, int Line)> _taken = [];
    private readonly List<int> _out = [];

    /// <summary>A process asks for its next step, or has none while answers are out.</summary>
    public delegate bool Next(out LineStep step, out int line);

    /// <summary>How many lines, which are refused, and draws that choose which answer is next.</summary>
    public static Gen<(int Lines, int RefusedMask, int[] Draws)> Any { get; } =
        from lines in Gen.Choose(1, 8)
        from refused in Gen.Choose(0, 255)
        from mercy in Gen.Choose(0, 2)
        from draws in Gen.Choose(0, 1_000).ArrayOf(2 * lines)
        select (lines, mercy == 0 ? 0 : mercy == 1 ? refused & (refused >> 1) : refused, draws);

    /// <summary>All steps that were asked for, in their order.</summary>
    public IReadOnlyList<(LineStep Step, int Line)> Taken => _taken;

    /// <summary>Lines that are held at the end, or sold.</summary>
    public HashSet<int> Held { get; } = [];

    /// <summary>Drives a process to its end; the lines of <paramref name="held"/> are held before.</summary>
    public static ProcessSteps Drive(
        Next next,
        Action<int, ReserveResult> took,
        Func<int, ReserveResult> answer,
        int[] draws,
        params IEnumerable<int> held)
    {
        var steps = new ProcessSteps();
        steps.Held.UnionWith(held);
        for (var turn = 0; ; turn++)
        {
            // Some answers come back before all questions are asked.
            var draw = draws[turn % draws.Length];
            var waits = draw % 3 == 0 && steps._out.Count > 0;
            if (!waits && next(out var step, out var line))
            {
                steps.Take(step, line);
            }
            else if (steps._out.Count > 0)
            {
                var first = steps._out[draw % steps._out.Count];
                steps.Answer(first, answer(first), took);
            }
            else
            {
                return steps;
            }
        }
    }

    /// <summary>How often a step was asked for with a line.</summary>
    public int Count(LineStep step, int line) => _taken.Count(taken => taken == (step, line));

    private void Take(LineStep step, int line)
    {
        _taken.Add((step, line));
        if (step == LineStep.Reserve)
        {
            _out.Add(line);
        }
        else if (step == LineStep.Release)
        {
            Assert.True(Held.Remove(line), $"line {line} is released and was not held");
        }
    }

    private void Answer(int line, ReserveResult result, Action<int, ReserveResult> took)
    {
        _out.Remove(line);
        if (result == ReserveResult.Held)
        {
            Held.Add(line);
        }

        took(line, result);
    }
}
