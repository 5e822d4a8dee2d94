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
    private static readonly Rating FiveStars = Rating.Of(CreditRating.Good, 5, 5, 5, 5)!.Value;

    /// <summary>Submits the command to an engine.</summary>
    public void WriteTo(ICommandLog log)
    {
        switch (Kind)
        {
            case StepKind.OpenStore:
                log.OpenStore(Shop.Store(Number));
                break;
            case StepKind.Publish:
                log.Publish(new ListingId(Number), Shop.Terms(Number));
                break;
            case StepKind.TopUp:
                log.Move(Shop.TopUp(Number));
                break;
            case StepKind.PutInCart:
                log.PutInCart(new BuyerId(Number), Shop.Line(Number));
                break;
            case StepKind.Place:
                var line = Shop.Line(Number);
                log.Checkout(Shop.Checkout(Number), new ReadOnlySpan<CartLine>(in line));
                break;
            case StepKind.Pay:
                log.Pay(Shop.Checkout(Number), PaymentChannel.QuickPay);
                break;
            case StepKind.Rate:
                log.Rate(Shop.Checkout(Number).Order(0), FiveStars);
                break;
            default:
                log.StepOrder(Shop.Checkout(Number).Order(0), OrderStepOf(Kind));
                break;
        }
    }

    /// <summary>Carries the command out in a market; whether it took effect.</summary>
    public bool CarryOut(Market market)
    {
        switch (Kind)
        {
            case StepKind.OpenStore:
                return market.OpenStore(Shop.Store(Number)) == OpenStoreResult.Opened;
            case StepKind.Publish:
                return market.Publish(new ListingId(Number), Shop.Terms(Number)) == ListingResult.Published;
            case StepKind.TopUp:
                return market.Move(Shop.TopUp(Number)) == TransferResult.Moved;
            case StepKind.PutInCart:
                return market.PutInCart(new BuyerId(Number), Shop.Line(Number)) == CartResult.Changed;
            case StepKind.Place:
                var line = Shop.Line(Number);
                var lines = new ReadOnlySpan<CartLine>(in line);
                return market.Checkout(Shop.Checkout(Number), lines).Result == CheckoutResult.Placed;
            case StepKind.Pay:
                return market.Pay(Shop.Checkout(Number), PaymentChannel.QuickPay).Result == PayResult.Paid;
            case StepKind.Rate:
                return market.Rate(Shop.Checkout(Number).Order(0), FiveStars) == RateResult.Rated;
            default:
                var order = Shop.Checkout(Number).Order(0);
                return market.StepOrder(order, OrderStepOf(Kind)) == OrderResult.Done;
        }
    }

    private static OrderStep OrderStepOf(StepKind kind) => kind switch
    {
        StepKind.Ship => OrderStep.Ship,
        StepKind.Deliver => OrderStep.Deliver,
        _ => OrderStep.Confirm,
    };
}
