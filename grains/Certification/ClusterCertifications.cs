namespace FlashSale.Grains;

/// <summary>
/// Carries out what <see cref="CertificationProcess"/> decides, for one store; the engine's twin is
/// EngineCertifications.
/// </summary>
internal sealed class ClusterCertifications(GrainRoom room, StoreRows rows)
{
    private delegate CertificationResult Change(ref Certification certification);

    private CertificationPolicy Policy => room.Policy.Certification;

    /// <summary>The store applies; what it gives is linked before its application counts.</summary>
    public async Task<CertificationResult> Apply(ApplyForCertificate command)
    {
        var request = KeyedRequest.Of<ApplyForCertificate, CertificationResult>(command);
        if (Answer(request, CertificationProcess.Refuse(command)) is { } answer)
        {
            return answer;
        }

        var certification = rows.State!.Certification;
        var result = CertificationResult.Done;
        if (!CertificationProcess.IsRepeat(certification, command))
        {
            var (identity, account, device) =
                (command.Identity.Value, command.Account.Value, command.Device.Value);
            var links = await room.Grains.Identities.LinksOf(identity, account, device);
            var isReached = command.Asked == CertificateClass.A || await IsShareReached();
            result = CertificationProcess.Apply(
                ref certification, rows.State.Store, command, links, isReached, room.Now, Policy);
            if (result == CertificationResult.Done)
            {
                await room.Grains.Identities.Link(identity, account, device);
            }
        }

        await Keep(certification, request, result, trace: null);
        return result;
    }

    /// <summary>The seller hands in what a check asks for.</summary>
    public Task<CertificationResult> HandIn(HandIn command) => Do<HandIn>(
        command, null,
        (ref certification) => certification.HandIn(command.Check, room.Now, Policy));

    /// <summary>A check comes to its end.</summary>
    public Task<CertificationResult> Decide(DecideCheck command) => Do<DecideCheck>(
        command, CertificationProcess.Refuse(command),
        (ref certification) => certification.Decide(command.Check, command.Verdict, room.Now, Policy));

    /// <summary>The seller gives the application up.</summary>
    public Task<CertificationResult> Withdraw(WithdrawApplication command) => Do<WithdrawApplication>(
        command, null, (ref certification) => certification.Withdraw());

    /// <summary>The store is summoned.</summary>
    public Task<CertificationResult> Summon(SummonStore command) => Do<SummonStore>(
        command, CertificationProcess.Refuse(command), (ref certification) =>
        {
            certification.Summon(room.Now + Policy.SummonedWithin);
            return CertificationProcess.Summoned(certification);
        });

    private async Task<CertificationResult> Do<TCommand>(
        TCommand command, CertificationResult? refusal, Change change)
        where TCommand : struct, IKeyedCommand<TCommand, CertificationResult>
    {
        var request = KeyedRequest.Of<TCommand, CertificationResult>(command);
        if (Answer(request, refusal) is { } answer)
        {
            return answer;
        }

        var trace = await rows.Trail.Next(command, room.Now);
        var certification = rows.State!.Certification;
        var result = change(ref certification);
        await Keep(certification, request, result, trace);
        return result;
    }

    private CertificationResult? Answer(KeyedRequest request, CertificationResult? refusal) =>
        rows.State is not { } known ? refusal ?? CertificationResult.UnknownStore
        : RequestMemory.Answer(known.Requests, request, CertificationResult.IdReused) ?? refusal;

    private async Task Keep(
        Certification certification, KeyedRequest request, CertificationResult result, TrailEntry? trace)
    {
        var state = rows.State!;
        var isChanged = certification.Facts != state.Certification.Facts;
        if (isChanged)
        {
            rows.Trail.Put(trace);
        }

        if (!isChanged && (result != CertificationResult.Done || request.Id.IsNone))
        {
            return;
        }

        var known = state.Store;
        var isTold = known.Certify(certification, room.Now, room.Policies);
        (state.Certification, state.Store) = (certification, known);
        state.Requests = RequestMemory.With(
            state.Requests, result == CertificationResult.Done ? request : default);
        await (isTold ? rows.SaveAndTell() : rows.Save());
    }

    private async Task<bool> IsShareReached()
    {
        var (counted, certified) = (0, 0);
        await foreach (var (_, kept) in RowPages.All<StoreState>(room, RowKind.Store))
        {
            if (counted == CertificationProcess.StoresCountedMax)
            {
                break;
            }

            var (counts, isCertified) = CertificationProcess.Share(kept.Store, kept.Certification);
            counted += counts ? 1 : 0;
            certified += counts && isCertified ? 1 : 0;
        }

        return CertificationProcess.IsShareReached(certified, counted, Policy);
    }
}
