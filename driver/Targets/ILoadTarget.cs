namespace FlashSale.Driver;

/// <summary>
/// The market under load, however it is reached: single calls, batches, a stream, a cluster.
/// </summary>
public interface ILoadTarget : IAsyncDisposable
{
    /// <summary>
    /// Whether the first command of an order stands for a whole visit, which the target carries out by
    /// itself: its answer is the visit's end.
    /// </summary>
    bool CarriesOutVisits => false;

    /// <summary>
    /// Sends a command. It returns at once, whatever the market does: a load that waits for answers measures
    /// itself. Each command is answered exactly once, on any thread, even if the market never does.
    /// </summary>
    /// <param name="ticket">Names the command until it is answered.</param>
    /// <param name="command">The command.</param>
    /// <param name="answers">Who is told the answer; perhaps before this returns.</param>
    void Send(uint ticket, in LoadCommand command, IAnswers answers);

    /// <summary>Sends on what was gathered; called after each group of commands.</summary>
    void Flush()
    {
    }
}

/// <summary>Who waits for answers.</summary>
public interface IAnswers
{
    /// <summary>Takes an answer; it may send the next command of the same order before it returns.</summary>
    void Answered(uint ticket, LoadAnswer answer);
}
