namespace FlashSale.Driver;

/// <summary>One of several lines that commands can go over.</summary>
internal interface ICommandLine
{
    /// <summary>Writes a command; false if the line is not open.</summary>
    bool TryWrite(in AwaitedCommand sent);
}

/// <summary>
/// Which of several lines are open and which of them free. A command goes over a free one, else behind
/// others; while none is open it waits until one is, or until nobody is at the address.
/// </summary>
/// <param name="lines">The lines; each is known here by its number.</param>
/// <param name="flush">Sends what was written to any of them.</param>
internal sealed class OpenLines(IReadOnlyList<ICommandLine> lines, Action flush)
{
    private const int WaitingMax = OpenLoopLimits.InFlightLimit; // the commands of a load test at a time

    private readonly bool[] _isOpen = new bool[lines.Count];
    private readonly List<int> _free = new(lines.Count); // the one used last is taken first
    private readonly Queue<AwaitedCommand> _waiting = new();
    private readonly Lock _gate = new();
    private int _openCount;
    private int _next;
    private bool _hasEnded;

    /// <summary>Sends a command over a line that is open, now or soon.</summary>
    public void Send(in AwaitedCommand sent)
    {
        while (true)
        {
            int chosen;
            lock (_gate)
            {
                chosen = Choose();
                if (chosen < 0 && !_hasEnded && _waiting.Count < WaitingMax)
                {
                    _waiting.Enqueue(sent);
                    return;
                }
            }

            if (chosen < 0)
            {
                sent.Answer(LoadAnswer.ConnectionLost);
                return;
            }

            if (lines[chosen].TryWrite(sent))
            {
                return;
            }

            // It broke at this moment, and is not chosen again before it is open again.
        }
    }

    /// <summary>A line is open, and takes commands since before this call.</summary>
    public void Opened(int number)
    {
        AwaitedCommand[] waiting;
        lock (_gate)
        {
            _isOpen[number] = true;
            _openCount++;
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        SendAll(waiting);
    }

    /// <summary>Nothing waits on a line: it is better than others for the next command.</summary>
    public void Free(int number)
    {
        lock (_gate)
        {
            if (_isOpen[number] && !_free.Contains(number))
            {
                _free.Add(number);
            }
        }
    }

    /// <summary>A line broke or is about to end: nothing more goes over it.</summary>
    public void Closed(int number)
    {
        lock (_gate)
        {
            _openCount -= _isOpen[number] ? 1 : 0;
            _isOpen[number] = false;
            _free.Remove(number);
        }
    }

    /// <summary>Sends again over other lines what was lost with one, unless it was lost too often.</summary>
    /// <param name="lost">What was lost.</param>
    /// <param name="suspects">For how many of them, from the first, the loss counts.</param>
    public void SendAgain(IReadOnlyList<AwaitedCommand> lost, int suspects)
    {
        var again = new List<AwaitedCommand>(lost.Count);
        for (var at = 0; at < lost.Count; at++)
        {
            var sent = lost[at] with { Losses = lost[at].Losses + (at < suspects ? 1 : 0) };
            if (sent.Losses < AwaitedCommand.LossesMax)
            {
                again.Add(sent);
            }
            else
            {
                sent.Answer(LoadAnswer.ConnectionLost);
            }
        }

        SendAll(again);
    }

    /// <summary>An attempt to open a line failed: if none is open, what waits is lost.</summary>
    public void Unreachable() => LoseWaiting(isOver: false);

    /// <summary>No line is opened any more.</summary>
    public void End() => LoseWaiting(isOver: true);

    private int Choose()
    {
        if (_free.Count > 0)
        {
            var last = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            return last;
        }

        if (_openCount == 0 || _hasEnded)
        {
            return -1;
        }

        do
        {
            _next = (_next + 1) % _isOpen.Length;
        }
        while (!_isOpen[_next]);
        return _next;
    }

    private void SendAll(IReadOnlyList<AwaitedCommand> commands)
    {
        foreach (var one in commands)
        {
            Send(one);
        }

        if (commands.Count > 0)
        {
            flush();
        }
    }

    private void LoseWaiting(bool isOver)
    {
        AwaitedCommand[] lost;
        lock (_gate)
        {
            _hasEnded |= isOver;
            if (_openCount > 0 && !isOver)
            {
                return;
            }

            lost = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var one in lost)
        {
            one.Answer(LoadAnswer.ConnectionLost);
        }
    }
}
