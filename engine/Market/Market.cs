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
      IHandles<DecideAppeal, AppealResult>,
      IHandles<ApplyForCertificate, CertificationResult>, IHandles<HandIn, CertificationResult>,
      IHandles<DecideCheck, CertificationResult>, IHandles<WithdrawApplication, CertificationResult>,
      IHandles<SummonStore, CertificationResult>, IHandles<ListIdentity, CertificationResult>,
      IHandles<ScoreListing, PublicationResult>, IHandles<AnswerWarning, PublicationResult>,
      IHandles<ReviewListing, PublicationResult>, IHandles<ListBrand, PublicationResult>
{
    private readonly MarketState _state;
    private readonly EngineParts _parts;

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
        _parts = new EngineParts(_state);
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
        _parts.Falling.FallUntil(ms);
        _state.Now = DateTimeOffset.FromUnixTimeMilliseconds(ms);
    }

    /// <inheritdoc/>
    public OpenStoreResult Do(in OpenStore command) =>
        Logged(command, _parts.Stores).Open(command.Application);

    /// <inheritdoc/>
    public StoreResult Do(in StepStore command) => Once(command, _parts.Stores.Step);

    /// <inheritdoc/>
    public StoreResult Do(in SetCoupon command) => Once(command, _parts.Stores.Set);

    /// <inheritdoc/>
    public ListingResult Do(in Publish command) =>
        Logged(command, _parts.Listings).Publish(command.Id, command.Terms);

    /// <inheritdoc/>
    public ListingResult Do(in Reprice command) =>
        Logged(command).Requests.Past(command, out ListingResult past) ? past
            : _state.Requests.Noted(command, _parts.Listings.Reprice(command.Id, command.Price));

    /// <inheritdoc/>
    public ListingResult Do(in Restock command) =>
        Logged(command, _parts.Listings).Restock(command.Id, command.UnitsInTotal);

    /// <inheritdoc/>
    public ListingResult Do(in Withdraw command) => Logged(command, _parts.Listings).Withdraw(command.Id);

    /// <inheritdoc/>
    public CartResult Do(in PutInCart command) =>
        Logged(command).Requests.Past(command, out CartResult past) ? past
            : _state.Requests.Noted(command, _parts.Listings.PutInCart(command.Buyer, command.Line));

    /// <inheritdoc/>
    public CartResult Do(in RemoveFromCart command) =>
        Logged(command).Requests.Past(command, out CartResult past) ? past
            : _state.Requests.Noted(command, _parts.Listings.RemoveFromCart(command.Buyer, command.Listing));

    /// <inheritdoc/>
    public CheckoutAnswer Do(in Checkout command)
    {
        Log?.Add(command);
        return _parts.Checkouts.Checkout(command.Id, command.Lines.Span);
    }

    /// <inheritdoc/>
    public PayAnswer Do(in Pay command)
    {
        Log?.Add(command);
        return _parts.Payments.Pay(command.Id, command.Channel);
    }

    /// <inheritdoc/>
    public PayAnswer Do(in PayBalance command)
    {
        Log?.Add(command);
        return _parts.Payments.PayBalance(command.Id, command.Channel);
    }

    /// <inheritdoc/>
    public OrderResult Do(in StepOrder command) =>
        Logged(command, _parts.Steps).Take(command.Id, command.Step);

    /// <inheritdoc/>
    public RefundAnswer Do(in Refund command) =>
        Logged(command, _parts.Refunds).Refund(command.Id, command.Line, command.UnitsInTotal);

    /// <inheritdoc/>
    public OrderResult Do(in OpenDispute command) => Logged(command, _parts.Disputes).Open(command.Id);

    /// <inheritdoc/>
    public OrderResult Do(in ResolveDispute command) =>
        Logged(command, _parts.Disputes).ResolveDispute(command);

    /// <inheritdoc/>
    public RateResult Do(in Rate command) =>
        Logged(command, _parts.Ratings).Rate(command.Id, SideRating.OfStore(command.Rating));

    /// <inheritdoc/>
    public RateResult Do(in RateBuyer command) =>
        Logged(command, _parts.Ratings).Rate(command.Id, SideRating.OfBuyer(command.Verdict));

    /// <inheritdoc/>
    public TransferResult Do(in Move command) => Logged(command, _parts.Transfers).Move(command);

    /// <inheritdoc/>
    public FlipResult Do(in Flip command) => Once(command, _state.Flip);

    /// <inheritdoc/>
    public PolicyResult Do(in ChangePolicy command) => Once(command, _state.ChangePolicy);

    /// <inheritdoc/>
    public PolicyResult Do(in WithdrawPolicy command) => Once(command, _state.WithdrawPolicy);

    /// <inheritdoc/>
    public ComplainResult Do(in Complain command) => Logged(command, _parts.Cases).Complain(command);

    /// <inheritdoc/>
    public CaseResult Do(in OpenCase command) => Once(command, _parts.Cases.Open);

    /// <inheritdoc/>
    public CaseResult Do(in RecordEvidence command) => Logged(command, _parts.Cases).Record(command);

    /// <inheritdoc/>
    public CaseResult Do(in StepCase command) => Logged(command, _parts.Cases).Step(command);

    /// <inheritdoc/>
    public CaseResult Do(in DecideCase command) => Logged(command, _parts.Cases).Decide(command);

    /// <inheritdoc/>
    public AppealResult Do(in FileAppeal command) => Logged(command, _parts.Cases).File(command);

    /// <inheritdoc/>
    public AppealResult Do(in DecideAppeal command) => Logged(command, _parts.Cases).Decide(command);

    /// <inheritdoc/>
    public CertificationResult Do(in ApplyForCertificate command) =>
        Once(command, _parts.Certifications.Apply);

    /// <inheritdoc/>
    public CertificationResult Do(in HandIn command) => Once(command, _parts.Certifications.HandIn);

    /// <inheritdoc/>
    public CertificationResult Do(in DecideCheck command) => Once(command, _parts.Certifications.Decide);

    /// <inheritdoc/>
    public CertificationResult Do(in WithdrawApplication command) =>
        Once(command, _parts.Certifications.Withdraw);

    /// <inheritdoc/>
    public CertificationResult Do(in SummonStore command) => Once(command, _parts.Certifications.Summon);

    /// <inheritdoc/>
    public CertificationResult Do(in ListIdentity command) => Once(command, _parts.Certifications.List);

    /// <inheritdoc/>
    public PublicationResult Do(in ScoreListing command) => Once(command, _parts.Publications.Score);

    /// <inheritdoc/>
    public PublicationResult Do(in AnswerWarning command) => Once(command, _parts.Publications.Answer);

    /// <inheritdoc/>
    public PublicationResult Do(in ReviewListing command) => Once(command, _parts.Publications.Review);

    /// <inheritdoc/>
    public PublicationResult Do(in ListBrand command) => Once(command, _parts.Publications.List);

    private MarketState Logged<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand> => Logged(command, _state);

    private TProcess Logged<TCommand, TProcess>(in TCommand command, TProcess process)
        where TCommand : struct, ICommand<TCommand>
    {
        Log?.Add(command);
        return process;
    }

    // A command that has a name is carried out once (rule ORD-4).
    private TAnswer Once<TCommand, TAnswer>(in TCommand command, Named<TCommand, TAnswer> act)
        where TCommand : struct, IKeyedCommand<TCommand, TAnswer>
        where TAnswer : struct, Enum =>
        Logged(command).Requests.Past(command, out TAnswer past) ? past
            : _state.Requests.Noted(command, act(command));

    private delegate TAnswer Named<TCommand, TAnswer>(in TCommand command);

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
