namespace FlashSale.Tests.Audit;

// Rules ESC-1, ESC-3
public sealed class OrderMoneyTests
{
    [Fact]
    public void What_was_moved_for_orders_adds_up_to_what_they_paid()
    {
        var money = OrderMoney.OfMovements(Moved);

        Assert.Equal((100, 22), (money.Paid.Fen, money.Held.Fen));
        Assert.Equal((63, 15), (money.Released.Fen, money.Refunded.Fen));
    }

    [Theory]
    [InlineData(MovementKind.Payment)]
    [InlineData(MovementKind.Release)]
    [InlineData(MovementKind.Commission)]
    [InlineData(MovementKind.Refund)]
    [InlineData(MovementKind.DepositForfeited)]
    public void Every_movement_through_escrow_is_missed(MovementKind lost) // ESC-3
    {
        Assert.True(OrderMoney.EscrowAddsUp(Money.FromFen(22), Moved).Passed);
        Assert.False(OrderMoney.EscrowAddsUp(
            Money.FromFen(22), kind => kind == lost ? Money.Zero : Moved(kind)).Passed);
    }

    [Theory]
    [InlineData(MovementKind.Return)]
    [InlineData(MovementKind.CommissionReturn)]
    public void What_comes_back_from_stores_and_the_platform_is_not_released_any_more(MovementKind lost)
    {
        var money = OrderMoney.OfMovements(kind => kind == lost ? Money.Zero : Moved(kind));

        Assert.Equal((22, 78), (money.Held.Fen, money.Released.Fen + money.Refunded.Fen));
        Assert.True(money.Released.Fen > 63 && money.Refunded.Fen < 15);
    }

    // What is no part of an order is in nobody's sum.
    private static Money Moved(MovementKind kind) => Money.FromFen(kind switch
    {
        MovementKind.Payment => 100,
        MovementKind.Release => 60,
        MovementKind.Commission => 3,
        MovementKind.DepositForfeited => 5,
        MovementKind.Refund => 10,
        MovementKind.Return => 4,
        MovementKind.CommissionReturn => 1,
        _ => 1_000_000,
    });
}
