using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>
/// The market as the driver's open loop sees it when an order is a whole visit, of grain calls or of calls
/// over HTTP.
/// </summary>
internal sealed class VisitTarget(IVisits visits, ICalls calls) : ILoadTarget
{
    /// <inheritdoc/>
    public bool CarriesOutVisits => true;

    /// <inheritdoc/>
    public void Send(uint ticket, in LoadCommand command, IAnswers answers)
    {
        var index = command.Index;
        _ = Task.Run(() => Visit(ticket, index, answers)); // The pacer's thread begins, and makes no calls.
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task Visit(uint ticket, long index, IAnswers answers)
    {
        var end = await EndOf(index);
        answers.Answered(ticket, new LoadAnswer(end.Outcome, end.Reason) { Step = end.Step });
    }

    // What no market answers is an error by its own name in the report, and not a silence of ten seconds.
    private async Task<OrderEnd> EndOf(long index)
    {
        try
        {
            return await visits.Make(index, calls);
        }
        catch (Exception fault)
        {
            return new OrderEnd(LoadStep.Checkout, LoadOutcome.Error, fault.GetType().Name);
        }
    }
}
