namespace FlashSale.Driver;

/// <summary>Commands written to a line that wait for their answers, which come in the same order.</summary>
/// <param name="line">The line.</param>
internal sealed class AnswersInOrder(Line line)
{
    private readonly Queue<(uint Ticket, IAnswers Answers)> _waiting = new();
    private bool _isOpen;

    /// <summary>The line is open.</summary>
    public void Open()
    {
        lock (_waiting)
        {
            _isOpen = true;
        }
    }

    /// <summary>Writes a command to the line; answers that it is lost if the line is not open.</summary>
    public void Write(ReadOnlySpan<byte> command, uint ticket, IAnswers answers)
    {
        bool isOpen;
        lock (_waiting)
        {
            isOpen = _isOpen;
            if (isOpen)
            {
                _waiting.Enqueue((ticket, answers));
                line.Write(command);
            }
        }

        if (!isOpen)
        {
            answers.Answered(ticket, LoadAnswer.ConnectionLost);
        }
    }

    /// <summary>Whose answer comes next, and whether others wait behind it.</summary>
    /// <exception cref="InvalidDataException">Nobody waits.</exception>
    public (uint Ticket, IAnswers Answers, bool IsLast) Take()
    {
        lock (_waiting)
        {
            return _waiting.TryDequeue(out var first)
                ? (first.Ticket, first.Answers, _waiting.Count == 0)
                : throw new InvalidDataException("an answer to nothing");
        }
    }

    /// <summary>The line broke: all that wait are answered so.</summary>
    public void Lose()
    {
        List<(uint Ticket, IAnswers Answers)> lost;
        lock (_waiting)
        {
            _isOpen = false;
            lost = [.. _waiting];
            _waiting.Clear();
        }

        lost.ForEach(one => one.Answers.Answered(one.Ticket, LoadAnswer.ConnectionLost));
    }
}
