namespace FlashSale.Grains;

/// <summary>A buyer's cart and open orders, and the processes over them.</summary>
/// <remarks>
/// One request at a time; each begins with what is due. When anything goes wrong on the way the activation
/// ends, and the next one finishes what was begun (see <see cref="Recovery"/>).
/// </remarks>
internal sealed class CartGrain(GrainRoom room, StockRoutes routes) : Grain, ICartGrain
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
    private bool _isBroken;

    private BuyerId Buyer => new((int)this.GetPrimaryKeyLong());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var rows = room.RowsOf(this);
        _scope = new CartScope(
            room,
            new CartBook(room, rows, Buyer),
            new OrderEvents(room, rows, Buyer),
            new BuyerMoney(room, Buyer),
            new HeldUnits(room, routes, Buyer));
        _checkouts = new ClusterCheckouts(_scope);
        _payments = new ClusterPayments(_scope);
        _refunds = new ClusterRefunds(_scope);
        _ratings = new ClusterRatings(_scope);
        _steps = new ClusterSteps(_scope, _refunds, _ratings);
        _disputes = new ClusterDisputes(_scope, _refunds, _steps);
        await Task.WhenAll(_scope.Book.Load(), _scope.Events.Load());
        await new Recovery(_scope, _payments, _steps, _refunds).Run();
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

    public Task<CartResult> Put(CartLine line, KeyedRequest request) => Turn(async () =>
    {
        if (_scope.Book.Past(request) is { } past)
        {
            return past;
        }

        if (!line.IsSound)
        {
            return CartResult.BadLine;
        }

        if (Repeats.IsInCart(_scope.Book.Lines, line))
        {
            return await Change(_scope.Book.Lines.ToArray(), request);
        }

        var quote = await _scope.Units.Quote(line.Listing);
        if (!quote.Exists || quote.Listing.IsWithdrawn)
        {
            return CartResult.NotForSale;
        }

        if (Buyer.Value < 0 || Buyer.Value >= room.Limits.BuyersMax)
        {
            return CartResult.UnknownBuyer;
        }

        var lines = _scope.Book.Lines.ToArray();
        var at = Cart.Find(lines, line.Listing);
        if (at < 0 && lines.Length >= room.Policy.Carts.LinesMax)
        {
            return CartResult.Full;
        }

        lines = at < 0 ? [.. lines, line] : lines;
        lines[at < 0 ? lines.Length - 1 : at] = line;
        return await Change(lines, request);
    });

    public Task<CartResult> Remove(ListingId listing, KeyedRequest request) => Turn(async () =>
    {
        if (_scope.Book.Past(request) is { } past)
        {
            return past;
        }

        var lines = _scope.Book.Lines.ToArray();
        var at = Cart.Find(lines, listing);
        return await Change(at < 0 ? lines : lines[..Cart.RemoveAt(lines, at)], request);
    });

    public Task<CartLine[]> Lines() => Task.FromResult(_scope.Book.Lines.ToArray());

    public Task<CheckoutAnswer> Checkout(CheckoutId id, ReadOnlyMemory<CartLine> lines) =>
        Turn(() => _checkouts.Checkout(id, lines.ToArray()));

    public Task<PayAnswer> Pay(CheckoutId id, PaymentChannel channel) =>
        Turn(() => _payments.Pay(id, channel));

    public Task<PayAnswer> PayBalance(CheckoutId id, PaymentChannel channel) =>
        Turn(() => _payments.PayBalance(id, channel));

    public Task<OrderResult> Step(OrderId id, OrderStep step) => Turn(() => _steps.Step(id, step));

    public Task<RefundAnswer> Refund(OrderId id, int line, int unitsInTotal) =>
        Turn(() => _refunds.Refund(id, line, unitsInTotal));

    public Task<OrderResult> OpenDispute(OrderId id) => Turn(() => _disputes.Open(id));

    public Task<OrderResult> ResolveDispute(OrderId id, bool forBuyer) =>
        Turn(() => _disputes.ResolveDispute(id, forBuyer));

    public Task<RateResult> Rate(OrderId id, Rating rating) =>
        Turn(() => _ratings.Rate(id, SideRating.OfStore(rating)));

    public Task<RateResult> RateBuyer(OrderId id, CreditRating verdict) =>
        Turn(() => _ratings.Rate(id, SideRating.OfBuyer(verdict)));

    public Task<OrderView?> Find(OrderId id) => Turn(async () =>
    {
        var order = await _scope.Book.Find(id);
        return order is null ? null : OrderPast.View(order);
    }, isOfMarket: true);

    public Task Wake() => Turn(async () =>
    {
        await _scope.Money.Tell();
        return true;
    }, isOfMarket: true);

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
                new HoldFate(HoldStep.Keep, found.Due(room.Policy)!.Value + Grace, returned),
            _ => new HoldFate(HoldStep.Commit, default, returned),
        };
    }

    private async Task<CartResult> Change(CartLine[] lines, KeyedRequest request)
    {
        var isKept = !request.Id.IsNone && Buyer.Value >= 0 && Buyer.Value < room.Limits.BuyersMax;
        if (isKept || !_scope.Book.Lines.SequenceEqual(lines))
        {
            _scope.Book.Put(lines, request);
            await _scope.Book.Save();
        }

        return CartResult.Changed;
    }

    /// <summary>One request: what is due first; an activation in doubt ends.</summary>
    private async Task<T> Turn<T>(Func<Task<T>> request, bool isOfMarket = false)
    {
        if (room.IsPaused && !isOfMarket)
        {
            throw new MarketBusyException(TimeSpan.FromSeconds(1));
        }

        if (_isBroken)
        {
            throw new GrainFaultException("The cart is being loaded again; send the request again.");
        }

        try
        {
            await _steps.CatchUp();
            return await request();
        }
        catch
        {
            _isBroken = true;
            DeactivateOnIdle();
            throw;
        }
    }
}
