namespace FlashSale.Marketplace;

/// <summary>How verdicts are appealed against: decided here, once for all hosts (TRU-8, ORD-4).</summary>
/// <remarks>
/// An upheld appeal brings back the listing, the points, the measure and the money: points and measures are
/// derived from the cases that count, and money was only frozen. Of the sales that were lost the platform
/// pays a share, if the policy says so and no other penalty would have cost them.
/// </remarks>
public static class AppealProcess
{
    /// <summary>The seller appeals; the verdict stands no earlier than the appeal is decided.</summary>
    public static AppealResult File(
        CaseFile file, in FileAppeal command, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        if (!file.Has(command.Id.Number))
        {
            return AppealResult.UnknownCase;
        }

        ref var one = ref file[command.Id.Number];
        if (command.BasisPoints is < 0 or > 10_000)
        {
            return AppealResult.BadAppeal;
        }

        if (one.Appeal != AppealStatus.None)
        {
            return one.AppealBasisPoints == command.BasisPoints
                ? AppealResult.Done
                : AppealResult.WrongStatus;
        }

        if (!one.IsGuilty || one.Status == CaseStatus.Closed)
        {
            return one.IsGuilty ? AppealResult.TooLate : AppealResult.WrongStatus;
        }

        one.Appeal = AppealLifecycle.After(one.Appeal, AppealStep.FileIt)!.Value;
        (one.AppealBasisPoints, one.AppealMs) = (command.BasisPoints, now.ToUnixTimeMilliseconds());
        one.TalkUntilMs = (now + policy.TalkWithin).ToUnixTimeMilliseconds();
        one.CloseMs = (now + policy.DecideWithin).ToUnixTimeMilliseconds();
        EndTalk(ref one, one.AppealMs);
        return AppealResult.Done;
    }

    /// <summary>
    /// The answer to a decision that changes nothing; null if it is to be carried out, as far as reviewers
    /// have time today: <see cref="NeedsReviewer"/>.
    /// </summary>
    public static AppealResult? Answer(CaseFile file, in DecideAppeal command, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        if (!file.Has(command.Id.Number))
        {
            return AppealResult.UnknownCase;
        }

        if ((command.Votes != 1 && command.Votes != policy.JurySize)
            || command.VotesFor < 0 || command.VotesFor > command.Votes)
        {
            return AppealResult.BadAppeal;
        }

        var status = file[command.Id.Number].Appeal;
        return status == (command.Upholds ? AppealStatus.Upheld : AppealStatus.Rejected) ? AppealResult.Done
            : status != AppealStatus.Queued ? AppealResult.WrongStatus
            : null;
    }

    /// <summary>Whether a reviewer decides it, who has time for only so many a day.</summary>
    public static bool NeedsReviewer(in DecideAppeal command) => command.Votes == 1;

    /// <summary>Whether it is kept what stores sell, because the platform may pay for lost sales.</summary>
    public static bool Compensates(TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.IsOn && policy.CompensateBasisPoints > 0;
    }

    /// <summary>
    /// Since when a store has lost sales that are paid for by this decision; null if none are.
    /// </summary>
    public static DateTimeOffset? LostSince(CaseFile file, in DecideAppeal command, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        return command.Upholds && Compensates(policy)
            ? DateTimeOffset.FromUnixTimeMilliseconds(file[command.Id.Number].DecidedMs)
            : null;
    }

    /// <summary>Decides an appeal for which <see cref="Answer"/> has none.</summary>
    /// <param name="file">The seller's file.</param>
    /// <param name="command">The decision.</param>
    /// <param name="stores">All stores of the seller.</param>
    /// <param name="lost">What the store has sold less since the verdict (<see cref="LostSince"/>).</param>
    /// <param name="now">The moment.</param>
    /// <param name="policy">The numbers.</param>
    public static void Decide(
        CaseFile file, in DecideAppeal command, IReadOnlyList<StoreId> stores, Money lost, DateTimeOffset now,
        TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        var number = command.Id.Number;
        var step = command.Upholds ? AppealStep.Uphold : AppealStep.Reject;
        ref var one = ref file[number];
        one.Appeal = AppealLifecycle.After(one.Appeal, step)!.Value;
        if (!command.Upholds)
        {
            one.CloseMs = now.AddSeconds(1).ToUnixTimeMilliseconds(); // time does it, as with every verdict
            return;
        }

        one.Status = CaseLifecycle.After(one.Status, CaseStep.Close)!.Value;
        CaseMoney.Release(file, number, now);
        file.Settle(number);
        CaseListing.PutUp(file, number, now);
        file.Sync(stores, now, policy);
        Compensate(file, file[number], lost.ShareRoundedDown(policy.CompensateBasisPoints), now);
    }

    private static void Compensate(CaseFile file, in Case one, Money amount, DateTimeOffset now)
    {
        if (amount.IsPositive && file.MeasureOf(one.Store, now) == StoreMeasure.None)
        {
            file.Add(
                new CaseAct
                {
                    Kind = CaseActKind.Compensate,
                    Store = one.Store,
                    Case = one.Number,
                    Amount = amount,
                },
                now);
        }
    }

    /// <summary>What time does to an appeal: a talk ends, what nobody decides expires.</summary>
    internal static void Fall(ref Case one, long ms)
    {
        EndTalk(ref one, ms);
        if (one.CloseMs <= ms && AppealLifecycle.After(one.Appeal, AppealStep.Expire) is { } expired)
        {
            one.Appeal = expired;
        }
    }

    private static void EndTalk(ref Case one, long ms)
    {
        if (one.TalkUntilMs <= ms && AppealLifecycle.After(one.Appeal, AppealStep.EndTalk) is { } queued)
        {
            one.Appeal = queued;
        }
    }
}
