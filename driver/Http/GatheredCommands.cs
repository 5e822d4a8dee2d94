namespace FlashSale.Driver;

/// <summary>The body of a batch that gathers commands, and who waits for the answer to each.</summary>
internal sealed class GatheredCommands
{
    private byte[] _bytes = new byte[16 << 10];
    private bool _isWhole;

    /// <summary>A batch without commands.</summary>
    public GatheredCommands() => Clear();

    /// <summary>Bytes of the body so far.</summary>
    public int Length { get; private set; }

    /// <summary>How many connections broke while it waited for an answer.</summary>
    public int Losses { get; set; }

    /// <summary>Who waits, in the order of the commands.</summary>
    public List<(uint Ticket, IAnswers Answers)> Waiting { get; } = [];

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Waiting.Clear();
        (Length, Losses, _isWhole) = (0, 0, false);
        Append("{\"commands\":["u8);
    }

    /// <summary>Adds a command.</summary>
    public void Add(uint ticket, in LoadCommand command, IAnswers answers)
    {
        if (Waiting.Count > 0)
        {
            Append(","u8);
        }

        Reserve(CallText.BytesMax);
        Length += CallText.WriteItem(_bytes.AsSpan(Length), command);
        Waiting.Add((ticket, answers));
    }

    /// <summary>The whole body; no command comes after it.</summary>
    public ReadOnlySpan<byte> Body()
    {
        if (!_isWhole)
        {
            Append("]}"u8);
            _isWhole = true;
        }

        return _bytes.AsSpan(0, Length);
    }

    /// <summary>Tells all who wait that the batch is lost.</summary>
    public void Lose()
    {
        foreach (var (ticket, answers) in Waiting)
        {
            answers.Answered(ticket, LoadAnswer.ConnectionLost);
        }
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(Length));
        Length += text.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + more, _bytes.Length * 2));
        }
    }
}
