namespace FlashSale.Grains;

/// <summary>
/// The platform's file on a seller: it carries out what <see cref="CaseProcess"/> decides; the engine's twin
/// is EngineCases.
/// </summary>
/// <remarks>
/// A decision is saved with the acts that follow from it, before any of them happens. Each act is then
/// carried out by the grain of its store or listing, which knows the last one that it did.
/// </remarks>
internal sealed class CaseGrain(GrainRoom room)
    : Grain, ICaseGrain, ICommandTurns,
      ICarries<OpenCase, CaseResult>, ICarries<RecordEvidence, CaseResult>, ICarries<StepCase, CaseResult>,
      ICarries<DecideCase, CaseResult>, ICarries<FileAppeal, AppealResult>,
      ICarries<DecideAppeal, AppealResult>
{
    /// <summary>Files with acts to be carried out, verdicts that will stand, measures that end.</summary>
    public static RowTable Table { get; } = new(RowKind.CaseFile)
    {
        Wake = (room, owner) => room.Grains.Cases(new SellerId((int)owner)).Wake(),
        Audit = Audit,
    };

    private GrainRows _rows = null!;
    private TrailRows _trail = null!;
    private CaseFile _file = null!;
    private KeyedRequest[] _requests = [];
    private (int Number, bool HasOpened) _alert; // the last one
    private bool _isKept;

    private SellerId Seller => new((int)this.GetPrimaryKeyLong());

    private TrustPolicy Policy => room.Policy.Trust;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _trail = new TrailRows(_rows);
        var state = await _rows.Load<CaseFileState>(new RowKey(RowKind.CaseFile, Seller.Value));
        (_isKept, _requests) = (state is not null, state?.Requests ?? []);
        _alert = (state?.LastAlert ?? 0, state?.LastAlertOpened ?? false);
        _file = state?.ToFile(Seller) ?? new CaseFile(Seller);
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<CaseGrain>.Do(this, command);

    /// <summary>One command, unless nothing is admitted now; it begins with what is due.</summary>
    public async Task<Answer> Turn<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct
    {
        if (room.IsPaused)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        await CatchUp();
        return Answer.Of(await ((ICarries<TCommand, TAnswer>)(object)this).Do(command));
    }

    public async Task Complain(Complaint complaint)
    {
        await CatchUp();
        if (CaseProcess.Complain(_file, complaint, room.Now, Policy))
        {
            await SaveAndCarryOut();
        }
    }

    public async Task<bool> Alert(WatchAlert alert)
    {
        await CatchUp();
        if (alert.Number > _alert.Number)
        {
            _alert = (alert.Number, WatchProcess.Open(_file, alert));
            await SaveAndCarryOut();
        }

        return _alert.HasOpened;
    }

    public async Task<CaseResult> Do(OpenCase command)
    {
        var request = KeyedRequest.Of<OpenCase, CaseResult>(command);
        if (RequestMemory.Answer(_requests, request, CaseResult.IdReused) is { } past)
        {
            return past;
        }

        var (isKnown, trace) = (await IsKnown(command), await _trail.Next(command, room.Now));
        var before = _file.LastCase;
        var result = CaseProcess.Open(_file, command, isKnown, room.Now, Policy);
        _trail.Put(_file.LastCase != before ? trace : null);
        if (_file.LastCase != before || (result == CaseResult.Done && !request.Id.IsNone))
        {
            _requests = RequestMemory.With(_requests, request);
            await SaveAndCarryOut();
        }

        return result;
    }

    public Task<CaseResult> Do(RecordEvidence command) =>
        Traced(command, command.Id, () => CaseProcess.Record(_file, command, room.Now, Policy));

    public Task<CaseResult> Do(StepCase command) =>
        Traced(command, command.Id, () => CaseProcess.Step(_file, command));

    public async Task<CaseResult> Do(DecideCase command)
    {
        var store = _file.StoreOf(command.Id.Number);
        var row = await _rows.Look<StoreState>(new RowKey(RowKind.Store, store.Value));
        var subject = new CaseSubject(store, row?.Store.Market ?? default, await Stores());
        return await Traced(
            command, command.Id,
            () => CaseProcess.Decide(_file, command, subject, room.Now, Policy));
    }

    public Task<AppealResult> Do(FileAppeal command) => Traced(
        command, command.Id, () => AppealProcess.File(_file, command, room.Now, Policy));

    public async Task<AppealResult> Do(DecideAppeal command)
    {
        if (AppealProcess.Answer(_file, command, Policy) is { } known)
        {
            return known;
        }

        if (AppealProcess.NeedsReviewer(command) && !await room.Grains.Reviewers.Take(command.Id))
        {
            return AppealResult.NoReviewer;
        }

        var (stores, lost) = (await Stores(), await LostTo(command));
        return await Traced(command, command.Id, () =>
        {
            AppealProcess.Decide(_file, command, stores, lost, room.Now, Policy);
            return AppealResult.Done;
        });
    }

    public async Task<CaseFileView?> Find()
    {
        await CatchUp();
        return _isKept ? CaseFileView.Of(_file, room.Now, Policy) : null;
    }

    public Task<bool> IsBarred() => Task.FromResult(_file.IsBarred(Policy));

    public Task<bool> IsBanned(StoreId store) =>
        Task.FromResult(PromotionBan.IsOn(_file, store, room.Now, Policy));

    public Task Wake() => CatchUp();

    /// <summary>What a crash has left, and what time has brought, each at its own moment.</summary>
    private async Task CatchUp()
    {
        await CarryOut();
        while (_file.DueAt is { } at && at <= room.Now)
        {
            var owed = await OwedAt(at);
            CaseProcess.Fall(
                _file, at, one => owed[(one.Order, one.Line)], room.Policies.At(at).Trust);
            await SaveAndCarryOut();
        }
    }

    // What the buyers who are paid at this moment are still out of, by the units that have come back.
    private async Task<Dictionary<(OrderId Order, int Line), Money>> OwedAt(DateTimeOffset at)
    {
        var owed = new Dictionary<(OrderId Order, int Line), Money>();
        foreach (var one in CaseProcess.PaidAt(_file, at))
        {
            var fate = await room.Grains.Cart(one.Order.Buyer).FateOf(one.Order, one.Listing);
            owed[(one.Order, one.Line)] = one.OwedFor(fate.Returned);
        }

        return owed;
    }

    // A grain that is asked whether it knows something would be in the way of one that is told to do it.
    private async Task<bool> IsKnown(OpenCase command)
    {
        var store = await _rows.Look<StoreState>(new RowKey(RowKind.Store, command.Store.Value));
        var listing = await _rows.Look<ListingState>(new RowKey(RowKind.Listing, command.Listing.Value));
        return CaseSubject.IsKnown(command, store?.Store.Owner, listing?.Listing.Store);
    }

    private async Task<Money> LostTo(DecideAppeal command) =>
        AppealProcess.LostSince(_file, command, Policy) is { } since
            ? await room.Grains.Seller(Seller).Lost(_file.StoreOf(command.Id.Number), since, room.Now)
            : Money.Zero;

    // What changes a case is saved with its trace (rule IDN-5); a repeat changes and saves nothing.
    private async Task<TResult> Traced<TCommand, TResult>(TCommand command, CaseId id, Func<TResult> decide)
        where TCommand : struct, ICommand<TCommand>
    {
        var (trace, before) = (await _trail.Next(command, room.Now), _file.Find(id.Number));
        var result = decide();
        if (_file.Find(id.Number) != before)
        {
            _trail.Put(trace);
            await SaveAndCarryOut();
        }

        return result;
    }

    private async Task SaveAndCarryOut()
    {
        await Save();
        await CarryOut();
    }

    private async Task CarryOut()
    {
        while (_file.NextAct is { } act)
        {
            _file.Done(act, await CarryOut(act));
            await Save();
        }
    }

    private async Task<Money> CarryOut(CaseAct act)
    {
        if (!act.IsOfListing)
        {
            return await room.Grains.Store(act.Store).Carry(act);
        }

        await room.Grains.Listing(act.Listing).TakeDown(act.Kind == CaseActKind.TakeDown);
        return Money.Zero;
    }

    private async Task<StoreId[]> Stores() =>
        [.. (await SellerRows.StoresOf(room, Seller)).Take(SellerView.StoresMax)];

    private Task Save()
    {
        _isKept = true;
        _rows.Put(
            new RowKey(RowKind.CaseFile, Seller.Value), CaseFileState.Of(_file, _requests, _alert),
            _file.NextAct is null ? _file.DueAt : room.Now);
        return _rows.Save();
    }

    private static async Task<AuditCheck> Audit(GrainRoom room)
    {
        var audit = new CaseAudit();
        await foreach (var (key, state) in RowPages.All<CaseFileState>(room, RowKind.CaseFile))
        {
            audit.Add(state.ToFile(new SellerId((int)key.Owner)));
        }

        await foreach (var (key, state) in RowPages.All<StoreState>(room, RowKind.Store))
        {
            audit.Add(new StoreId((int)key.Owner), state.Store);
        }

        return audit.Close();
    }
}
