namespace FlashSale.Engine;

/// <summary>
/// The whole market in one process and one thread: every command of the port, carried out at once on dense
/// tables.
/// </summary>
/// <remarks>
/// It has no clock, no chance and no I/O. The same commands give the same state and the same answers, so that
/// a journal of commands is the market. Not for several threads at once.
/// </remarks>
public sealed class Market
{
    private readonly MarketState _state;
    private readonly Opening _opening;
    private readonly Publishing _publishing;
    private readonly Placing _placing;
    private readonly Paying _paying;
    private readonly Closing _closing;
    private readonly Fulfilment _fulfilment;
    private readonly Refunding _refunding;
    private readonly Disputing _disputing;
    private readonly Transferring _transferring;
    private readonly FallingDue _falling;

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
        _opening = new Opening(_state);
        _publishing = new Publishing(_state);
        _placing = new Placing(_state);
        _closing = new Closing(_state);
        _paying = new Paying(_state, _closing);
        _fulfilment = new Fulfilment(_state);
        _refunding = new Refunding(_state, _closing);
        _disputing = new Disputing(_state, _refunding, _fulfilment);
        _transferring = new Transferring(_state);
        _falling = new FallingDue(_state, _closing, _fulfilment);
    }

    /// <summary>The numbers of the rules.</summary>
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
    public ICommandLog? Log
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

    /// <summary>Opens a store and pays its deposit (rules STO-1, STO-3, STO-4).</summary>
    public OpenStoreResult OpenStore(in StoreApplication application)
    {
        Log?.OpenStore(application);
        return _opening.Open(application);
    }

    /// <summary>Takes a step in a store's life (rule STO-1).</summary>
    public StoreResult StepStore(StoreId id, StoreStep step)
    {
        Log?.StepStore(id, step);
        return _opening.Step(id, step);
    }

    /// <summary>
    /// Sets the coupon that a store gives to all its buyers; zero amounts take it away (rule CRT-2).
    /// </summary>
    public StoreResult SetCoupon(StoreId id, Coupon coupon)
    {
        Log?.SetCoupon(id, coupon);
        return _opening.SetCoupon(id, coupon);
    }

    /// <summary>Puts a listing on sale (rules LST-1, LST-3).</summary>
    public ListingResult Publish(ListingId id, ListingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Log?.Publish(id, terms);
        return _publishing.Publish(id, terms);
    }

    /// <summary>Changes a listing's price; orders already placed keep theirs.</summary>
    public ListingResult Reprice(ListingId id, Money price)
    {
        Log?.Reprice(id, price);
        return _publishing.Reprice(id, price);
    }

    /// <summary>Brings the units ever put up for sale up to a number: a repeat changes nothing.</summary>
    public ListingResult Restock(ListingId id, int unitsInTotal)
    {
        Log?.Restock(id, unitsInTotal);
        return _publishing.Restock(id, unitsInTotal);
    }

    /// <summary>Takes a listing off sale.</summary>
    public ListingResult Withdraw(ListingId id)
    {
        Log?.Withdraw(id);
        return _publishing.Withdraw(id);
    }

    /// <summary>Puts a line into a buyer's cart, in the place of the listing's line (rule CRT-1).</summary>
    public CartResult PutInCart(BuyerId buyer, in CartLine line)
    {
        Log?.PutInCart(buyer, line);
        return _publishing.PutInCart(buyer, line);
    }

    /// <summary>Takes a listing out of a buyer's cart.</summary>
    public CartResult RemoveFromCart(BuyerId buyer, ListingId listing)
    {
        Log?.RemoveFromCart(buyer, listing);
        _state.Carts.Remove(buyer, listing);
        return CartResult.Changed;
    }

    /// <summary>
    /// Places one order per store for these lines, or nothing (rules CRT-1, CRT-2, INV-1, INV-3, ORD-4).
    /// </summary>
    /// <remarks>The lines leave the buyer's cart when the orders are placed.</remarks>
    public CheckoutAnswer Checkout(CheckoutId id, ReadOnlySpan<CartLine> lines)
    {
        Log?.Checkout(id, lines);
        return _placing.Checkout(id, lines);
    }

    /// <summary>
    /// Pays a checkout's orders in one payment; of a presale, the deposit (rules CRT-1, ESC-1).
    /// </summary>
    public PayAnswer Pay(CheckoutId id, PaymentChannel channel)
    {
        Log?.Pay(id, channel);
        return _paying.Pay(id, channel);
    }

    /// <summary>Pays the balance of a presale (rule LST-3).</summary>
    public PayAnswer PayBalance(CheckoutId id, PaymentChannel channel)
    {
        Log?.PayBalance(id, channel);
        return _paying.PayBalance(id, channel);
    }

    /// <summary>Takes a step that a person takes with an order: cancel, ship, deliver, confirm.</summary>
    public OrderResult StepOrder(OrderId id, OrderStep step)
    {
        Log?.StepOrder(id, step);
        return step switch
        {
            OrderStep.Cancel => _closing.Cancel(id),
            OrderStep.Ship or OrderStep.Deliver => _fulfilment.Take(id, step),
            OrderStep.Confirm => _fulfilment.Confirm(id),
            _ => OrderResult.NotAllowed,
        };
    }

    /// <summary>Refunds a line up to a number of units (rules ORD-3, CRT-2).</summary>
    public RefundAnswer Refund(OrderId id, int line, int unitsInTotal)
    {
        Log?.Refund(id, line, unitsInTotal);
        return _refunding.Refund(id, line, unitsInTotal);
    }

    /// <summary>Opens a dispute (rules ORD-2, ORD-3).</summary>
    public OrderResult OpenDispute(OrderId id)
    {
        Log?.OpenDispute(id);
        return _disputing.OpenDispute(id);
    }

    /// <summary>Ends a dispute for one side (rule ORD-3).</summary>
    public OrderResult ResolveDispute(OrderId id, bool forBuyer)
    {
        Log?.ResolveDispute(id, forBuyer);
        return _disputing.ResolveDispute(id, forBuyer);
    }

    /// <summary>The buyer rates the store of an order (rules REP-1, REP-2, REP-4).</summary>
    public RateResult Rate(OrderId id, in Rating rating)
    {
        Log?.Rate(id, rating);
        return rating == default ? RateResult.BadVerdict : _fulfilment.Rate(id, rating);
    }

    /// <summary>The store rates the buyer of an order (rule REP-2).</summary>
    public RateResult RateBuyer(OrderId id, CreditRating verdict)
    {
        Log?.RateBuyer(id, verdict);
        return Enum.IsDefined(verdict) ? _fulfilment.RateBuyer(id, verdict) : RateResult.BadVerdict;
    }

    /// <summary>Moves money that is no part of an order (rules ESC-4, ESC-6, STO-3).</summary>
    public TransferResult Move(in Transfer transfer)
    {
        Log?.Move(transfer);
        return _transferring.Move(transfer);
    }

    /// <summary>Flips a degradation switch (rules CAP-2, IDN-5).</summary>
    public FlipResult Flip(in SwitchCommand command)
    {
        Log?.Flip(command);
        return _state.Flip(command);
    }

    /// <summary>Changes the numbers of the rules from now on (rule GOV-1); what was promised stays.</summary>
    /// <remarks>Reputation keeps its own numbers.</remarks>
    /// <exception cref="ArgumentException">
    /// The policy has numbers that are not allowed, or other categories.
    /// </exception>
    public void ChangePolicy(Policy policy)
    {
        _state.ChangePolicy(policy); // first: what cannot follow is an exception and not written down
        Log?.ChangePolicy(policy);
    }

    /// <summary>Writes the whole state, for <see cref="Load"/> under the same policy and size.</summary>
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

    /// <summary>
    /// A SHA-256 of the whole state, in lower-case hexadecimal: the same commands give the same hash
    /// everywhere.
    /// </summary>
    public string StateHash() => _state.Hash();

    /// <summary>
    /// Counts everything again from the orders up and compares it with what the market keeps.
    /// </summary>
    public AuditReport Audit() => new MarketAudit(_state).Run();
}
