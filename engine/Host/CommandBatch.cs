namespace FlashSale.Engine;

/// <summary>Commands that are executed, written and answered together; the object is used again.</summary>
internal sealed class CommandBatch
{
    private readonly RecordBuffer _records = new();
    private readonly List<(ICompletion Target, long Token)> _waiting = [];
    private readonly List<IQuestion> _questions = [];
    private Answer[] _answers = new Answer[256];

    public CommandBatch()
    {
        Log = new CommandLog(_records.Add);
        Clear();
    }

    /// <summary>Writes commands into this batch.</summary>
    public CommandLog Log { get; }

    /// <summary>When the first of those arrived that wait.</summary>
    public long FirstAt { get; set; }

    /// <summary>Commands that wait for their answers.</summary>
    public int Count => _waiting.Count;

    /// <summary>Commands and queries that wait.</summary>
    public int Waiting => _waiting.Count + _questions.Count;

    /// <summary>The records as the journal takes them; the first one lets time pass.</summary>
    public RecordBuffer Records => _records;

    /// <summary>Notes who waits for the command that was just written.</summary>
    public void Await(ICompletion target, long token) => _waiting.Add((target, token));

    /// <summary>Adds a question, which is answered after all commands of the batch.</summary>
    public void Ask(IQuestion question) => _questions.Add(question);

    /// <summary>
    /// Carries out all commands at this moment, then works out the answers to the questions.
    /// </summary>
    public void Execute(Market market, DateTimeOffset now)
    {
        CommandReader.Stamp(_records.First, now);
        if (_answers.Length < Count)
        {
            Array.Resize(ref _answers, Math.Max(Count, _answers.Length * 2));
        }

        var framed = _records.Framed;
        var ahead = framed;
        for (var at = -1; RecordFrame.TryTake(ref framed, out var command); at++)
        {
            if ((at + 1) % LookAhead.Commands == 0)
            {
                ahead = LookAhead.Over(market.State, ahead);
            }

            var answer = CommandReader.Execute(market, command);
            if (at >= 0)
            {
                _answers[at] = answer;
            }
        }

        foreach (var question in _questions)
        {
            question.Execute(market);
        }
    }

    /// <summary>Gives every command its answer.</summary>
    public void Complete()
    {
        for (var at = 0; at < _waiting.Count; at++)
        {
            _waiting[at].Target.Complete(_waiting[at].Token, _answers[at]);
        }

        foreach (var question in _questions)
        {
            question.Complete();
        }

        _waiting.Clear();
        _questions.Clear();
    }

    /// <summary>Tells everybody that there will be no answer.</summary>
    public void Fail(MarketHaltedException fault)
    {
        foreach (var (target, token) in _waiting)
        {
            target.Fail(token, fault);
        }

        foreach (var question in _questions)
        {
            question.Fail(fault);
        }
    }

    /// <summary>Makes the batch ready for new commands.</summary>
    public void Clear()
    {
        _records.Clear();
        _waiting.Clear();
        _questions.Clear();
        Log.AdvanceTo(DateTimeOffset.UnixEpoch); // stamped when it is executed
    }
}
