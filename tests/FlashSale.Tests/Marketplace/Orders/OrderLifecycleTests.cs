using static FlashSale.Marketplace.OrderStatus;
using static FlashSale.Marketplace.OrderStep;

namespace FlashSale.Tests.Orders;

// Rule ORD-1
public sealed class OrderLifecycleTests
{
    // One line a status: where each step leads from there. A dot is a step that is not allowed.
    private const string Table = """
                     PayDeposit   Pay   Cancel  TimeOut  Ship     Deliver    Confirm    Rate   RefundWhole
        Placed       DepositPaid  Paid  Closed  Closed   .        .          .          .      .
        DepositPaid  .            Paid  .       Closed   .        .          .          .      .
        Paid         .            .     .       .        Shipped  .          .          .      Closed
        Shipped      .            .     .       .        .        Delivered  Confirmed  .      Closed
        Delivered    .            .     .       .        .        .          Confirmed  .      Closed
        Confirmed    .            .     .       .        .        .          .          Rated  Closed
        Rated        .            .     .       .        .        .          .          .      Closed
        Closed       .            .     .       .        .        .          .          .      .
        """;

    /// <summary>All rows of the table: from, step, to; null where the step is not allowed.</summary>
    public static TheoryData<OrderStatus, OrderStep, OrderStatus?> Rows
    {
        get
        {
            var words = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            var rows = new TheoryData<OrderStatus, OrderStep, OrderStatus?>();
            foreach (var line in words[1..])
            {
                foreach (var (step, to) in words[0].Zip(line[1..]))
                {
                    rows.Add(
                        Enum.Parse<OrderStatus>(line[0]), Enum.Parse<OrderStep>(step),
                        to == "." ? null : Enum.Parse<OrderStatus>(to));
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_step_is_allowed_from_exactly_the_listed_states(
        OrderStatus from, OrderStep step, OrderStatus? to) =>
        Assert.Equal(to, OrderLifecycle.After(from, step));

    [Fact]
    public void The_table_has_a_row_for_every_status_and_step() => Assert.Equal(
        Enum.GetValues<OrderStatus>().Length * Enum.GetValues<OrderStep>().Length, Rows.Count);

    [Fact]
    public void Nothing_leads_from_or_to_where_no_order_is()
    {
        Assert.All(Enum.GetValues<OrderStep>(), step => Assert.Null(OrderLifecycle.After(0, step)));
        Assert.All(Enum.GetValues<OrderStatus>(), from => Assert.Null(OrderLifecycle.After(from, 0)));
        Assert.Null(OrderLifecycle.After(Placed, (OrderStep)99));
    }

    [Fact]
    public void Every_order_can_end_and_a_closed_one_stays_closed()
    {
        var ends = Enum.GetValues<OrderStatus>().Where(from => from != Closed && CanClose(from));

        Assert.Equal(Enum.GetValues<OrderStatus>().Length - 1, ends.Count());
        Assert.False(CanClose(Closed));
    }

    private static bool CanClose(OrderStatus from) =>
        new[] { TimeOut, RefundWhole }.Any(step => OrderLifecycle.After(from, step) == Closed);
}
