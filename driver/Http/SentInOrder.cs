namespace FlashSale.Driver;

/// <summary>What was written to a line and waits for its answers, which come in the same order.</summary>
/// <typeparam name="T">What is answered: a command, or a batch of them.</typeparam>
/// <param name="line">The line.</param>
internal sealed class SentInOrder<T>(Line line)
{
    private readonly Queue<T> _waiting = new();
    private bool _isOpen;
    private bool _hasAnswered;

    /// <summary>The line is open.</summary>
    public void Open()
    {
        lock (_waiting)
        {
            (_isOpen, _hasAnswered) = (true, false);
        }
    }

    /// <summary>Writes something to the line; false if the line is not open.</summary>
    public bool TryWrite(ReadOnlySpan<byte> bytes, T sent)
    {
        lock (_waiting)
        {
            if (_isOpen)
            {
                _waiting.Enqueue(sent);
                line.Write(bytes);
            }

            return _isOpen;
        }
    }

    /// <summary>What is answered next, and whether nothing waits behind it.</summary>
    /// <exception cref="InvalidDataException">Nothing waits.</exception>
    public (T Sent, bool IsLast) Take()
    {
        lock (_waiting)
        {
            _hasAnswered = true;
            return _waiting.TryDequeue(out var first)
                ? (first, _waiting.Count == 0)
                : throw new InvalidDataException("an answer to nothing");
        }
    }

    /// <summary>
    /// The line takes no more: gives all that was not answered, and how many of them, from the first, may be
    /// why it broke: one if those before were answered, else any.
    /// </summary>
    public (IReadOnlyList<T> Unanswered, int Suspects) Close()
    {
        lock (_waiting)
        {
            _isOpen = false;
            T[] unanswered = [.. _waiting];
            _waiting.Clear();
            return (unanswered, _hasAnswered ? Math.Min(1, unanswered.Length) : unanswered.Length);
        }
    }
}
