using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Cluster.Tests;

/// <summary>One thing that people do with an order, some minutes after the last.</summary>
internal readonly record struct OrderCourse(OrderStep Step, int Minutes)
{
    private static readonly Policy Rules = new();

    /// <summary>Any step, likely one that goes on.</summary>
    public static Gen<OrderCourse> Any { get; } =
        from step in Gen.Frequency(
            (4, Gen.Elements(OrderStep.PayDeposit, OrderStep.Pay)),
            (4, Gen.Elements(OrderStep.Ship, OrderStep.Deliver, OrderStep.Confirm, OrderStep.Rate)),
            (1, Gen.Elements(OrderStep.Cancel, OrderStep.TimeOut, OrderStep.RefundWhole)))
        from minutes in Gen.Choose(0, 10_000)
        select new OrderCourse(step, minutes);

    /// <summary>What an order is after these steps; what is not allowed is left out.</summary>
    public static Order After(OrderTerms terms, IEnumerable<OrderCourse> course)
    {
        var now = WireSamples.Order.PlacedAt;
        var order = new Order(WireSamples.Order.Id, new StoreId(9), terms, now);
        foreach (var (step, minutes) in course)
        {
            now = now.AddMinutes(minutes);
            Take(ref order, step, now);
        }

        return order;
    }

    private static void Take(ref Order order, OrderStep step, DateTimeOffset now)
    {
        if (step == OrderStep.Rate)
        {
            order.Rate(WireSamples.Order.Rating, now, Rules.Reputation);
            order.RateBuyer(CreditRating.Poor, now, Rules.Reputation);
            return;
        }

        if (OrderLifecycle.After(order.Status, step) is null
            || (step == OrderStep.PayDeposit && !order.IsPresale))
        {
            return;
        }

        Pay(ref order, step);
        order.Take(step, now);
        Dispute(ref order, now.Minute);
    }

    private static void Dispute(ref Order order, int minute)
    {
        if (minute % 2 == 0)
        {
            order.BeginDispute();
        }
        else if (minute % 3 == 0)
        {
            order.ResolveDispute(forBuyer: minute % 4 == 1);
        }
    }

    private static void Pay(ref Order order, OrderStep step)
    {
        switch (step)
        {
            case OrderStep.Pay when !order.IsPresale || order.Status == OrderStatus.DepositPaid:
                order.Pay(order.NextPayment, PaymentChannel.Credit);
                break;
            case OrderStep.PayDeposit:
                order.Pay(order.NextPayment, PaymentChannel.Balance);
                break;
            case OrderStep.Confirm:
                order.Release();
                break;
            case OrderStep.RefundWhole:
                order.GiveBack(order.Escrow.Held + order.Escrow.Released);
                break;
            default:
                break;
        }
    }
}
