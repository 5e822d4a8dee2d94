using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>
/// To every answer that a command of a cart or an order may get, the shortest story that leads to it, on
/// whatever host.
/// </summary>
internal static class OrderAnswers
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The stories; each gives the answer to its last command.</summary>
    public static IReadOnlyDictionary<Enum, Func<OrderStage, Task<Enum>>> All { get; } =
        new Dictionary<Enum, Func<OrderStage, Task<Enum>>>
        {
            [CartResult.Changed] = stage => stage.Put(),
            [CartResult.Full] = async stage =>
            {
                await stage.Fill();
                return await stage.Put();
            },
            [CartResult.BadLine] = stage => stage.Put(units: 0),
            [CartResult.NotForSale] = async stage =>
            {
                await stage.Open();
                await stage.Port.Withdraw(stage.Listing);
                return await stage.Put();
            },
            [CartResult.UnknownBuyer] = stage => stage.Put(buyer: int.MaxValue),
            [CartResult.IdReused] = async stage =>
            {
                await stage.Put(request: OrderStage.Name);
                return await stage.Put(units: 2, request: OrderStage.Name);
            },

            [CheckoutResult.Placed] = stage => stage.Checkout(),
            [CheckoutResult.SoldOut] = stage => stage.Checkout(units: 11),
            [CheckoutResult.LimitReached] = async stage =>
            {
                await stage.Open(Fixtures.Terms(unitsPerBuyer: 1));
                return await stage.Checkout(units: 2);
            },
            [CheckoutResult.PriceRisen] = stage => stage.Checkout(yuanSeen: 99),
            [CheckoutResult.NotForSale] = async stage =>
            {
                await stage.Open();
                await stage.Port.Withdraw(stage.Listing);
                return await stage.Checkout();
            },
            [CheckoutResult.MixedSales] = async stage =>
            {
                await stage.Open(OrderStage.Presale());
                var lines = OrderStage.Lines(stage.Listing, stage.Other);
                return (await stage.Port.Checkout(stage.Id, lines)).Result;
            },
            [CheckoutResult.BadLines] = async stage =>
                (await stage.Port.Checkout(stage.Id, Array.Empty<CartLine>())).Result,
            [CheckoutResult.IdReused] = async stage =>
            {
                await stage.Checkout();
                return await stage.Checkout(units: 2);
            },
            [CheckoutResult.Throttled] = stage => stage.Rush(),
            [CheckoutResult.UnknownBuyer] = async stage => (await stage.Port.Checkout(
                new CheckoutId(new BuyerId(int.MaxValue), 0), OrderStage.Lines(stage.Listing))).Result,
            [CheckoutResult.OverLimit] = stage =>
                stage.Checkout(units: Limits.UnitsPerLineMax, yuanSeen: Limits.PriceYuanMax),

            [PayResult.Paid] = async stage =>
            {
                await stage.Checkout();
                return await stage.Pay();
            },
            [PayResult.DepositPaid] = async stage =>
            {
                await stage.Open(OrderStage.Presale());
                await stage.Checkout();
                return await stage.Pay();
            },
            [PayResult.PaidInPart] = async stage =>
            {
                await stage.Open(Fixtures.Terms(hold: HoldMode.AtPayment));
                await stage.Port.Checkout(stage.Id, OrderStage.Lines(stage.Listing, stage.Other));
                await stage.Port.Withdraw(stage.Listing);
                return await stage.Pay();
            },
            [PayResult.SoldOut] = async stage =>
            {
                await stage.Open(Fixtures.Terms(hold: HoldMode.AtPayment));
                await stage.Checkout(number: 0, units: 10);
                await stage.Checkout(number: 1);
                await stage.Pay(number: 0);
                return await stage.Pay(number: 1);
            },
            [PayResult.TooLate] = async stage =>
            {
                await stage.Checkout();
                await stage.Wait(Day);
                return await stage.Pay();
            },
            [PayResult.TooEarly] = async stage =>
            {
                await stage.Open(OrderStage.Presale());
                await stage.Checkout();
                return (await stage.Port.PayBalance(stage.Id, PaymentChannel.Bank)).Result;
            },
            [PayResult.InsufficientFunds] = async stage =>
            {
                await stage.Checkout();
                return await stage.Pay(channel: PaymentChannel.Balance);
            },
            [PayResult.UnknownCheckout] = stage => stage.Pay(),
            [PayResult.LimitReached] = async stage =>
            {
                await stage.Open(Fixtures.Terms(unitsPerBuyer: 1, hold: HoldMode.AtPayment));
                await stage.Checkout(number: 0);
                await stage.Checkout(number: 1);
                await stage.Pay(number: 0);
                return await stage.Pay(number: 1);
            },
            [PayResult.NotForSale] = async stage =>
            {
                await stage.Open(Fixtures.Terms(hold: HoldMode.AtPayment));
                await stage.Checkout();
                await stage.Port.Withdraw(stage.Listing);
                return await stage.Pay();
            },
            [PayResult.IdReused] = async stage =>
            {
                await stage.Paid();
                return await stage.Pay(channel: PaymentChannel.Credit);
            },

            [ComplainResult.Noted] = async stage => await stage.Complain(await stage.Confirmed()),
            [ComplainResult.OtherReason] = async stage =>
            {
                await stage.Complain(await stage.Confirmed());
                return await stage.Complain(stage.Id.Order(0), reason: ComplaintReason.BrokenPromise);
            },
            [ComplainResult.NotReceived] = async stage => await stage.Complain(await stage.Paid()),
            [ComplainResult.TooLate] = async stage =>
            {
                var order = await stage.Confirmed();
                await stage.Wait(TimeSpan.FromDays(60));
                return await stage.Complain(order);
            },
            [ComplainResult.BadComplaint] = async stage =>
                await stage.Complain(await stage.Confirmed(), line: 9),
            [ComplainResult.UnknownOrder] = stage => stage.Complain(stage.Id.Order(0)),
            [ComplainResult.NotOffered] = async stage =>
            {
                var order = await stage.Confirmed();
                await stage.Change(OrderStage.Rules with { Trust = new TrustPolicy() });
                var answer = await stage.Complain(order);
                await stage.Change(OrderStage.Rules);
                return answer;
            },

            [AppealResult.TooLate] = async stage =>
            {
                await stage.Open();
                var id = new CaseId(Fixtures.Application(stage.Store).Owner, 1);
                await stage.Port.OpenCase(id.Seller, stage.Store, Case.NoListing, CaseKind.Brushing);
                await stage.Port.DecideCase(id, CaseVerdict.Guilty);
                await stage.Wait(TimeSpan.FromDays(60));
                return await stage.Port.FileAppeal(id, 1);
            },
            [CaseResult.NotOffered] = async stage =>
            {
                await stage.Open();
                await stage.Change(OrderStage.Rules with { Trust = new TrustPolicy() });
                var answer = await stage.Port.OpenCase(
                    Fixtures.Application(stage.Store).Owner, stage.Store, Case.NoListing, CaseKind.Brushing);
                await stage.Change(OrderStage.Rules);
                return answer;
            },

            [OrderResult.Done] = async stage =>
                await stage.Port.StepOrder(await stage.Paid(), OrderStep.Ship),
            [OrderResult.NotAllowed] = async stage =>
                await stage.Port.StepOrder(await stage.Paid(), OrderStep.Deliver),
            [OrderResult.Disputed] = async stage =>
            {
                var order = await stage.Paid(OrderStep.Ship);
                await stage.Port.OpenDispute(order);
                return await stage.Port.StepOrder(order, OrderStep.Confirm);
            },
            [OrderResult.UnknownOrder] = async stage =>
                await stage.Port.StepOrder(stage.Id.Order(0), OrderStep.Ship),

            [RefundResult.Refunded] = async stage => await stage.Refund(await stage.Paid()),
            [RefundResult.SwitchedOff] = async stage =>
            {
                var order = await stage.Paid();
                await stage.Flip(isOn: true);
                var answer = await stage.Refund(order);
                await stage.Flip(isOn: false);
                return answer;
            },
            [RefundResult.TooLate] = async stage =>
            {
                var order = await stage.Paid(OrderStep.Ship, OrderStep.Deliver);
                await stage.Wait(8 * Day);
                return await stage.Refund(order);
            },
            [RefundResult.NotAllowed] = async stage => await stage.Refund(await stage.Paid(OrderStep.Ship)),
            [RefundResult.BadLine] = async stage => await stage.Refund(await stage.Paid(), line: 1),
            [RefundResult.InsufficientFunds] = async stage =>
            {
                var order = await stage.Paid(OrderStep.Ship, OrderStep.Confirm);
                await stage.Withdraw(yuan: 90);
                return await stage.Refund(order);
            },
            [RefundResult.UnknownOrder] = stage => stage.Refund(stage.Id.Order(0)),

            [RateResult.Rated] = async stage =>
                await stage.Port.Rate(await stage.Confirmed(), Fixtures.Stars()),
            [RateResult.NotConfirmed] = async stage =>
                await stage.Port.Rate(await stage.Paid(), Fixtures.Stars()),
            [RateResult.RatedAlready] = async stage =>
            {
                var order = await stage.ConsumerConfirmed();
                await stage.Port.RateBuyer(order, CreditRating.Good);
                return await stage.Port.RateBuyer(order, CreditRating.Poor);
            },
            [RateResult.TooLate] = async stage =>
            {
                var order = await stage.ConsumerConfirmed();
                await stage.Wait(16 * Day);
                return await stage.Port.RateBuyer(order, CreditRating.Good);
            },
            [RateResult.BadVerdict] = async stage =>
                await stage.Port.RateBuyer(await stage.Confirmed(), default),
            [RateResult.NoVerdicts] = async stage =>
                await stage.Port.RateBuyer(await stage.Confirmed(), CreditRating.Good),
            [RateResult.UnknownOrder] = async stage =>
                await stage.Port.Rate(stage.Id.Order(0), Fixtures.Stars()),
        };

    /// <summary>An answer in words.</summary>
    public static string NameOf(Enum answer) => $"{answer.GetType().Name}.{answer}";
}
