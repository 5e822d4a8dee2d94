using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>The cells of a line of timeline.csv, read one after the other.</summary>
/// <param name="line">The line.</param>
internal ref struct TimelineCells(ReadOnlySpan<char> line)
{
    private const int FenDigits = 2;

    private ReadOnlySpan<char> _rest = line;

    /// <summary>The next cell as it is.</summary>
    public ReadOnlySpan<char> Text()
    {
        var length = _rest.IndexOf(',');
        var cell = length < 0 ? _rest : _rest[..length];
        _rest = length < 0 ? [] : _rest[(length + 1)..];
        return cell;
    }

    /// <summary>The next cell, a whole number.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    public long Count()
    {
        // Most cells are one digit.
        if (_rest.Length > 1 && _rest[1] == ',' && char.IsAsciiDigit(_rest[0]))
        {
            var digit = _rest[0] - '0';
            _rest = _rest[2..];
            return digit;
        }

        return Number(Text());
    }

    /// <summary>The next cell, an amount in yuan with two decimals, in fen.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    public long Fen()
    {
        // «-0.05» is -5: the sign is of the whole cell.
        var cell = Text();
        var point = cell.Length - FenDigits - 1;
        if (point < 1 || cell[point] != '.')
        {
            throw new FormatException($"«{cell}» is no amount with two decimals");
        }

        var fen = long.Parse(cell[(point + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        return checked((Number(cell[..point]) * 100) + (cell[0] == '-' ? -fen : fen));
    }

    private static long Number(ReadOnlySpan<char> cell) =>
        long.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
