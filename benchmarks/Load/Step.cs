using System.Runtime.CompilerServices;

namespace FlashSale.Benchmarks;

/// <summary>What a measurement does to the market.</summary>
internal enum StepKind : byte
{
    OpenStore = 1,
    Publish,
    TopUp,
    PutInCart,
    Place,
    Pay,
    Ship,
    Deliver,
    Confirm,
    Rate,
}

/// <summary>One command: to open a store, or a step in the life of an order, by its number.</summary>
/// <remarks>
/// The number decides everything else, so that steps cost nothing to make and every run places the same
/// orders.
/// </remarks>
internal readonly record struct Step(StepKind Kind, int Number)
{
    // Used again by every checkout, of which one thread makes all: a measurement allocates nothing.
    private static readonly CartLine[] Lines = new CartLine[1];

    private static readonly Rating FiveStars = Rating.Of(CreditRating.Good, 5, 5, 5, 5)!.Value;

    /// <summary>Submits the command to an engine.</summary>
    public void WriteTo(CommandLog log)
    {
        switch (Kind)
        {
            case StepKind.OpenStore:
                log.Add(new OpenStore(Shop.Store(Number)));
                break;
            case StepKind.Publish:
                log.Add(new Publish(new ListingId(Number), Shop.Terms(Number)));
                break;
            case StepKind.TopUp:
                log.Add(new Move(Shop.TopUp(Number)));
                break;
            case StepKind.PutInCart:
                log.Add(new PutInCart(new BuyerId(Number), Shop.Line(Number)));
                break;
            case StepKind.Place:
                log.Add(Checkout);
                break;
            case StepKind.Pay:
                log.Add(new Pay(Shop.Checkout(Number), PaymentChannel.QuickPay));
                break;
            case StepKind.Rate:
                log.Add(new Rate(Shop.Checkout(Number).Order(0), FiveStars));
                break;
            default:
                log.Add(new StepOrder(Shop.Checkout(Number).Order(0), OrderStepOf(Kind)));
                break;
        }
    }

    /// <summary>Carries the command out in a market; whether it took effect.</summary>
    public bool CarryOut(Market market) => Kind switch
    {
        <= StepKind.Place => Begins(market),
        StepKind.Pay => market.Do(new Pay(Shop.Checkout(Number), PaymentChannel.QuickPay)).Result
            == PayResult.Paid,
        StepKind.Rate => market.Do(new Rate(Shop.Checkout(Number).Order(0), FiveStars)) == RateResult.Rated,
        _ => market.Do(new StepOrder(Shop.Checkout(Number).Order(0), OrderStepOf(Kind))) == OrderResult.Done,
    };

    // Apart: room for their contents would have to be cleared before every other step, too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Begins(Market market) => Kind switch
    {
        StepKind.Place => market.Do(Checkout).Result == CheckoutResult.Placed,
        StepKind.OpenStore => market.Do(new OpenStore(Shop.Store(Number))) == OpenStoreResult.Opened,
        StepKind.Publish => market.Do(new Publish(new ListingId(Number), Shop.Terms(Number)))
            == ListingResult.Published,
        StepKind.TopUp => market.Do(new Move(Shop.TopUp(Number))) == TransferResult.Moved,
        _ => market.Do(new PutInCart(new BuyerId(Number), Shop.Line(Number))) == CartResult.Changed,
    };

    private Checkout Checkout
    {
        get
        {
            Lines[0] = Shop.Line(Number);
            return new Checkout(Shop.Checkout(Number), Lines);
        }
    }

    private static OrderStep OrderStepOf(StepKind kind) => kind switch
    {
        StepKind.Ship => OrderStep.Ship,
        StepKind.Deliver => OrderStep.Deliver,
        _ => OrderStep.Confirm,
    };
}
