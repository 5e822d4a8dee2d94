namespace FlashSale.Marketplace;

/// <summary>
/// Selling the lines of an order whose money is in escrow: hold what is only held at payment, then sell every
/// line; or, when a line is gone, put all lines back on sale, after which the host returns the money.
/// </summary>
/// <remarks>Rules INV-1, INV-2, ESC-1. Driven like <see cref="PlacingProcess"/>.</remarks>
public struct PaymentProcess
{
    private readonly int _lines;
    private readonly UInt128 _atPayment;
    private PlacingProcess _placing;
    private UInt128 _heldBefore;
    private int _committed;

    /// <summary>A process over the lines of an order.</summary>
    public PaymentProcess(ReadOnlySpan<OrderLine> lines)
    {
        _lines = lines.Length;
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].Hold == HoldMode.AtPayment)
            {
                _atPayment |= UInt128.One << line;
            }
            else
            {
                _heldBefore |= UInt128.One << line;
            }
        }

        _placing = _atPayment == 0 ? default : new PlacingProcess((int)UInt128.PopCount(_atPayment));
    }

    /// <summary>
    /// Whether a line could not be held: everything was put back, and the money has to go back.
    /// </summary>
    public readonly bool IsRefused => _atPayment != 0 && _placing.RefusedLine >= 0;

    /// <summary>Why the first line that could not be held was refused.</summary>
    public readonly ReserveResult Refusal => _placing.Refusal;

    /// <summary>
    /// The next step that need not wait for an answer that is still out; false if there is none.
    /// </summary>
    public bool TryNext(out LineStep step, out int line)
    {
        if (_atPayment != 0 && _placing.TryNext(out step, out var nth))
        {
            line = NthAtPayment(nth);
            return true;
        }

        if (IsRefused && _heldBefore != 0)
        {
            (step, line) = (LineStep.Release, (int)UInt128.TrailingZeroCount(_heldBefore));
            _heldBefore &= _heldBefore - 1;
            return true;
        }

        if ((_atPayment == 0 || _placing.IsPlaced) && _committed < _lines)
        {
            (step, line) = (LineStep.Commit, _committed++);
            return true;
        }

        (step, line) = (default, -1);
        return false;
    }

    /// <summary>
    /// The answer to a <see cref="LineStep.Reserve"/>; the other steps are always carried out.
    /// </summary>
    public void Took(int line, ReserveResult result)
    {
        var before = _atPayment & ((UInt128.One << line) - 1);
        _placing.Took((int)UInt128.PopCount(before), result);
    }

    private readonly int NthAtPayment(int nth)
    {
        var rest = _atPayment;
        for (var skipped = 0; skipped < nth; skipped++)
        {
            rest &= rest - 1;
        }

        return (int)UInt128.TrailingZeroCount(rest);
    }
}
