using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Reads the results of a run out of its market: the ending, and the rows for run.sqlite.</summary>
internal sealed class RunBooks(Run run)
{
    private const int HotListingsShown = 10;

    private readonly World _world = run.World;
    private readonly MarketView _market = run.Market.View;

    /// <summary>The rows of all tables, read when they are asked for.</summary>
    public RunTables Tables() => new()
    {
        OrderCount = _market.Orders.Placed,
        Recorder = run.Recorder,
        EndAtMs = Math.Max(0, run.NowMs),
        FirstHot = _world.Assortment.FirstHot,
        Orders = Orders(),
        Refunds = run.Recorder.Traces.Refunds.Select(RowOf),
        Lines = _market.AllOrders().SelectMany(LinesOf),
        Ratings = _market.AllVerdicts().Where(verdict => verdict.Points is not null).Select(RowOf),
        Stores = Stores(),
        Listings = Enumerable.Range(0, _market.Listings).Select(listing =>
            RunListingRow(new ListingId(listing))),
        Movements = Enum.GetValues<MovementKind>().Select(RowOf),
    };

    /// <summary>The names of the kinds of account, in their order.</summary>
    public static IReadOnlyList<string> AccountNames { get; } =
        [.. Enum.GetValues<AccountKind>().Select(NameOf)];

    /// <summary>Paid, held, released and refunded over all orders (rule ESC-3), from the movements.</summary>
    public EscrowTotals Escrow()
    {
        var sums = OrderMoney.OfMovements(kind => _market.Movements(kind).Amount);
        return new EscrowTotals(
            sums.Paid, _market.Balance(AccountId.Escrow), sums.Released, sums.Refunded);
    }

    /// <summary>The ledger by kind of account; the sum of the balances is zero (rule ESC-2).</summary>
    public IReadOnlyList<AccountTotals> Accounts()
    {
        var buyers = _world.Buyers.Count;
        return
        [
            .. Enum.GetValues<AccountKind>().Select(kind => new AccountTotals(
                NameOf(kind),
                AccountTable.OwnerOf(kind) switch
                {
                    AccountOwner.Buyer => buyers,
                    AccountOwner.Store => _market.Stores,
                    _ => 1,
                },
                _market.Sum(kind))),
        ];
    }

    private static string NameOf(AccountKind kind) => Words.Of(kind).Replace('-', ' ');

    /// <summary>The hot listings, then those that sold most.</summary>
    public IReadOnlyList<ListingOutcome> HotListings()
    {
        var hot = Enumerable.Range(_world.Assortment.FirstHot, _market.Listings - _world.Assortment.FirstHot);
        var best = Enumerable.Range(0, _world.Assortment.FirstHot)
            .OrderByDescending(listing => _market.Stock(new ListingId(listing)).Sold)
            .ThenBy(listing => listing);
        return [.. hot.Concat(best).Take(HotListingsShown).Select(listing =>
            OutcomeOf(new ListingId(listing)))];
    }

    private ListingOutcome OutcomeOf(ListingId id)
    {
        var stock = _market.Stock(id);
        var goods = _world.Assortment.Listings[id.Value];
        return new ListingOutcome(
            id, _market.ListingTitle(id), _world.Scenario.Catalogue.Categories[goods.Category].Name,
            _world.Prices.FestivalPrice(id.Value), stock.PutIn, stock.Sold, run.Recorder.SoldOutSeconds(id));
    }

    private IEnumerable<RunOrderRow> Orders()
    {
        var (traces, coupons) = (run.Recorder.Traces.ByOrder(), run.Recorder.Traces.Coupons());
        return _market.AllOrders().Select(order =>
            RowOf(order, traces.TryGetValue(order.Id.Packed, out var trace) ? trace : default) with
            {
                CouponOff = Money.FromFen(coupons.GetValueOrDefault(order.Id.Packed)),
            });
    }

    private RunOrderRow RowOf(OrderView order, OrderTrace trace)
    {
        var placedAt = order.HasEnded ? order.PlacedAt + trace.Steps[0] : order.PlacedAt;
        var visit = _world.VisitOf(order.Id.Checkout);
        return RowOf(order) with
        {
            CloseReason = trace.ClosedAtMs is null
                ? null : run.Recorder.Labels.CloseReasons[(int)trace.Reason - 1],
            IsConfirmedByItself = trace.IsByItself,
            PlacedAtMs = run.MsOf(placedAt),
            PayableAtMs = visit.Kind == ArrivalKind.Presale ? visit.BalanceAt : run.MsOf(placedAt),
            PaidAtMs = At(order.PaidAt, 1),
            ShippedAtMs = At(order.ShippedAt, 2),
            DeliveredAtMs = At(order.DeliveredAt, 3),
            ConfirmedAtMs = At(order.ConfirmedAt, 4),
            ClosedAtMs = trace.ClosedAtMs,
        };

        // An order that has ended keeps whole seconds; the trace has the rest.
        long? At(DateTimeOffset? moment, int step) => moment is not { } at ? null
            : run.MsOf(order.HasEnded ? placedAt + (at - order.PlacedAt) + trace.Steps[step] : at);
    }

    private RefundRow RowOf(RefundTrace refund) => new(
        OrderId.FromPacked(refund.Order)!.Value, refund.AtMs, Money.FromFen(refund.Fen),
        run.Recorder.Labels.RefundReasons[(int)refund.Reason]);

    private RunOrderRow RowOf(OrderView order) => new(
        order.Id, order.Store,
        new CategoryId(_world.Assortment.Listings[OrderCategory.ListingOf(order).Value].Category),
        new RegionId(_world.Buyers[order.Id.Buyer].Region))
    {
        Lines = order.Lines.Count,
        Units = order.Lines.Sum(line => line.Units),
        Total = order.Total,
        Paid = order.Escrow.Paid,
        Refunded = order.Escrow.Refunded,
        Released = order.Escrow.Released,
        Status = Words.Of(order.Status),
        PlacedAtMs = run.MsOf(order.PlacedAt),
    };

    private IEnumerable<RunOrderLineRow> LinesOf(OrderView order)
    {
        var isFestival = order.PlacedAt >= run.MomentOf(0)
            && order.PlacedAt < run.MomentOf(FestivalClock.DayMs);
        return order.Lines.Select(line => new RunOrderLineRow(
            order.Id, line.Listing, line.Units, isFestival
                ? _world.Prices.FestivalPrice(line.Listing.Value)
                : _world.Prices.ListPrice(line.Listing.Value)));
    }

    private RunRatingRow RowOf(Verdict verdict)
    {
        var points = verdict.Points!.Value;
        var at = run.MsOf(DateTimeOffset.FromUnixTimeMilliseconds(verdict.AtMs));
        return new RunRatingRow(
            verdict.Order, points.AsDescribed, points.Service, points.DispatchSpeed, points.DeliverySpeed,
            CreditCaps.PointsIfAny(verdict.Credit), at);
    }

    private IEnumerable<RunStoreRow> Stores()
    {
        var coupons = new OpeningMarket(_world).Coupons().ToDictionary(one => one.Id, one => one.Coupon);
        var gone = run.Coupons.Gone();
        return Enumerable.Range(0, _market.Stores).Select(store => new StoreId(store)).Select(id =>
            new RunStoreRow(
                id, _market.StoreName(id), _market.Store(id)!.Value,
                new CategoryId(_world.Assortment.Stores[id.Value].Category), _market.Credit(id).Points,
                _market.Balance(AccountId.Of(id)), coupons.GetValueOrDefault(id).Off,
                coupons.GetValueOrDefault(id).From, gone.TryGetValue(id, out var atMs) ? atMs : null));
    }

    private RunListingRow RunListingRow(ListingId id)
    {
        var (goods, stock) = (_world.Assortment.Listings[id.Value], _market.Stock(id));
        return new RunListingRow(
            id, new StoreId(goods.Store), new CategoryId(goods.Category), _market.ListingTitle(id),
            _world.Prices.ListPrice(id.Value), _world.Prices.FestivalPrice(id.Value),
            stock.PutIn, stock.Sold, stock.Held, run.Recorder.SoldOutSeconds(id));
    }

    private RunMovementRow RowOf(MovementKind kind)
    {
        var total = _market.Movements(kind);
        var rule = MovementTable.Of(kind);
        return new RunMovementRow(
            Words.Of(kind), EndOf(rule.From), EndOf(rule.To), total.Count, total.Amount);
    }

    private static string EndOf(AccountKind? kind) => kind is { } end ? Words.Of(end) : "payer";
}
