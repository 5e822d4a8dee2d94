namespace FlashSale.Marketplace;

/// <summary>What a process asks its host to do next with one line.</summary>
public enum LineStep : byte
{
    /// <summary>Hold the line's units.</summary>
    Reserve = 1,

    /// <summary>Put the line's held units back on sale.</summary>
    Release,

    /// <summary>Sell the line's held units.</summary>
    Commit,
}

/// <summary>Placing the orders of a checkout: hold every line, or none.</summary>
/// <remarks>
/// Rules INV-1, CRT-1. The process does no I/O: a host asks <see cref="TryNext"/> for steps, carries each out
/// – at once in the engine, as grain calls side by side in a cluster – and tells <see cref="Took"/> what came
/// of it. Steps are idempotent by order and line, so a process that lost its host is run again from its
/// start. When a line is refused, those that were held are released.
/// </remarks>
public struct PlacingProcess
{
    private readonly int _lines;
    private UInt128 _held;
    private int _asked;
    private int _answered;

    /// <summary>A process over so many lines.</summary>
    public PlacingProcess(int lines)
    {
        Invariant.Holds(lines is > 0 and <= Limits.LinesPerCartMax, "a checkout has lines");
        _lines = lines;
        RefusedLine = -1;
    }

    /// <summary>The first line that was refused; −1 while none was.</summary>
    public int RefusedLine { get; private set; }

    /// <summary>Why that line was refused.</summary>
    public ReserveResult Refusal { get; private set; }

    /// <summary>Whether every line is held: the orders are placed.</summary>
    public readonly bool IsPlaced => RefusedLine < 0 && _answered == _lines;

    /// <summary>
    /// The next step that need not wait for an answer that is still out; false if there is none.
    /// </summary>
    public bool TryNext(out LineStep step, out int line)
    {
        if (RefusedLine < 0 && _asked < _lines)
        {
            (step, line) = (LineStep.Reserve, _asked++);
            return true;
        }

        if (RefusedLine >= 0 && _answered == _asked && _held != 0)
        {
            line = (int)UInt128.TrailingZeroCount(_held);
            step = LineStep.Release;
            _held &= _held - 1;
            return true;
        }

        (step, line) = (default, -1);
        return false;
    }

    /// <summary>The answer to a <see cref="LineStep.Reserve"/>; releases are always carried out.</summary>
    public void Took(int line, ReserveResult result)
    {
        _answered++;
        if (result == ReserveResult.Held)
        {
            _held |= UInt128.One << line;
        }
        else if (RefusedLine < 0)
        {
            (RefusedLine, Refusal) = (line, result);
        }
    }
}
