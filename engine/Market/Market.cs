namespace FlashSale.Engine;

/// <summary>
/// The whole market in one process and one thread: every command of the port, carried out at once on dense
/// tables.
/// </summary>
/// <remarks>
/// It has no clock, no chance and no I/O. The same commands give the same state and the same answers, so that
/// a journal of commands is the market. Not for several threads at once. Each command is carried out by its
/// own <c>Do</c>: <c>market.Do(new Pay(id, channel))</c>.
/// </remarks>
public sealed class Market
    : IHandles<OpenStore, OpenStoreResult>, IHandles<StepStore, StoreResult>,
      IHandles<SetCoupon, StoreResult>, IHandles<Publish, ListingResult>,
      IHandles<Reprice, ListingResult>, IHandles<Restock, ListingResult>,
      IHandles<Withdraw, ListingResult>, IHandles<PutInCart, CartResult>,
      IHandles<RemoveFromCart, CartResult>, IHandles<Checkout, CheckoutAnswer>,
      IHandles<Pay, PayAnswer>, IHandles<PayBalance, PayAnswer>,
      IHandles<StepOrder, OrderResult>, IHandles<Refund, RefundAnswer>,
      IHandles<OpenDispute, OrderResult>, IHandles<ResolveDispute, OrderResult>,
      IHandles<Rate, RateResult>, IHandles<RateBuyer, RateResult>,
      IHandles<Move, TransferResult>, IHandles<Flip, FlipResult>,
      IHandles<ChangePolicy, PolicyResult>, IHandles<WithdrawPolicy, PolicyResult>,
      IHandles<Complain, ComplainResult>, IHandles<OpenCase, CaseResult>,
      IHandles<RecordEvidence, CaseResult>, IHandles<StepCase, CaseResult>,
      IHandles<DecideCase, CaseResult>, IHandles<FileAppeal, AppealResult>,
      IHandles<DecideAppeal, AppealResult>
{
    private readonly MarketState _state;
    private readonly EngineStores _stores;
    private readonly EngineListings _listings;
    private readonly EngineCheckouts _checkouts;
    private readonly EnginePayments _payments;
    private readonly EngineClosings _closings;
    private readonly EngineRatings _ratings;
    private readonly EngineSteps _steps;
    private readonly EngineRefunds _refunds;
    private readonly EngineDisputes _disputes;
    private readonly EngineTransfers _transfers;
    private readonly EngineCases _cases;
    private readonly EngineDeadlines _falling;

    /// <summary>An empty market under a policy.</summary>
    /// <exception cref="ArgumentException">The policy has numbers that are not allowed.</exception>
    public Market(Policy policy, MarketSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Validate() is [var problem, ..])
        {
            throw new ArgumentException($"The policy cannot be used: {problem}", nameof(policy));
        }

        _state = new MarketState(policy, size ?? new MarketSize());
        _stores = new EngineStores(_state);
        _listings = new EngineListings(_state);
        _checkouts = new EngineCheckouts(_state);
        _closings = new EngineClosings(_state);
        _payments = new EnginePayments(_state, _closings);
        _ratings = new EngineRatings(_state);
        _steps = new EngineSteps(_state, _closings, _ratings);
        _refunds = new EngineRefunds(_state, _closings);
        _disputes = new EngineDisputes(_state, _refunds, _steps);
        _transfers = new EngineTransfers(_state);
        _cases = new EngineCases(_state);
        _falling = new EngineDeadlines(_state, _closings, _steps);
    }

    /// <summary>The numbers of the rules, as they are now.</summary>
    public Policy Policy => _state.Policy;

    /// <summary>The moment the market has reached.</summary>
    public DateTimeOffset Now => _state.Now;

    /// <summary>Who watches; set it before the first command.</summary>
    public IMarketObserver? Observer
    {
        get => _state.Observer;
        set => _state.Observer = value;
    }

    /// <summary>Gets every command before it is carried out; set it before the first one.</summary>
    public CommandLog? Log
    {
        get;
        set
        {
            field = value;
            value?.Begin(Policy);
        }
    }

    /// <summary>What can be asked without changing anything.</summary>
    public MarketView View => new(_state);

    internal MarketState State => _state;

    /// <summary>Room for the lines of the command that is being read.</summary>
    internal CartLine[] LinesRead { get; } = new CartLine[FieldReader.LinesMax];

    /// <summary>
    /// Lets time pass: what is due by this moment happens in its order, each at its own moment.
    /// </summary>
    /// <remarks>
    /// Time goes from 2001 to 2060 and not back: an earlier moment is taken as the present one.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The moment is after 2059.</exception>
    public void AdvanceTo(DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(now, MarketState.LastMoment);
        var ms = now.ToUnixTimeMilliseconds();
        if (ms <= _state.Now.ToUnixTimeMilliseconds())
        {
            return;
        }

        Log?.AdvanceTo(now);
        while (_state.Deadlines.TryTake(ms, out var deadline))
        {
            _state.Now = DateTimeOffset.FromUnixTimeMilliseconds(
                Math.Max(deadline.AtMs, _state.Now.ToUnixTimeMilliseconds()));
            _falling.Fall(deadline);
        }

        _state.Now = DateTimeOffset.FromUnixTimeMilliseconds(ms);
    }

    /// <inheritdoc/>
    public OpenStoreResult Do(in OpenStore command) => Logged(command, _stores).Open(command.Application);

    /// <inheritdoc/>
    public StoreResult Do(in StepStore command) =>
        Logged(command).Requests.Past(command, out StoreResult past) ? past
            : _state.Requests.Noted(command, _stores.Step(command));

    /// <inheritdoc/>
    public StoreResult Do(in SetCoupon command) =>
        Logged(command).Requests.Past(command, out StoreResult past) ? past
            : _state.Requests.Noted(command, _stores.Set(command));

    /// <inheritdoc/>
    public ListingResult Do(in Publish command) =>
        Logged(command, _listings).Publish(command.Id, command.Terms);

    /// <inheritdoc/>
    public ListingResult Do(in Reprice command) =>
        Logged(command).Requests.Past(command, out ListingResult past) ? past
            : _state.Requests.Noted(command, _listings.Reprice(command.Id, command.Price));

    /// <inheritdoc/>
    public ListingResult Do(in Restock command) =>
        Logged(command, _listings).Restock(command.Id, command.UnitsInTotal);

    /// <inheritdoc/>
    public ListingResult Do(in Withdraw command) => Logged(command, _listings).Withdraw(command.Id);

    /// <inheritdoc/>
    public CartResult Do(in PutInCart command) =>
        Logged(command).Requests.Past(command, out CartResult past) ? past
            : _state.Requests.Noted(command, _listings.PutInCart(command.Buyer, command.Line));

    /// <inheritdoc/>
    public CartResult Do(in RemoveFromCart command) =>
        Logged(command).Requests.Past(command, out CartResult past) ? past
            : _state.Requests.Noted(command, _listings.RemoveFromCart(command.Buyer, command.Listing));

    /// <inheritdoc/>
    public CheckoutAnswer Do(in Checkout command)
    {
        Log?.Add(command);
        return _checkouts.Checkout(command.Id, command.Lines.Span);
    }

    /// <inheritdoc/>
    public PayAnswer Do(in Pay command)
    {
        Log?.Add(command);
        return _payments.Pay(command.Id, command.Channel);
    }

    /// <inheritdoc/>
    public PayAnswer Do(in PayBalance command)
    {
        Log?.Add(command);
        return _payments.PayBalance(command.Id, command.Channel);
    }

    /// <inheritdoc/>
    public OrderResult Do(in StepOrder command)
    {
        Log?.Add(command);
        return _steps.Take(command.Id, command.Step);
    }

    /// <inheritdoc/>
    public RefundAnswer Do(in Refund command)
    {
        Log?.Add(command);
        return _refunds.Refund(command.Id, command.Line, command.UnitsInTotal);
    }

    /// <inheritdoc/>
    public OrderResult Do(in OpenDispute command) => Logged(command, _disputes).Open(command.Id);

    /// <inheritdoc/>
    public OrderResult Do(in ResolveDispute command) => Logged(command, _disputes).ResolveDispute(command);

    /// <inheritdoc/>
    public RateResult Do(in Rate command)
    {
        Log?.Add(command);
        return _ratings.Rate(command.Id, SideRating.OfStore(command.Rating));
    }

    /// <inheritdoc/>
    public RateResult Do(in RateBuyer command) =>
        Logged(command, _ratings).Rate(command.Id, SideRating.OfBuyer(command.Verdict));

    /// <inheritdoc/>
    public TransferResult Do(in Move command) => Logged(command, _transfers).Move(command);

    /// <inheritdoc/>
    public FlipResult Do(in Flip command) =>
        Logged(command).Requests.Past(command, out FlipResult past) ? past
            : _state.Requests.Noted(command, _state.Flip(command));

    /// <inheritdoc/>
    public PolicyResult Do(in ChangePolicy command) =>
        Logged(command).Requests.Past(command, out PolicyResult past) ? past
            : _state.Requests.Noted(command, _state.ChangePolicy(command));

    /// <inheritdoc/>
    public PolicyResult Do(in WithdrawPolicy command) =>
        Logged(command).Requests.Past(command, out PolicyResult past) ? past
            : _state.Requests.Noted(command, _state.WithdrawPolicy(command));

    /// <inheritdoc/>
    public ComplainResult Do(in Complain command) => Logged(command, _cases).Complain(command);

    /// <inheritdoc/>
    public CaseResult Do(in OpenCase command) =>
        Logged(command).Requests.Past(command, out CaseResult past) ? past
            : _state.Requests.Noted(command, _cases.Open(command));

    /// <inheritdoc/>
    public CaseResult Do(in RecordEvidence command) => Logged(command, _cases).Record(command);

    /// <inheritdoc/>
    public CaseResult Do(in StepCase command) => Logged(command, _cases).Step(command);

    /// <inheritdoc/>
    public CaseResult Do(in DecideCase command) => Logged(command, _cases).Decide(command);

    /// <inheritdoc/>
    public AppealResult Do(in FileAppeal command) => Logged(command, _cases).File(command);

    /// <inheritdoc/>
    public AppealResult Do(in DecideAppeal command) => Logged(command, _cases).Decide(command);

    private MarketState Logged<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand> => Logged(command, _state);

    private TProcess Logged<TCommand, TProcess>(in TCommand command, TProcess process)
        where TCommand : struct, ICommand<TCommand>
    {
        Log?.Add(command);
        return process;
    }

    /// <summary>
    /// Writes the whole state, for <see cref="Load"/> under the first policy and the same size.
    /// </summary>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _state.Save(writer);
    }

    /// <summary>A market in the state that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such state.</exception>
    public static Market Load(StateReader reader, Policy policy, MarketSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var market = new Market(policy, size);
        market._state.Load(reader);
        return market;
    }

    /// <summary>A SHA-256 of the whole state, in lower-case hexadecimal.</summary>
    public string StateHash() => _state.Hash();

    /// <summary>
    /// Counts everything again from the orders up and compares it with what the market keeps.
    /// </summary>
    public AuditReport Audit() => new MarketAudit(_state).Run();
}
