using System.Collections.Concurrent;
using System.Globalization;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>
/// Buyers of a usual day, by <see cref="MarketDayShares"/>: most of them only search and look.
/// </summary>
internal sealed class MarketDayVisits(ILoadMarket market, OrderPlan orders, ulong seed) : IVisits
{
    private const ushort KindStream = 5;
    private const ushort SearchStream = 6;
    private const int Categories = 14; // those of a policy that nobody has changed
    private const int ByWordsOf100 = 25; // assumed; the others look round in a category

    private static readonly IReadOnlyList<LoadStep> Buying = OrderMixes.StepsOf(OrderMix.Buy);
    private static readonly LoadStep[] Receiving =
        [LoadStep.Ship, LoadStep.Deliver, LoadStep.Confirm, LoadStep.Rate];

    private static readonly LoadStep[] Complaining = [LoadStep.Ship, LoadStep.Deliver, LoadStep.Complain];

    private readonly ConcurrentQueue<LoadCommand> _paid = new();

    /// <summary>What an arrival comes for.</summary>
    public MarketDayKind KindOf(long index) =>
        MarketDayShares.KindAt(Draws.For(seed, index, KindStream).Below(MarketDayShares.Whole));

    /// <summary>What an arrival looks for.</summary>
    public SearchQuery QueryOf(long index)
    {
        var draws = Draws.For(seed, index, SearchStream);
        var sort = SortAt(draws.Below(100));
        return draws.Below(100) < ByWordsOf100
            ? new SearchQuery { Words = NumberOf(index), Sort = sort }
            : new SearchQuery { Category = new CategoryId((byte)draws.Below(Categories)), Sort = sort };
    }

    /// <inheritdoc/>
    public Task<OrderEnd> Make(long index, ICalls calls)
    {
        var order = orders.Command(index, LoadStep.Checkout);
        return KindOf(index) switch
        {
            MarketDayKind.Search => calls.One("search", () => market.Search(QueryOf(index))),
            MarketDayKind.Look => calls.One("look", () => market.Look(order.Line.Listing)),
            MarketDayKind.Cart => calls.Order(market, order, [LoadStep.PutInCart]),
            MarketDayKind.Checkout => Buy(order, calls),
            MarketDayKind.Rating => Receive(calls, Receiving),
            _ => Receive(calls, Complaining),
        };
    }

    // 80, 10, 6, 3 and 1 of a hundred buyers use the orders (assumed).
    private static SearchSort SortAt(int draw) => draw switch
    {
        < 80 => SearchSort.Default,
        < 90 => SearchSort.Sales,
        < 96 => SearchSort.Price,
        < 99 => SearchSort.Reliability,
        _ => SearchSort.New,
    };

    // A title of the opening market ends with its listing's number.
    private string NumberOf(long index) => orders.Command(index, LoadStep.Checkout).Line.Listing.Value
        .ToString(CultureInfo.InvariantCulture);

    private async Task<OrderEnd> Buy(LoadCommand order, ICalls calls)
    {
        var end = await calls.Order(market, order, Buying);
        if (end.Outcome == LoadOutcome.Done)
        {
            _paid.Enqueue(order);
        }

        return end;
    }

    private async Task<OrderEnd> Receive(ICalls calls, LoadStep[] steps) => _paid.TryDequeue(out var order)
        ? await calls.Order(market, order, steps)
        : new OrderEnd(steps[^1], LoadOutcome.Done, "nothing-to-receive");
}
