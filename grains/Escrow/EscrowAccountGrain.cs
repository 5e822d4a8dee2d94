using Orleans.Concurrency;

namespace FlashSale.Grains;

/// <summary>The accounts of one buyer or store, and the movements between them and others.</summary>
/// <remarks>
/// A movement that was asked for is remembered in the head row until its asker says that it is final; a half
/// that came from elsewhere has a row of its own, so that no row grows with what a large store is paid.
/// Reentrant: requests that wait for one write share it.
/// </remarks>
[Reentrant]
internal sealed class EscrowAccountGrain(GrainRoom room)
    : Grain, IEscrowAccountGrain, ICommandTurns, ICarries<Move, TransferResult>
{
    private static readonly TimeSpan FinishWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FinalWithin = TimeSpan.FromSeconds(120);

    private readonly Dictionary<long, HalvesState> _halves = [];
    private readonly HashSet<MovementId> _releasing = [];
    private readonly OneByOne _topUps = new();
    private GrainRows _rows = null!;
    private AccountState _state = null!;
    private bool _isChanged;

    private long Owner => this.GetPrimaryKeyLong();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _rows.BeforeWrite = PutHead;
        _state = await _rows.Load<AccountState>(new RowKey(RowKind.Account, Owner)) ?? new AccountState();
        foreach (var (subject, halves) in await _rows.LoadAll<HalvesState>(RowKind.Movement, Owner))
        {
            _halves[subject] = halves;
        }
    }

    public async Task<MoveResult> Move(MoveOrder order, MovementId[] final)
    {
        Drop(final);
        var open = _state.Open.Find(move => move.Order.Id == order.Id);
        if (open is null)
        {
            if (order.FromOwner == Owner && !_state.Covers(order))
            {
                await Save(); // what is final
                return MoveResult.InsufficientFunds;
            }

            open = Begin(order);
            await Save();
        }

        return await Finish(open);
    }

    public async Task<MoveResult> Half(MoveOrder order)
    {
        var halves = _halves.GetValueOrDefault(order.Id.Subject) ?? new HalvesState();
        if (!halves.What.Contains(order.Id.What))
        {
            if (order.FromOwner == Owner && !_state.Covers(order))
            {
                return MoveResult.InsufficientFunds;
            }

            Apply(order);
            halves.What.Add(order.Id.What);
            Put(order.Id.Subject, halves);
        }

        await Save();
        return MoveResult.Moved;
    }

    public async Task Forget(MovementId[] ids)
    {
        Drop(ids);
        foreach (var id in ids)
        {
            if (_halves.TryGetValue(id.Subject, out var halves) && halves.What.Remove(id.What))
            {
                Put(id.Subject, halves);
            }
        }

        await Save();
    }

    public Task<MoveOrder[]> Open() => Task.FromResult(
        _state.Open.Where(move => move.Stage != MoveStage.Final).Select(move => move.Order).ToArray());

    public Task<Money> Balance(AccountKind kind, int channel) =>
        Task.FromResult(_state[new AccountId(kind, channel)]);

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<EscrowAccountGrain>.Do(this, command);

    /// <summary>A buyer puts money into the balance (rule ESC-6).</summary>
    public Task<TransferResult> Do(Move command) => _topUps.Run(async () =>
    {
        var transfer = command.Transfer;
        if (room.IsPaused)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        var log = new TransferLog(_rows, transfer);
        var hasBuyer = room.Limits.Has(transfer.Buyer);
        if (TransferProcess.Answer(transfer, default, hasBuyer, await log.Mark()) is { } known)
        {
            return known;
        }

        var order = transfer.ToMovement().AsOrder(MovementId.Of(transfer.Id, transfer.Kind), Owner);
        Apply(order);
        _state.Count(order);
        await log.Save(Save);
        return TransferResult.Moved;
    });

    public async Task Wake()
    {
        foreach (var open in _state.Open.ToArray())
        {
            await (open.Stage == MoveStage.Final ? Release(open) : Finish(open));
        }

        await Save(); // asks again later, whatever comes of this; not at all if nothing is open
        if (_state.Open.Exists(open => open.Stage != MoveStage.Final))
        {
            await (OwnerKey.IsStore(Owner)
                ? room.Grains.Store(OwnerKey.StoreOf(Owner)).Wake()
                : room.Grains.Cart(new BuyerId((int)Owner)).Wake());
        }
    }

    private OpenMove Begin(MoveOrder order)
    {
        var open = new OpenMove { Order = order, Stage = StageOf(order) };
        if (order.FromOwner == Owner)
        {
            _state.Debit(order);
        }

        if (open.Stage == MoveStage.Done)
        {
            _state.Credit(order);
        }

        if (open.Stage != MoveStage.Asked)
        {
            _state.Count(order);
        }

        _state.Open.Add(open);
        return open;
    }

    private MoveStage StageOf(MoveOrder order) => order.FromOwner != Owner ? MoveStage.Asked
        : order.ToOwner == Owner ? MoveStage.Done
        : MoveStage.Sent;

    /// <summary>Brings the other half about, if there is one.</summary>
    private async Task<MoveResult> Finish(OpenMove open)
    {
        if (open.Stage is MoveStage.Done or MoveStage.Final)
        {
            return MoveResult.Moved;
        }

        var order = open.Order;
        var other = open.Stage == MoveStage.Sent ? order.ToOwner : order.FromOwner;
        var result = await room.Grains.Accounts(other).Half(order);
        if (result != MoveResult.Moved)
        {
            _state.Open.Remove(open);
        }
        else if (open.Stage == MoveStage.Asked)
        {
            _state.Credit(order);
            _state.Count(order);
        }

        // A message that was sent twice finds it done.
        (var wasAsked, open.Stage) = (open.Stage == MoveStage.Asked, MoveStage.Done);
        if (wasAsked)
        {
            await Save();
        }

        return result;
    }

    private void Drop(MovementId[] final)
    {
        foreach (var id in final)
        {
            var open = _state.Open.Find(move => move.Order.Id == id && move.Stage == MoveStage.Done);
            if (open is null)
            {
                continue;
            }

            _isChanged = true;
            if (open.Order.FromOwner == open.Order.ToOwner)
            {
                _state.Open.Remove(open);
            }
            else
            {
                open.Stage = MoveStage.Final;
            }
        }
    }

    /// <summary>
    /// The other end need not remember a movement any more, now that this end has it as final.
    /// </summary>
    private async Task Release(OpenMove open)
    {
        var order = open.Order;
        var other = order.FromOwner == Owner ? order.ToOwner : order.FromOwner;
        await room.Grains.Accounts(other).Forget([order.Id]);
        _releasing.Remove(order.Id);
        _state.Open.Remove(open);
        _isChanged = true; // written with the next change; until then it is told again
    }

    private void Apply(MoveOrder order)
    {
        if (order.FromOwner == Owner)
        {
            _state.Debit(order);
        }

        if (order.ToOwner == Owner)
        {
            _state.Credit(order);
        }

        _isChanged = true;
    }

    private void Put(long subject, HalvesState halves)
    {
        var key = new RowKey(RowKind.Movement, Owner, subject);
        if (halves.What.Count == 0)
        {
            _halves.Remove(subject);
            _rows.Delete(key);
        }
        else
        {
            _halves[subject] = halves;
            _rows.Put(key, halves);
        }
    }

    private async Task Save()
    {
        _isChanged = true;
        var final =
            _state.Open.FindAll(open => open.Stage == MoveStage.Final && !_releasing.Contains(open.Order.Id));
        await _rows.Save();
        foreach (var open in final)
        {
            _releasing.Add(open.Order.Id);
            Release(open).Ignore(); // if it fails, the movement stays open and is told when it is due
        }
    }

    private void PutHead()
    {
        if (!_isChanged)
        {
            return;
        }

        DateTimeOffset? due = _state.Open.Count == 0 ? null
            : room.Now + (_state.Open.TrueForAll(open => open.Stage is MoveStage.Done or MoveStage.Final)
                ? FinalWithin
                : FinishWithin);
        _rows.Put(new RowKey(RowKind.Account, Owner), _state, due);
        _isChanged = false;
    }
}
