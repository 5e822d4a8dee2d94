namespace FlashSale.Marketplace;

/// <summary>
/// How complaints become cases, cases verdicts, and verdicts penalties: decided here, once for all hosts.
/// </summary>
/// <remarks>
/// Rules TRU-3, TRU-5 to TRU-8, ESC-4, IDN-4, ORD-4. It changes the seller's file; what follows for stores,
/// listings and money are the file's acts, which the host carries out afterwards, in their order.
/// </remarks>
public static class CaseProcess
{
    /// <summary>
    /// Notes a complaint once: at enough of them about one listing a case opens, and what was earned is
    /// frozen (rules TRU-3, ESC-4).
    /// </summary>
    /// <returns>Whether it is new.</returns>
    public static bool Complain(CaseFile file, Complaint complaint, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        if (file.Complaints.Any(one => (one.Order, one.Line) == (complaint.Order, complaint.Line)))
        {
            return false;
        }

        var since = (now - policy.ComplaintsCountFor).ToUnixTimeMilliseconds();
        file.Add(complaint, since);
        var number = file.FindJoined(complaint);
        var alike = file.Complaints.Count(one => IsLike(one, complaint) && one.AtMs >= since);
        if (number == 0 && alike >= policy.ComplaintsToOpen)
        {
            number = file.Open(
                complaint.Kind, complaint.Store, complaint.Listing, CaseSource.Complaints,
                complaint.AtMs) ?? 0;
        }

        if (number != 0)
        {
            Join(file, complaint, number);
            FreezeIfMany(file, number, now, policy);
        }

        return true;
    }

    /// <summary>
    /// Opens a case, unless there is one about the same that is not decided (rule ORD-4).
    /// </summary>
    /// <param name="file">The seller's file.</param>
    /// <param name="command">What it is about.</param>
    /// <param name="isKnown">Whether the seller has the store, and the store the listing.</param>
    /// <param name="now">The moment.</param>
    /// <param name="policy">The numbers.</param>
    public static CaseResult Open(
        CaseFile file, in OpenCase command, bool isKnown, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        return !policy.IsOn ? CaseResult.NotOffered
            : !Enum.IsDefined(command.What) ? CaseResult.BadCase
            : !isKnown ? CaseResult.UnknownSubject
            : file.FindOpen(command.What, command.Store, command.Listing) != 0 ? CaseResult.Done
            : file.Open(
                command.What, command.Store, command.Listing, CaseSource.Operator,
                now.ToUnixTimeMilliseconds()) is null ? CaseResult.TooMany
            : CaseResult.Done;
    }

    /// <summary>
    /// Brings the recorded evidence up to a number, as long as nothing is decided; where the policy says so,
    /// strong evidence takes the listing down before the verdict (rule TRU-2).
    /// </summary>
    public static CaseResult Record(
        CaseFile file, in RecordEvidence command, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        if (!file.Has(command.Id.Number))
        {
            return CaseResult.UnknownCase;
        }

        ref var one = ref file[command.Id.Number];
        if (command.BasisPoints is < 0 or > 10_000)
        {
            return CaseResult.BadCase;
        }

        if (one.EvidenceBasisPoints >= command.BasisPoints)
        {
            return CaseResult.Done;
        }

        if (!one.IsUndecided)
        {
            return CaseResult.WrongStatus;
        }

        one.EvidenceBasisPoints = command.BasisPoints;
        CaseListing.TakeDownOn(command.BasisPoints, file, command.Id.Number, now, policy);
        return CaseResult.Done;
    }

    /// <summary>Takes a step of a test purchase; one that was taken is answered again (rule TRU-3).</summary>
    public static CaseResult Step(CaseFile file, in StepCase command)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Has(command.Id.Number))
        {
            return CaseResult.UnknownCase;
        }

        ref var one = ref file[command.Id.Number];
        if (!CaseLifecycle.IsOfSample(command.Step))
        {
            return CaseResult.BadCase;
        }

        if (CaseLifecycle.After(one.Status, command.Step) is not { } after)
        {
            var isTaken = one.Sampled >= CaseLifecycle.SampledBy(command.Step);
            return isTaken ? CaseResult.Done : CaseResult.WrongStatus;
        }

        one.Status = one.Sampled = after;
        return CaseResult.Done;
    }

    /// <summary>
    /// Gives a verdict. Guilty: the ladder says the penalty, the listing is taken down, and the seller's
    /// other stores are inspected. Cleared: what was frozen is free.
    /// </summary>
    public static CaseResult Decide(
        CaseFile file, in DecideCase command, in CaseSubject subject, DateTimeOffset now, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        if (Refuse(file, command, policy) is { } answer)
        {
            return answer;
        }

        ref var one = ref file[command.Id.Number];
        one.Status = CaseLifecycle.After(one.Status, CaseStep.Decide)!.Value;
        one.DecidedMs = now.ToUnixTimeMilliseconds();
        one.CloseMs = (now + policy.AppealWithin).ToUnixTimeMilliseconds();
        if (command.Verdict == CaseVerdict.Cleared)
        {
            one.Verdict = CaseVerdict.Cleared;
            CaseMoney.Release(file, command.Id.Number, now);
            if (one.HasTakenDown)
            {
                CaseListing.PutUp(file, command.Id.Number, now);
            }
        }
        else
        {
            Punish(file, command.Id.Number, subject, now, policy);
        }

        return CaseResult.Done;
    }

    /// <summary>
    /// Lets happen what is due first: verdicts stand, measures end. The host asks for <see
    /// cref="CaseFile.DueAt"/> again afterwards.
    /// </summary>
    /// <param name="file">The seller's file.</param>
    /// <param name="at">The moment at which it is due.</param>
    /// <param name="owed">What the buyer of a complaint is still out of.</param>
    /// <param name="policy">The numbers.</param>
    public static void Fall(
        CaseFile file, DateTimeOffset at, Func<Complaint, Money> owed, TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(owed);
        var ms = at.ToUnixTimeMilliseconds();
        foreach (var one in file.Cases.Where(one => AppealLifecycle.IsUnderWay(one.Appeal)).ToArray())
        {
            AppealProcess.Fall(ref file[one.Number], ms);
        }

        foreach (var one in file.Cases.Where(one => IsToClose(one, ms)).ToArray())
        {
            CaseMoney.Settle(file, one.Number, owed, at);
            ref var of = ref file[one.Number];
            of.Status = CaseLifecycle.After(of.Status, CaseStep.Close)!.Value;
        }

        file.Sync([], at, policy);
    }

    /// <summary>The complaints whose buyers are paid if what is due at this moment happens.</summary>
    public static IReadOnlyList<Complaint> PaidAt(CaseFile file, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(file);
        var ms = at.ToUnixTimeMilliseconds();
        var closing = file.Cases.Where(one => IsToClose(one, ms)).Select(one => one.Number).ToArray();
        return [.. file.Complaints.Where(one => closing.Contains(one.Case))];
    }

    private static bool IsToClose(in Case one, long ms) =>
        one.Status == CaseStatus.Decided && one.CloseMs <= ms;

    private static bool IsLike(in Complaint one, in Complaint other) =>
        one.Case == 0 && (one.Listing, one.Reason) == (other.Listing, other.Reason);

    // A complaint, and those like it that had no case, belong to one.
    private static void Join(CaseFile file, in Complaint complaint, int number)
    {
        foreach (ref var one in file.ComplaintsToChange)
        {
            if (IsLike(one, complaint))
            {
                one.Case = number;
                file[number].Complaints++;
            }
        }
    }

    private static void FreezeIfMany(CaseFile file, int number, DateTimeOffset now, TrustPolicy policy)
    {
        ref var one = ref file[number];
        if (policy.ComplaintsToFreeze > 0 && one.Complaints >= policy.ComplaintsToFreeze
            && !one.HasFrozen && one.IsUndecided)
        {
            one.HasFrozen = true;
            file.Add(new CaseAct { Kind = CaseActKind.Freeze, Store = one.Store, Case = number }, now);
        }
    }

    private static CaseResult? Refuse(CaseFile file, in DecideCase command, TrustPolicy policy)
    {
        if (!file.Has(command.Id.Number))
        {
            return CaseResult.UnknownCase;
        }

        ref readonly var one = ref file[command.Id.Number];
        return !Enum.IsDefined(command.Verdict) ? CaseResult.BadCase
            : one.Verdict == command.Verdict ? CaseResult.Done
            : !one.IsUndecided ? CaseResult.WrongStatus
            : command.Verdict == CaseVerdict.Guilty && one.EvidenceBasisPoints < policy.EvidenceBasisPointsMin
                ? CaseResult.EvidenceMissing
            : null;
    }

    private static void Punish(
        CaseFile file, int number, in CaseSubject subject, DateTimeOffset now, TrustPolicy policy)
    {
        var penalty = PenaltyOf(file, file[number], subject.Market, now, policy);
        ref var one = ref file[number];
        one.Verdict = CaseVerdict.Guilty;
        (one.Points, one.Measure, one.UntilMs) = (penalty.Points, penalty.Measure, penalty.UntilMs(now));
        one.Fine = penalty.Fine;
        var (kind, store) = (one.Kind, one.Store);
        CaseListing.TakeDown(file, number, now);
        if (policy.InspectsOtherStores && one.Source != CaseSource.Inspection)
        {
            Inspect(file, kind, subject.Stores.Where(other => other != store), now);
        }

        file.Sync(subject.Stores, now, policy);
    }

    private static Penalty PenaltyOf(
        CaseFile file, in Case one, MarketKind market, DateTimeOffset now, TrustPolicy policy)
    {
        if (one.Kind == CaseKind.Counterfeit)
        {
            var (strike, isTold) = file.StrikeOf(one.OpenedMs);
            return isTold
                ? CounterfeitLadder.Of(strike, file.CounterfeitPointsOf(one.Store, now), policy)
                : Penalty.Warning;
        }

        var penalty = ViolationLadder.Of(file.PointsOf(one.Store, now), market, policy);
        return one.Kind == CaseKind.RightsInfringed
            && CounterfeitLadder.ClosesForRights(file.ViolationsOf(CaseKind.RightsInfringed) + 1, policy)
            ? penalty with { Measure = StoreMeasure.Closed }
            : penalty;
    }

    // A file that is full inspects fewer (see CaseFile.UnderWayMax).
    private static void Inspect(
        CaseFile file, CaseKind kind, IEnumerable<StoreId> others, DateTimeOffset now)
    {
        foreach (var store in others)
        {
            if (file.FindOpen(kind, store, Case.NoListing) == 0)
            {
                file.Open(
                    kind, store, Case.NoListing, CaseSource.Inspection, now.ToUnixTimeMilliseconds());
            }
        }
    }
}
