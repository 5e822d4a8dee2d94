namespace FlashSale.Grains;

/// <summary>A store: its row, and the listings that have to know of its changes.</summary>
internal sealed class StoreGrain(GrainRoom room)
    : Grain, IStoreGrain, ICommandTurns,
      ICarries<OpenStore, OpenStoreResult>, ICarries<StepStore, StoreResult>,
      ICarries<SetCoupon, StoreResult>, ICarries<Move, TransferResult>
{
    /// <summary>Stores below their deposit, and transfers that are under way.</summary>
    public static RowTable Table { get; } = new(RowKind.Store)
    {
        Wake = (room, owner) => room.Grains.Store(new StoreId((int)owner)).Wake(),
    };

    private GrainRows _rows = null!;
    private StoreListings _listings = null!;
    private TrailRows _trail = null!;
    private StoreState? _state;

    private StoreId Id => new((int)this.GetPrimaryKeyLong());

    private IEscrowAccountGrain Accounts => room.Grains.Accounts(OwnerKey.Of(Id));

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _trail = new TrailRows(_rows);
        _listings = new StoreListings(room, _rows, Id);
        _state = await _rows.Load<StoreState>(new RowKey(RowKind.Store, Id.Value));
        await _listings.Load();
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<StoreGrain>.Do(this, command);

    public async Task<OpenStoreResult> Do(OpenStore command)
    {
        var application = command.Application;
        if (StoreProcess.Refuse(application, room.Limits.StoresMax) is { } refusal)
        {
            return refusal;
        }

        if (_state is not null)
        {
            await CatchUp();
            var first = _state.Answers.Find(new Act(ActKind.Opening));
            return StoreProcess.Again(application, _state.Store, _state.Name, first);
        }

        if (room.Policy.Trust.IsOn && await room.Grains.Cases(application.Owner).IsBarred())
        {
            return OpenStoreResult.OwnerBarred;
        }

        if (StoreNames.Key(application.Name) is not { } key)
        {
            return OpenStoreResult.NotAName;
        }

        if (!await Claim(application.Name, key))
        {
            return OpenStoreResult.NameTaken;
        }

        _state = StoreState.Of(application, room.Policy.Stores);
        await Save();
        await Continue();
        await SaveAndTell();
        return OpenStoreResult.Opened;
    }

    public async Task<StoreResult> Do(StepStore command)
    {
        var request = KeyedRequest.Of<StepStore, StoreResult>(command);
        await CatchUp();
        if (Known(request) is { } known)
        {
            return known;
        }

        var trace = await _trail.Next(command, room.Now);
        var result = _state!.Take(command.Step, out var isTaken);
        _trail.Put(isTaken ? trace : null);
        if (isTaken || (result == StoreResult.Done && !request.Id.IsNone))
        {
            _state.Requests = RequestMemory.With(_state.Requests, request);
            await SaveAndTell();
        }

        return result;
    }

    public async Task<StoreResult> Do(SetCoupon command)
    {
        var request = KeyedRequest.Of<SetCoupon, StoreResult>(command);
        await CatchUp();
        if (Known(request) is { } known)
        {
            return known;
        }

        var mayBeBanned = PromotionBan.MayBe(_state!.Store.Market, room.Policy.Trust);
        var result = StoreProcess.Check(
            command, mayBeBanned && await room.Grains.Cases(_state.Store.Owner).IsBanned(Id));
        if (result == StoreResult.Done)
        {
            _state!.Coupon = command.Coupon;
            _state.Requests = RequestMemory.With(_state.Requests, request);
            await SaveAndTell();
        }

        return result;
    }

    public async Task<TransferResult> Do(Move command)
    {
        var transfer = command.Transfer;
        if (room.IsPaused)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        await CatchUp();
        var (store, hasBuyer) = (_state?.Store ?? default, room.Limits.Has(transfer.Buyer));
        var mark = await new TransferLog(_rows, transfer).Mark();
        if (TransferProcess.Answer(transfer, store, hasBuyer, mark) is { } known)
        {
            return known;
        }

        (_state!.Pending, _state.PendingBy) = (transfer, command.By.IsNone ? null : command.By);
        await Save();
        return await Continue();
    }

    public async Task<Money> Carry(CaseAct act)
    {
        await CatchUp();
        if (_state!.Hold(act))
        {
            await SaveAndTell();
        }
        else if (act.Number > _state.LastAct)
        {
            await Pay(act);
        }

        return Money.FromFen(_state.LastActFen);
    }

    public async Task<StoreView?> Find()
    {
        await CatchUp();
        if (_state is null)
        {
            return null;
        }

        var standing = await room.Grains.Reputation(OwnerKey.Of(Id)).Standing();
        var earned = await Accounts.Balance(AccountKind.Store, 0);
        return new StoreView(Id, _state.Name, _state.Store, standing.Credit, standing.Rating, earned);
    }

    public async Task<StoreTerms> TermsFor(ListingId listing)
    {
        if (_state is null)
        {
            return StoreTerms.Unknown;
        }

        await _listings.Note(listing);
        return Terms;
    }

    public async Task Wake()
    {
        await CatchUp();
        if (_state is not null)
        {
            await Save(); // it may have more time by now
        }
    }

    private StoreTerms Terms => new(
        _state!.TermsVersion, _state.Store.CanSell, _state.Store.Market, _state.Coupon, _state.Store.Owner);

    private StoreResult? Known(KeyedRequest request) => _state is null
        ? StoreResult.UnknownStore
        : RequestMemory.Answer(_state.Requests, request, StoreResult.IdReused);

    // A store that a silo of the version before has opened holds the key of before (decision 0006).
    private async Task<bool> Claim(string name, string key) =>
        (StoreNames.KeyBefore(name) is not { } before || before == key
            || await room.Grains.StoreName(before).Claim(Id))
        && await room.Grains.StoreName(key).Claim(Id);

    /// <summary>What a crash has left, and what time has brought.</summary>
    private async Task CatchUp()
    {
        if (_state?.Pending is not null)
        {
            await Continue();
        }

        await Tell();
        var store = _state?.Store ?? default;
        if (store.Check(room.Now, room.Policies))
        {
            _state!.Store = store;
            await SaveAndTell();
        }
        else if (_state is { IsWithSeller: false })
        {
            await Save();
        }
    }

    /// <summary>Carries the pending transfer out, or ends it if there is too little money.</summary>
    private async Task<TransferResult> Continue()
    {
        if (_state?.Pending is not { } transfer)
        {
            return TransferResult.Moved;
        }

        var (id, owner) = (MovementId.Of(transfer.Id, transfer.Kind), OwnerKey.Of(Id));
        var order = transfer.ToMovement().AsOrder(
            id, owner, transfer.HasBuyer ? OwnerKey.Of(transfer.Buyer) : owner);
        var result = await Accounts.Move(order, []);
        var trace = await _trail.Next(new Move(transfer, _state.PendingBy ?? default), room.Now);
        _state.PendingBy = null;
        if (result != MoveResult.Moved)
        {
            (_state.Pending, _state.PendingAct) = (null, null);
            await Save();
            return TransferResult.InsufficientFunds;
        }

        _state.Complete(transfer, room.Now);
        _trail.Put(trace);
        await (transfer.Id < 0 ? SaveAndTell() : new TransferLog(_rows, transfer).Save(SaveAndTell));
        Accounts.Forget([id]).Ignore(); // what is lost here is forgotten when the account asks
        return TransferResult.Moved;
    }

    // What is there may have gone elsewhere by the time that it is to move; then less is there.
    private async Task Pay(CaseAct act)
    {
        const int triesMax = 3;
        for (var tries = 0;
            tries < triesMax && _state!.Begin(act, await Accounts.Balance(act.From.Kind, 0)); tries++)
        {
            await Save();
            if (await Continue() == TransferResult.Moved)
            {
                return;
            }
        }

        _state!.Note(act, Money.Zero);
        await Save();
    }

    private Task Save()
    {
        var isUnfinished = _state!.Pending is not null || _state.HasToTell;
        var due = isUnfinished ? room.Now : _state.Store.CheckAt(room.Policies);
        SellerRows.Note(_rows, Id, _state);
        _rows.Put(new RowKey(RowKind.Store, Id.Value), _state, due);
        return _rows.Save();
    }

    /// <summary>Saves, and tells all listings before anybody is answered.</summary>
    private async Task SaveAndTell()
    {
        _state!.TermsVersion++;
        _state.HasToTell = !_listings.IsEmpty;
        await Save();
        await Tell();
    }

    // What a crash has left untold is told by whoever comes next, or by a sweep.
    private async Task Tell()
    {
        if (_state is { HasToTell: true })
        {
            await _listings.Tell(Terms);
            _state.HasToTell = false;
            await Save();
        }
    }
}
