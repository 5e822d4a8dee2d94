namespace FlashSale.GrainInterfaces;

/// <summary>Which grain carries out which command.</summary>
internal sealed class GrainCommands(MarketAddresses grains)
    : IHandles<OpenStore, Task<OpenStoreResult>>,
      IHandles<StepStore, Task<StoreResult>>,
      IHandles<SetCoupon, Task<StoreResult>>,
      IHandles<Publish, Task<ListingResult>>,
      IHandles<Reprice, Task<ListingResult>>,
      IHandles<Restock, Task<ListingResult>>,
      IHandles<Withdraw, Task<ListingResult>>,
      IHandles<PutInCart, Task<CartResult>>,
      IHandles<RemoveFromCart, Task<CartResult>>,
      IHandles<Checkout, Task<CheckoutAnswer>>,
      IHandles<Pay, Task<PayAnswer>>,
      IHandles<PayBalance, Task<PayAnswer>>,
      IHandles<StepOrder, Task<OrderResult>>,
      IHandles<Refund, Task<RefundAnswer>>,
      IHandles<OpenDispute, Task<OrderResult>>,
      IHandles<ResolveDispute, Task<OrderResult>>,
      IHandles<Rate, Task<RateResult>>,
      IHandles<RateBuyer, Task<RateResult>>,
      IHandles<Move, Task<TransferResult>>,
      IHandles<Flip, Task<FlipResult>>
{
    Task<OpenStoreResult> IHandles<OpenStore, Task<OpenStoreResult>>.Do(in OpenStore command) =>
        grains.Store(command.Application.Id).Open(command.Application);

    Task<StoreResult> IHandles<StepStore, Task<StoreResult>>.Do(in StepStore command) =>
        grains.Store(command.Id).Step(command.Step, KeyedRequest.Of<StepStore, StoreResult>(command));

    Task<StoreResult> IHandles<SetCoupon, Task<StoreResult>>.Do(in SetCoupon command) =>
        grains.Store(command.Id).SetCoupon(command.Coupon, KeyedRequest.Of<SetCoupon, StoreResult>(command));

    Task<ListingResult> IHandles<Publish, Task<ListingResult>>.Do(in Publish command) =>
        grains.Listing(command.Id).Publish(command.Terms);

    Task<ListingResult> IHandles<Reprice, Task<ListingResult>>.Do(in Reprice command) =>
        grains.Listing(command.Id).Reprice(command.Price, KeyedRequest.Of<Reprice, ListingResult>(command));

    Task<ListingResult> IHandles<Restock, Task<ListingResult>>.Do(in Restock command) =>
        grains.Listing(command.Id).Restock(command.UnitsInTotal);

    Task<ListingResult> IHandles<Withdraw, Task<ListingResult>>.Do(in Withdraw command) =>
        grains.Listing(command.Id).Withdraw();

    Task<CartResult> IHandles<PutInCart, Task<CartResult>>.Do(in PutInCart command) =>
        grains.Cart(command.Buyer).Put(command.Line, KeyedRequest.Of<PutInCart, CartResult>(command));

    Task<CartResult> IHandles<RemoveFromCart, Task<CartResult>>.Do(in RemoveFromCart command) =>
        grains.Cart(command.Buyer).Remove(
            command.Listing, KeyedRequest.Of<RemoveFromCart, CartResult>(command));

    Task<CheckoutAnswer> IHandles<Checkout, Task<CheckoutAnswer>>.Do(in Checkout command) =>
        grains.Cart(command.Id.Buyer).Checkout(command.Id, command.Lines);

    Task<PayAnswer> IHandles<Pay, Task<PayAnswer>>.Do(in Pay command) =>
        grains.Cart(command.Id.Buyer).Pay(command.Id, command.Channel);

    Task<PayAnswer> IHandles<PayBalance, Task<PayAnswer>>.Do(in PayBalance command) =>
        grains.Cart(command.Id.Buyer).PayBalance(command.Id, command.Channel);

    Task<OrderResult> IHandles<StepOrder, Task<OrderResult>>.Do(in StepOrder command) =>
        grains.Cart(command.Id.Buyer).Step(command.Id, command.Step);

    Task<RefundAnswer> IHandles<Refund, Task<RefundAnswer>>.Do(in Refund command) =>
        grains.Cart(command.Id.Buyer).Refund(command.Id, command.Line, command.UnitsInTotal);

    Task<OrderResult> IHandles<OpenDispute, Task<OrderResult>>.Do(in OpenDispute command) =>
        grains.Cart(command.Id.Buyer).OpenDispute(command.Id);

    Task<OrderResult> IHandles<ResolveDispute, Task<OrderResult>>.Do(in ResolveDispute command) =>
        grains.Cart(command.Id.Buyer).ResolveDispute(command.Id, command.ForBuyer);

    Task<RateResult> IHandles<Rate, Task<RateResult>>.Do(in Rate command) =>
        grains.Cart(command.Id.Buyer).Rate(command.Id, command.Rating);

    Task<RateResult> IHandles<RateBuyer, Task<RateResult>>.Do(in RateBuyer command) =>
        grains.Cart(command.Id.Buyer).RateBuyer(command.Id, command.Verdict);

    Task<TransferResult> IHandles<Move, Task<TransferResult>>.Do(in Move command)
    {
        var transfer = command.Transfer;
        return !transfer.IsSound ? Task.FromResult(TransferResult.BadTransfer)
            : transfer.HasStore ? grains.Store(transfer.Store).Move(transfer)
            : grains.Accounts(OwnerKey.Of(transfer.Buyer)).TopUp(transfer);
    }

    Task<FlipResult> IHandles<Flip, Task<FlipResult>>.Do(in Flip command) =>
        grains.Festival.Flip(command.Command, KeyedRequest.Of<Flip, FlipResult>(command));
}
