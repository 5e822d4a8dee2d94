namespace FlashSale.Benchmarks;

/// <summary>A long row of steps, made when they are needed.</summary>
internal interface ISteps
{
    /// <summary>Fills the span with the next steps; returns how many there were left.</summary>
    int Take(Span<Step> into);
}

/// <summary>Checkouts of one line, numbered from <paramref name="first"/>.</summary>
internal sealed class Checkouts(int first, int count) : ISteps
{
    private readonly int _end = first + count;
    private int _next = first;

    public int Take(Span<Step> into)
    {
        var taken = Math.Min(into.Length, _end - _next);
        for (var at = 0; at < taken; at++)
        {
            into[at] = new Step(StepKind.Place, _next++);
        }

        return taken;
    }
}

/// <summary>
/// Whole lives of orders: placed, paid, shipped, delivered, confirmed, rated – six commands each.
/// </summary>
/// <param name="count">How many orders.</param>
/// <param name="first">The number of the first.</param>
/// <param name="between">Orders that are begun between two steps of one order.</param>
/// <param name="last">The last step that is taken.</param>
internal sealed class Lives(int count, int first = 0, int between = 0, StepKind last = StepKind.Rate) : ISteps
{
    private readonly int _stages = last - StepKind.Place + 1;
    private int _newest;
    private int _stage;

    public int Take(Span<Step> into)
    {
        var taken = 0;
        while (taken < into.Length && _newest < count + ((_stages - 1) * between))
        {
            var order = _newest - (_stage * between);
            if (order >= 0 && order < count)
            {
                into[taken++] = new Step((StepKind)((int)StepKind.Place + _stage), first + order);
            }

            _stage = _stage + 1 == _stages ? 0 : _stage + 1;
            _newest += _stage == 0 ? 1 : 0;
        }

        return taken;
    }
}

/// <summary>Steps that are listed one by one.</summary>
internal sealed class StepList(IEnumerable<Step> steps) : ISteps
{
    private readonly Queue<Step> _steps = new(steps);

    public int Take(Span<Step> into)
    {
        var taken = 0;
        while (taken < into.Length && _steps.TryDequeue(out into[taken]))
        {
            taken++;
        }

        return taken;
    }
}
