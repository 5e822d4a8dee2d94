namespace FlashSale.Grains;

/// <summary>A store: its life, its coupon, its money and its certificate.</summary>
internal sealed class StoreGrain(GrainRoom room)
    : Grain, IStoreGrain, ICommandTurns,
      ICarries<OpenStore, OpenStoreResult>, ICarries<StepStore, StoreResult>,
      ICarries<SetCoupon, StoreResult>, ICarries<Move, TransferResult>,
      ICarries<ApplyForCertificate, CertificationResult>, ICarries<HandIn, CertificationResult>,
      ICarries<DecideCheck, CertificationResult>, ICarries<WithdrawApplication, CertificationResult>,
      ICarries<SummonStore, CertificationResult>
{
    /// <summary>Stores below their deposit or to be certified, and transfers that are under way.</summary>
    public static RowTable Table { get; } = new(RowKind.Store)
    {
        Wake = (room, owner) => room.Grains.Store(new StoreId((int)owner)).Wake(),
    };

    private StoreRows _rows = null!;
    private StorePayments _payments = null!;
    private ClusterCertifications _certifications = null!;

    private StoreId Id => new((int)this.GetPrimaryKeyLong());

    private StoreState? State => _rows.State;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var rows = room.RowsOf(this);
        _rows = new StoreRows(room, rows, Id);
        _payments = new StorePayments(room, rows, _rows, Id);
        _certifications = new ClusterCertifications(room, _rows);
        return _rows.Load();
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<StoreGrain>.Do(this, command);

    public async Task<OpenStoreResult> Do(OpenStore command)
    {
        var application = command.Application;
        if (StoreProcess.Refuse(application, room.Limits.StoresMax) is { } refusal)
        {
            return refusal;
        }

        if (State is not null)
        {
            await CatchUp();
            var first = State.Answers.Find(new Act(ActKind.Opening));
            return StoreProcess.Again(application, State.Store, State.Name, first);
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

        _rows.State = StoreState.Of(application, room.Now, room.Policies);
        await _rows.Save();
        await _payments.Continue();
        await _rows.SaveAndTell();
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

        var trace = await _rows.Trail.Next(command, room.Now);
        var result = State!.Take(command.Step, room.Now, out var isTaken);
        _rows.Trail.Put(isTaken ? trace : null);
        if (isTaken || (result == StoreResult.Done && !request.Id.IsNone))
        {
            State.Requests = RequestMemory.With(State.Requests, request);
            await _rows.SaveAndTell();
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

        var mayBeBanned = PromotionBan.MayBe(State!.Store.Market, room.Policy.Trust);
        var result = StoreProcess.Check(
            command, mayBeBanned && await room.Grains.Cases(State.Store.Owner).IsBanned(Id));
        if (result == StoreResult.Done)
        {
            State!.Coupon = command.Coupon;
            State.Requests = RequestMemory.With(State.Requests, request);
            await _rows.SaveAndTell();
        }

        return result;
    }

    public async Task<TransferResult> Do(Move command)
    {
        if (room.IsPaused)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        await CatchUp();
        return await _payments.Move(command);
    }

    public async Task<CertificationResult> Do(ApplyForCertificate command)
    {
        await CatchUp();
        return await _certifications.Apply(command);
    }

    public async Task<CertificationResult> Do(HandIn command)
    {
        await CatchUp();
        return await _certifications.HandIn(command);
    }

    public async Task<CertificationResult> Do(DecideCheck command)
    {
        await CatchUp();
        return await _certifications.Decide(command);
    }

    public async Task<CertificationResult> Do(WithdrawApplication command)
    {
        await CatchUp();
        return await _certifications.Withdraw(command);
    }

    public async Task<CertificationResult> Do(SummonStore command)
    {
        await CatchUp();
        return await _certifications.Summon(command);
    }

    public async Task<Money> Carry(CaseAct act)
    {
        await CatchUp();
        if (State!.Hold(act))
        {
            State.Certify(room.Now, room.Policies);
            await _rows.SaveAndTell();
        }
        else if (act.Number > State.LastAct)
        {
            await _payments.Pay(act);
        }

        return Money.FromFen(State.LastActFen);
    }

    public async Task<StoreView?> Find()
    {
        await CatchUp();
        if (State is null)
        {
            return null;
        }

        var standing = await room.Grains.Reputation(OwnerKey.Of(Id)).Standing();
        var earned = await room.Grains.Accounts(OwnerKey.Of(Id)).Balance(AccountKind.Store, 0);
        return new StoreView(Id, State.Name, State.Store, standing.Credit, standing.Rating, earned)
        {
            Certification = State.Certification,
        };
    }

    public async Task<StoreTerms> TermsFor(ListingId listing)
    {
        if (State is null)
        {
            return StoreTerms.Unknown;
        }

        await _rows.Note(listing);
        return State.Terms;
    }

    public async Task Wake()
    {
        await CatchUp();
        if (State is not null)
        {
            await _rows.Save(); // it may have more time by now
        }
    }

    private StoreResult? Known(KeyedRequest request) => State is null
        ? StoreResult.UnknownStore
        : RequestMemory.Answer(State.Requests, request, StoreResult.IdReused);

    // A store that a silo of the version before has opened holds the key of before (decision 0006).
    private async Task<bool> Claim(string name, string key) =>
        (StoreNames.KeyBefore(name) is not { } before || before == key
            || await room.Grains.StoreName(before).Claim(Id))
        && await room.Grains.StoreName(key).Claim(Id);

    /// <summary>What a crash has left, and what time has brought.</summary>
    private async Task CatchUp()
    {
        if (State?.Pending is not null)
        {
            await _payments.Continue();
        }

        await _rows.Tell();
        if (State is not null && State.FallDue(room.Now, room.Policies))
        {
            await _rows.SaveAndTell();
        }
        else if (_rows.IsOfBefore)
        {
            await _rows.Save();
        }
    }
}
