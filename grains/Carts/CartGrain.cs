namespace FlashSale.Grains;

/// <summary>A buyer's cart and open orders, and the processes over them.</summary>
/// <remarks>
/// One request at a time; each begins with what is due. When anything goes wrong on the way the activation
/// ends, and the next one finishes what was begun (see <see cref="ClusterRecovery"/>).
/// </remarks>
internal sealed class CartGrain(GrainRoom room, StockRoutes routes)
    : Grain, ICartGrain, ICommandTurns,
      ICarries<PutInCart, CartResult>, ICarries<RemoveFromCart, CartResult>,
      ICarries<Checkout, CheckoutAnswer>, ICarries<Pay, PayAnswer>, ICarries<PayBalance, PayAnswer>,
      ICarries<StepOrder, OrderResult>, ICarries<Refund, RefundAnswer>,
      ICarries<OpenDispute, OrderResult>, ICarries<ResolveDispute, OrderResult>,
      ICarries<Rate, RateResult>, ICarries<RateBuyer, RateResult>, ICarries<Complain, ComplainResult>
{
    /// <summary>Checkouts with an order to which time does something.</summary>
    public static RowTable Table { get; } = new(RowKind.Checkout)
    {
        Wake = (room, owner) => room.Grains.Cart(new BuyerId((int)owner)).Wake(),
    };

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private CartScope _scope = null!;
    private ClusterCheckouts _checkouts = null!;
    private ClusterPayments _payments = null!;
    private ClusterSteps _steps = null!;
    private ClusterRefunds _refunds = null!;
    private ClusterDisputes _disputes = null!;
    private ClusterRatings _ratings = null!;
    private ClusterComplaints _complaints = null!;
    private bool _isBroken;

    private BuyerId Buyer => new((int)this.GetPrimaryKeyLong());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var rows = room.RowsOf(this);
        _scope = new CartScope(
            room,
            new BuyerBook(room, rows, Buyer),
            new OrderEvents(room, rows, Buyer),
            new BuyerMoney(room, Buyer),
            new HeldUnits(room, routes, Buyer),
            new TrailRows(rows));
        _checkouts = new ClusterCheckouts(_scope);
        _payments = new ClusterPayments(_scope);
        _refunds = new ClusterRefunds(_scope);
        _ratings = new ClusterRatings(_scope);
        _complaints = new ClusterComplaints(_scope);
        _steps = new ClusterSteps(_scope, _refunds, _ratings);
        _disputes = new ClusterDisputes(_scope, _refunds, _steps);
        await Task.WhenAll(_scope.Book.Load(), _scope.Events.Load());
        await new ClusterRecovery(_scope, _payments, _steps, _refunds).Run();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(
        DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (!_isBroken)
        {
            await _scope.Money.Tell(); // else the accounts ask
        }
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<CartGrain>.Do(this, command);

    public async Task<CartResult> Do(PutInCart command)
    {
        var (lines, line) = (_scope.Book.Lines.ToArray(), command.Line);
        var request = KeyedRequest.Of<PutInCart, CartResult>(command);
        if (_scope.Book.Past(request) is { } past)
        {
            return past;
        }

        if (CartProcess.Answer(lines, line) is { } known)
        {
            return known == CartResult.Changed ? await Change(lines, request) : known;
        }

        var quote = await _scope.Units.Quote(line.Listing);
        var isForSale = quote.Exists && !quote.Listing.IsWithdrawn;
        var hasBuyer = room.Limits.Has(Buyer);
        if (CartProcess.Refuse(lines, line, isForSale, hasBuyer, room.Policy.Carts) is { } refusal)
        {
            return refusal;
        }

        var at = Cart.Find(lines, line.Listing);
        lines = at < 0 ? [.. lines, line] : lines;
        lines[at < 0 ? lines.Length - 1 : at] = line;
        return await Change(lines, request);
    }

    public async Task<CartResult> Do(RemoveFromCart command)
    {
        var request = KeyedRequest.Of<RemoveFromCart, CartResult>(command);
        if (_scope.Book.Past(request) is { } past)
        {
            return past;
        }

        var lines = _scope.Book.Lines.ToArray();
        var at = Cart.Find(lines, command.Listing);
        return await Change(at < 0 ? lines : lines[..Cart.RemoveAt(lines, at)], request);
    }

    public Task<CartLine[]> Lines() => Task.FromResult(_scope.Book.Lines.ToArray());

    public Task<CheckoutAnswer> Do(Checkout command) =>
        _checkouts.Checkout(command.Id, command.Lines.ToArray());

    public Task<PayAnswer> Do(Pay command) => _payments.Pay(command.Id, command.Channel);

    public Task<PayAnswer> Do(PayBalance command) => _payments.PayBalance(command.Id, command.Channel);

    public Task<OrderResult> Do(StepOrder command) => _steps.Step(command.Id, command.Step);

    public Task<RefundAnswer> Do(Refund command) =>
        _refunds.Refund(command.Id, command.Line, command.UnitsInTotal);

    public Task<OrderResult> Do(OpenDispute command) => _disputes.Open(command.Id);

    public Task<OrderResult> Do(ResolveDispute command) =>
        _disputes.ResolveDispute(command);

    public Task<RateResult> Do(Rate command) => _ratings.Rate(command.Id, SideRating.OfStore(command.Rating));

    public Task<RateResult> Do(RateBuyer command) =>
        _ratings.Rate(command.Id, SideRating.OfBuyer(command.Verdict));

    public Task<ComplainResult> Do(Complain command) => _complaints.Complain(command);

    public Task<OrderView?> Find(OrderId id) => Turn(async () =>
    {
        var order = await _scope.Book.Find(id);
        return order is null ? null : OrderPast.View(order);
    });

    public Task Wake() => Turn(async () =>
    {
        await _scope.Money.Tell();
        return true;
    });

    public async Task<HoldFate> FateOf(OrderId order, ListingId listing)
    {
        if (_checkouts.IsUnderWay(order.Checkout))
        {
            return new HoldFate(HoldStep.Keep, room.Now + Grace, 0);
        }

        var row = await _scope.Book.Find(order.Checkout);
        var found = row is not null && order.Part < row.Orders.Length ? row.Orders[order.Part] : null;
        var at = found is null ? -1 : Array.FindIndex(found.Lines, line => line.Listing == listing);
        if (at < 0)
        {
            return new HoldFate(HoldStep.Release, default, 0);
        }

        var returned = found!.Lines[at].Returned;
        return found.Order.Status switch
        {
            OrderStatus.Closed => new HoldFate(HoldStep.Release, default, returned),
            OrderStatus.Placed or OrderStatus.DepositPaid =>
                new HoldFate(HoldStep.Keep, found.Due(room.Policies)!.Value + Grace, returned),
            _ => new HoldFate(HoldStep.Commit, default, returned),
        };
    }

    /// <summary>One command, unless nothing is admitted now.</summary>
    public async Task<Answer> Turn<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct
    {
        if (room.IsPaused || room.Festival.IsBehind)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        try
        {
            await Begin();
            return Answer.Of(await ((ICarries<TCommand, TAnswer>)(object)this).Do(command));
        }
        catch
        {
            End();
            throw;
        }
    }

    private async Task<CartResult> Change(CartLine[] lines, KeyedRequest request)
    {
        var isKept = !request.Id.IsNone && room.Limits.Has(Buyer);
        if (isKept || !_scope.Book.Lines.SequenceEqual(lines))
        {
            _scope.Book.Put(lines, request);
            await _scope.Book.Save();
        }

        return CartResult.Changed;
    }

    private async Task<T> Turn<T>(Func<Task<T>> request)
    {
        if (room.Festival.IsBehind)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        try
        {
            await Begin();
            return await request();
        }
        catch
        {
            End();
            throw;
        }
    }

    /// <summary>Each request begins with what is due.</summary>
    private Task Begin() => _isBroken
        ? throw new GrainFaultException("The cart is being loaded again; send the request again.")
        : _steps.CatchUp();

    /// <summary>An activation in doubt ends.</summary>
    private void End()
    {
        _isBroken = true;
        DeactivateOnIdle();
    }
}
