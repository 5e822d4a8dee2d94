namespace FlashSale.Driver;

/// <summary>A command on its way, who waits for its answer, and how often it was lost.</summary>
/// <param name="Ticket">Names it to who waits.</param>
/// <param name="Command">The command.</param>
/// <param name="Answers">Who waits.</param>
/// <param name="Losses">How many connections broke while it waited for an answer.</param>
internal readonly record struct AwaitedCommand(
    uint Ticket, LoadCommand Command, IAnswers Answers, int Losses = 0)
{
    /// <summary>
    /// After so many losses it is an error. Up to there it is sent again: the market does what it is sent
    /// twice once, for clients choose the ids.
    /// </summary>
    public const int LossesMax = 5;

    /// <summary>Tells who waits.</summary>
    public void Answer(LoadAnswer answer) => Answers.Answered(Ticket, answer);
}
