using FlashSale.Simulator;

namespace FlashSale.Silo;

/// <summary>
/// What a slot does with a run that its silo was given: runs it unless it is known, keeps it, compares it.
/// </summary>
/// <param name="grains">The cluster.</param>
internal sealed class SlotWork(MarketAddresses grains)
{
    /// <summary>
    /// What became of the run; null if the silo does not go on with it and another one may have it.
    /// </summary>
    public async Task<EndedRun?> Do(StudySlot slot)
    {
        var leased = slot.Run;
        if (leased.IsLost)
        {
            return Failed(leased.Key, RunStatus.Crashed, FormattableString.Invariant(
                $"{StudyLimits.TriesMax} silos ended, or were cut off, while they ran it"));
        }

        var run = grains.Run(leased.Key);
        var standing = await run.Start(slot.Name);
        if (standing.State != RunState.Running || standing.Silo != slot.Name)
        {
            return standing.Done; // without one, another slot runs it for another study
        }

        if (ReadOrder(leased, out var order) is { } wrong)
        {
            await run.GiveUp(slot.Name);
            return Failed(leased.Key, RunStatus.Faulted, wrong);
        }

        if ((slot.Files.Outcome(leased.Key) ?? await slot.CarryOut(order!)) is not { } outcome)
        {
            await run.GiveUp(slot.Name);
            return null;
        }

        if (!outcome.IsOfCode)
        {
            await run.GiveUp(slot.Name);
            return EndOf(outcome);
        }

        return await Keep(slot, outcome);
    }

    private async Task<EndedRun?> Keep(StudySlot slot, RunOutcome outcome)
    {
        var whole = outcome.HasFigures ? slot.Files.Files(outcome.Key) : null;
        var kept = await grains.Run(outcome.Key).Keep(
            new FinishedRun(slot.Name, EndOf(outcome), whole?.PackedSummary(), whole?.Timeline));
        slot.Files.Discard(outcome.Key);
        switch (kept.Result)
        {
            case KeepResult.Differs:
                await grains.Study(slot.Study).Stop(
                    $"run {outcome.Key} ended with the state {Of(kept.End)} on {kept.Silo} and with "
                        + $"{Of(EndOf(outcome))} on {slot.Name}: one of the machines does not compute what "
                        + "the code says");
                return null;
            case KeepResult.TooLarge:
                return Failed(outcome.Key, RunStatus.Faulted, FormattableString.Invariant(
                    $"its files are larger than {StudyLimits.TimelineBytesMax >> 20} MiB, packed"));
            default:
                return kept.End;
        }
    }

    // What an order says decides its name: nobody may put another run under it.
    private static string? ReadOrder(LeasedRun leased, out RunOrder? order)
    {
        order = null;
        try
        {
            order = RunOrderJson.Read(leased.Order);
        }
        catch (InvalidDataException wrong)
        {
            return wrong.Message;
        }

        return order.Key == leased.Key && order.IsNamedBy(RunKey.Code)
            ? null
            : "the order is not the one that the run's name says";
    }

    private static string Of(EndedRun end) => end.StateHash.Length > 0 ? end.StateHash : "of no market";

    private static EndedRun Failed(string key, RunStatus status, string fault) => EndOf(RunOutcomeJson.Sealed(
        new RunOutcome { Key = key, Status = status, Fault = fault.ReplaceLineEndings(" ") }));

    private static EndedRun EndOf(RunOutcome outcome) => new(
        outcome.Key, RunOutcomeJson.Line(outcome), outcome.StateHash, outcome.HasFigures, outcome.IsOfCode,
        outcome.Status == RunStatus.OutOfMemory, outcome.WallSeconds, outcome.PeakBytes);
}
