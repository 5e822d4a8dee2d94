using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A line of timeline.csv on its way into a file, cell by cell.</summary>
/// <param name="chars">Where it is written; long enough for all cells.</param>
internal ref struct TimelineLine(Span<char> chars)
{
    private readonly Span<char> _chars = chars;
    private int _length;

    /// <summary>What was written.</summary>
    public readonly ReadOnlySpan<char> Written => _chars[.._length];

    /// <summary>A whole number.</summary>
    public void Count(long value)
    {
        Begin();
        Digits(value);
    }

    /// <summary>An amount of fen, in yuan with two decimals.</summary>
    public void Fen(long value)
    {
        Begin();
        var yuan = Math.DivRem(value, 100, out var fen);
        if (value < 0 && yuan == 0)
        {
            _chars[_length++] = '-';
        }

        Digits(yuan);
        _chars[_length++] = '.';
        (var tens, fen) = Math.DivRem(Math.Abs(fen), 10);
        _chars[_length++] = (char)('0' + tens);
        _chars[_length++] = (char)('0' + fen);
    }

    /// <summary>A moment, as <see cref="FestivalClock.Date"/> has it.</summary>
    public void Date(DateOnly day, long seconds)
    {
        Begin();
        FestivalClock.WriteDate(_chars[_length..], day, seconds);
        _length += FestivalClock.DateLength;
    }

    /// <summary>Ends the line.</summary>
    public void End() => _chars[_length++] = '\n';

    private void Begin()
    {
        if (_length > 0)
        {
            _chars[_length++] = ',';
        }
    }

    private void Digits(long value)
    {
        value.TryFormat(_chars[_length..], out var length, default, CultureInfo.InvariantCulture);
        _length += length;
    }
}
