namespace FlashSale.Grains;

/// <summary>A store: status, deposit, coupon, and the listings that have to know them.</summary>
internal sealed class StoreGrain(GrainRoom room) : Grain, IStoreGrain
{
    /// <summary>Stores below their deposit, and transfers that are under way.</summary>
    public static RowTable Table { get; } = new(RowKind.Store)
    {
        Wake = (room, owner) => room.Grains.Store(new StoreId((int)owner)).Wake(),
    };

    private readonly HashSet<ListingId> _listings = [];
    private GrainRows _rows = null!;
    private StoreState? _state;

    private StoreId Id => new((int)this.GetPrimaryKeyLong());

    private IEscrowAccountGrain Accounts => room.Grains.Accounts(OwnerKey.Of(Id));

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _state = await _rows.Load<StoreState>(new RowKey(RowKind.Store, Id.Value));
        foreach (var (item, _) in await _rows.LoadAll<StoreListing>(RowKind.StoreListing, Id.Value))
        {
            _listings.Add(new ListingId((int)item));
        }
    }

    public async Task<OpenStoreResult> Open(StoreApplication application)
    {
        if (!IsInRange(application))
        {
            return OpenStoreResult.OutOfRange;
        }

        if (_state is not null)
        {
            return await OpenAgain(application);
        }

        if (StoreNames.Key(application.Name) is not { } key)
        {
            return OpenStoreResult.NotAName;
        }

        if (!await Claim(application.Name, key))
        {
            return OpenStoreResult.NameTaken;
        }

        Apply(application);
        await Save();
        await Continue();
        _ = Change((ref store) => store.Take(StoreStep.Open)); // stays applying while its deposit is short
        await SaveAndTell();
        return OpenStoreResult.Opened;
    }

    public async Task<StoreResult> Step(StoreStep step)
    {
        await CatchUp();
        if (_state is null)
        {
            return StoreResult.UnknownStore;
        }

        var latest = _state.Answers.Find(new Act(ActKind.StoreStep));
        if (Repeats.OfStep(latest, step, _state.Store.Status) is { } again)
        {
            return again;
        }

        var result = Change((ref store) => store.Take(step));
        if (result == StoreResult.Done)
        {
            _state.Answers = _state.Answers.With(Repeats.Step(step, _state.Store.Status));
            await SaveAndTell();
        }

        return result;
    }

    public async Task<StoreResult> SetCoupon(Coupon coupon)
    {
        await CatchUp();
        if (_state is null)
        {
            return StoreResult.UnknownStore;
        }

        if (coupon != default && !coupon.IsSound)
        {
            return StoreResult.BadCoupon;
        }

        _state.Coupon = coupon;
        await SaveAndTell();
        return StoreResult.Done;
    }

    public async Task<TransferResult> Move(Transfer transfer)
    {
        if (room.IsPaused)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        await CatchUp();
        if (_state is null || (transfer.HasBuyer && !room.Limits.Has(transfer.Buyer)))
        {
            return TransferResult.UnknownAccount;
        }

        if (await new TransferLog(_rows, transfer).Find() is { } known)
        {
            return known;
        }

        if (IsWrong(transfer))
        {
            return TransferResult.WrongStatus;
        }

        _state.Pending = transfer;
        await Save();
        return await Continue();
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

        if (_listings.Add(listing))
        {
            _rows.Put(new RowKey(RowKind.StoreListing, Id.Value, listing.Value), new StoreListing());
            await _rows.Save();
        }

        return Terms;
    }

    public Task Wake() => CatchUp();

    private StoreTerms Terms => new(
        _state!.TermsVersion, _state.Store.CanSell, _state.Store.Market, _state.Coupon, _state.Store.Owner);

    private async Task<OpenStoreResult> OpenAgain(StoreApplication application)
    {
        await CatchUp();
        var (store, name) = (_state!.Store, _state.Name);
        return name == application.Name && (store.Owner, store.Market, store.Tier)
            == (application.Owner, application.Market, application.Tier)
            && Repeats.IsDeposit(
                _state.Answers.Find(new Act(ActKind.Opening)), application.Deposit, store.DepositRequired)
            ? OpenStoreResult.Opened
            : OpenStoreResult.IdReused;
    }

    // A store that a silo of the version before has opened holds the key of before (decision 0006).
    private async Task<bool> Claim(string name, string key) =>
        (StoreNames.KeyBefore(name) is not { } before || before == key
            || await room.Grains.StoreName(before).Claim(Id))
        && await room.Grains.StoreName(key).Claim(Id);

    private void Apply(StoreApplication application)
    {
        _state = new StoreState
        {
            Name = application.Name,
            Store = Store.Apply(
                application.Owner, application.Market, application.Tier, room.Policy.Stores),
        };
        if (Repeats.Opening(application.Deposit, _state.Store.DepositRequired) is { } opening)
        {
            _state.Answers = _state.Answers.With(opening);
        }

        if (application.Deposit.IsPositive)
        {
            // The id is the store's own: clients cannot choose a negative one.
            _state.Pending = new Transfer(
                -1 - Id.Value, MovementKind.DepositPaid, Id, default, application.Deposit);
        }
    }

    private bool IsInRange(in StoreApplication application) =>
        Enum.IsDefined(application.Market) && Enum.IsDefined(application.Tier)
        && !application.Deposit.IsNegative
        && application.Deposit <= Money.FromYuan(Limits.AmountYuanMax)
        && application.Owner.Value >= 0
        && Id.Value >= 0 && Id.Value < room.Limits.StoresMax;

    private bool IsWrong(Transfer transfer) => transfer.Kind switch
    {
        MovementKind.DepositPaid => _state!.Store.Status is StoreStatus.Closed or 0,
        MovementKind.DepositReturned => _state!.Store.Status != StoreStatus.Closed
            || _state.Store.DepositPaid != transfer.Amount,
        _ => false,
    };

    /// <summary>What a crash has left, and what time has brought.</summary>
    private async Task CatchUp()
    {
        if (_state?.Pending is not null)
        {
            await Continue();
        }

        if (_state is not null && Change((ref store) => store.Check(room.Now, room.Policy.Stores)))
        {
            await SaveAndTell();
        }
    }

    /// <summary>Carries the pending transfer out, or ends it if there is too little money.</summary>
    private async Task<TransferResult> Continue()
    {
        if (_state?.Pending is not { } transfer)
        {
            return TransferResult.Moved;
        }

        var id = MovementId.Of(transfer.Id, transfer.Kind);
        var (from, to) = (OwnerKey.Of(Id), OwnerKey.Of(Id));
        if (transfer.HasBuyer)
        {
            to = OwnerKey.Of(transfer.Buyer); // a compensation
        }

        var order = MovementOf(transfer).AsOrder(id, from, to);
        var result = await Accounts.Move(order, []);
        _state.Pending = null;
        if (result != MoveResult.Moved)
        {
            await Save();
            return TransferResult.InsufficientFunds;
        }

        _state.Note(transfer, room.Now);
        await (transfer.Id < 0 ? SaveAndTell() : new TransferLog(_rows, transfer).Save(SaveAndTell));
        Accounts.Forget([id]).Ignore(); // what is lost here is forgotten when the account asks
        return TransferResult.Moved;
    }

    private static Movement MovementOf(Transfer transfer) =>
        (transfer with { Id = Math.Max(0, transfer.Id) }).Movement()!.Value;

    private TResult Change<TResult>(StoreChange<TResult> change)
    {
        var store = _state!.Store;
        var result = change(ref store);
        _state.Store = store;
        return result;
    }

    private Task Save()
    {
        var due = _state!.Pending is not null ? room.Now
            : _state.Store is { Status: StoreStatus.Open or StoreStatus.Hidden, ShortSince: { } since }
                ? (since + room.Policy.Stores.TopUpWithin).AddMilliseconds(1)
                : (DateTimeOffset?)null;
        _rows.Put(new RowKey(RowKind.Store, Id.Value), _state, due);
        return _rows.Save();
    }

    /// <summary>Saves, and tells all listings before anybody is answered.</summary>
    private async Task SaveAndTell()
    {
        _state!.TermsVersion++;
        await Save();
        await Task.WhenAll(_listings.Select(
            listing => room.Grains.Listing(listing).SetStore(Terms)));
    }

    private delegate TResult StoreChange<TResult>(ref Store store);
}
