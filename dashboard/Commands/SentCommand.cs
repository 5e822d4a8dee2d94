namespace FlashSale.Dashboard;

/// <summary>A command on its way: its answer is awaited once.</summary>
/// <param name="Command">The command.</param>
/// <param name="Number">The number that its client gave it; 0 where the order tells answers apart.</param>
/// <param name="Fault">Why it was not sent; 0 if it was.</param>
/// <param name="Answer">The answer to come.</param>
internal readonly record struct SentCommand(
    MarketCommand Command, uint Number, RequestFault Fault, ValueTask<Answer> Answer)
{
    /// <summary>Whether nobody would have to wait for the answer.</summary>
    public bool IsAnswered => Fault != 0 || Answer.IsCompleted;

    /// <summary>Sends a command.</summary>
    public static SentCommand Of(MarketCommand command, IMarketplace market, uint number = 0) =>
        new(command, number, 0, command.Send(market));

    /// <summary>A command that is refused before the market sees it.</summary>
    public static SentCommand Refused(MarketCommand command, RequestFault fault, uint number) =>
        new(command, number, fault, default);
}
