namespace FlashSale.Simulator;

/// <summary>The lines of a text, one after the other, none of which becomes a string.</summary>
/// <remarks>
/// A line ends with a line feed, with or without a carriage return; the last may do without.
/// </remarks>
/// <param name="reader">The text.</param>
internal ref struct TextLines(TextReader reader)
{
    private const int CharsMax = 1 << 16;

    private readonly char[] _block = new char[CharsMax];
    private int _from;
    private int _end;

    /// <summary>The line that <see cref="TryNext"/> went to; its text is there until the next.</summary>
    public ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Goes to the next line; false if there is none.</summary>
    /// <exception cref="InvalidDataException">It is longer than 65,536 characters.</exception>
    public bool TryNext()
    {
        var length = _block.AsSpan(_from, _end - _from).IndexOf('\n');
        if (length < 0 && !Fill(out length))
        {
            return false;
        }

        Number++;
        Line = _block.AsSpan(_from, length).TrimEnd('\r');
        _from = Math.Min(_end, _from + length + 1);
        return true;
    }

    // Reads on until the line is whole; false at the end of the text.
    private bool Fill(out int length)
    {
        _block.AsSpan(_from, _end - _from).CopyTo(_block);
        (_from, _end) = (0, _end - _from);
        while (true)
        {
            if (_end == CharsMax)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"Line {Number + 1} is longer than {CharsMax:#,0} characters."));
            }

            var read = reader.Read(_block.AsSpan(_end));
            length = _block.AsSpan(_end, read).IndexOf('\n') is >= 0 and var within ? _end + within : -1;
            _end += read;
            if (length >= 0)
            {
                return true;
            }

            if (read == 0)
            {
                length = _end;
                return length > 0;
            }
        }
    }
}
