namespace FlashSale.Grains;

/// <summary>
/// The festival: its phases, switches and policies, told to every silo (rules CAP-2, GOV-1, IDN-5).
/// </summary>
internal sealed class FestivalGrain(
    [PersistentState("festival")] IPersistentState<FestivalState> kept, GrainRoom room)
    : Grain, IFestivalGrain, ICommandTurns, ICarries<Flip, FlipResult>,
      ICarries<ChangePolicy, PolicyResult>, ICarries<WithdrawPolicy, PolicyResult>
{
    /// <summary>
    /// The festival's row: an audit compares it with what the silo that counts follows, if that has heard of
    /// the latest change.
    /// </summary>
    public static RowTable Table { get; } = new(RowKind.Festival)
    {
        Audit = async room =>
        {
            var (kept, known) = (await room.Grains.Festival.State(), room.Festival.State);
            return PolicyAudit.Of(
                kept.Policies!, known.Version >= kept.Version ? room.Festival.Policies : null);
        },
    };

    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TellWithin = TimeSpan.FromSeconds(5);

    private readonly Dictionary<IFestivalWatcher, DateTimeOffset> _watchers = [];
    private KeptState<FestivalState> _kept = null!;
    private FestivalState _state = FestivalState.None;
    private TrailRows _trail = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _kept = room.StateOf(this, kept);
        await _kept.TakeOver(new RowKey(RowKind.Festival, 0));
        _state = _kept.Value ?? FestivalState.None;
        _trail = new TrailRows(room.RowsOf(this));
        await TellTrail();
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<FestivalGrain>.Do(this, command);

    public async Task<FlipResult> Do(Flip flip)
    {
        var (command, request) = (flip.Command, KeyedRequest.Of<Flip, FlipResult>(flip));
        var requests = _state.Requests ?? [];
        if (RequestMemory.Answer(requests, request, FlipResult.IdReused) is { } past)
        {
            return past;
        }

        if (!Enum.IsDefined(command.Switch))
        {
            return FlipResult.NoChange;
        }

        var trace = await _trail.Next(flip, room.Now);
        var board = SwitchBoard.Of(_state.Flips);
        var flipsBefore = board.Flips;
        var result = command.On
            ? board.TurnOn(command.Switch, command.Who, command.Why, room.Now, command.Until)
            : board.TurnOff(command.Switch, command.Who, command.Why, room.Now);
        if (board.Flips > flipsBefore || (result == FlipResult.Flipped && !request.Id.IsNone))
        {
            await Change(_state with
            {
                Flips = [.. board.Trace],
                Requests = RequestMemory.With(requests, request),
                Untold = board.Flips > flipsBefore ? trace : null,
            });
        }

        return result;
    }

    public Task<PolicyResult> Do(ChangePolicy command) => Follow(command, before =>
        (before.Change(command.Policy, command.From, room.Now, out var after), after));

    public Task<PolicyResult> Do(WithdrawPolicy command)
    {
        FirstAnswer? latest = _state.Withdrawn is { } moment ? Repeats.Withdrawal(moment) : null;
        return Follow(
            command, before => (before.Withdraw(command.From, room.Now, out var after, latest), after),
            withdrawn: command.From);
    }

    public Task PauseUntil(DateTimeOffset? moment) => Change(_state with { PausedUntil = moment });

    public Task Admit(int requestsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requestsPerSecond);
        return Change(_state with { AdmittedPerSecond = requestsPerSecond });
    }

    public Task SetPhases(PhaseStart[] phases) =>
        Change(_state with { Phases = [.. phases.OrderBy(phase => phase.From)] });

    public Task<FestivalState> Watch(IFestivalWatcher watcher)
    {
        var now = room.Clock.GetUtcNow();
        _watchers[watcher] = now;
        foreach (var (old, _) in _watchers.Where(one => now - one.Value > ForgetAfter).ToArray())
        {
            _watchers.Remove(old);
        }

        return Task.FromResult(_state);
    }

    public Task<FestivalState> State() => Task.FromResult(Shown);

    private async Task<PolicyResult> Follow<TCommand>(
        TCommand command, Func<PolicyTimeline, (PolicyResult Result, PolicyTimeline After)> decide,
        DateTimeOffset? withdrawn = null)
        where TCommand : struct, IKeyedCommand<TCommand, PolicyResult>
    {
        var (request, requests) =
            (KeyedRequest.Of<TCommand, PolicyResult>(command), _state.Requests ?? []);
        if (RequestMemory.Answer(requests, request, PolicyResult.IdReused) is { } past)
        {
            return past;
        }

        var trace = await _trail.Next(command, room.Now);
        var before = Shown.Policies!;
        var (result, after) = decide(before);
        if (result == PolicyResult.Changed && (after != before || !request.Id.IsNone))
        {
            await Change(_state with
            {
                Policies = after.IsConstant ? null : after,
                Requests = RequestMemory.With(requests, request),
                Untold = after != before ? trace : null,
                Withdrawn = after != before ? withdrawn ?? _state.Withdrawn : _state.Withdrawn,
            });
        }

        return result;
    }

    private FestivalState Shown =>
        _state with { Policies = _state.Policies ?? PolicyTimeline.Of(room.Festival.FirstPolicy) };

    private async Task Change(FestivalState state)
    {
        _state = state with { Version = _state.Version + 1 };
        await _kept.Save(_state);
        await TellTrail();
        await Task.WhenAll(_watchers.Keys.ToArray().Select(Tell));
    }

    // Orleans keeps the state, the market's rows the trail: what was cut off between them is told first.
    private async Task TellTrail()
    {
        await _trail.SaveOnce(_state.Untold);
        _state = _state with { Untold = null };
    }

    private async Task Tell(IFestivalWatcher watcher)
    {
        try
        {
            await watcher.Changed(_state).WaitAsync(TellWithin);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            _watchers.Remove(watcher); // its silo is gone, or asks again when it is back
        }
    }
}
