using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Escrow;

// Rule ESC-3
public sealed class OrderEscrowTests
{
    private static readonly Gen<(int What, int Fen)> AnyStep =
        from what in Gen.Choose(0, 3)
        from fen in Gen.Choose(0, 300)
        select (what, fen);

    [Fact]
    public void Paid_is_held_and_released_and_refunded_after_any_history() =>
        AnyHistory.Holds(AnyStep, history =>
        {
            var escrow = default(OrderEscrow);
            foreach (var (what, fen) in history)
            {
                Take(ref escrow, what, Money.FromFen(fen));
                Assert.Equal(escrow.Paid, escrow.Held + escrow.Released + escrow.Refunded);
                Assert.False(
                    escrow.Held.IsNegative || escrow.Released.IsNegative || escrow.Refunded.IsNegative);
            }
        });

    [Fact]
    public void What_is_not_held_can_neither_be_released_nor_refunded()
    {
        Assert.Throws<UnreachableException>(() => Paid(100).Release(Money.FromFen(101)));
        Assert.Throws<UnreachableException>(() => Paid(100).Refund(Money.FromFen(101)));
        Assert.Throws<UnreachableException>(() => Paid(100).Return(Money.FromFen(1)));
        Assert.Throws<UnreachableException>(() => Paid(-1));
        Assert.Throws<UnreachableException>(() => Paid(1).Refund(Money.FromFen(-1)));
    }

    [Fact]
    public void What_was_released_can_be_returned_once()
    {
        var escrow = Paid(100);
        escrow.Release(Money.FromFen(100));
        escrow.Return(Money.FromFen(100));

        Assert.Equal((0, 0, 100), (escrow.Held.Fen, escrow.Released.Fen, escrow.Refunded.Fen));
        Assert.Throws<UnreachableException>(() => escrow.Return(Money.FromFen(1)));
    }

    private static OrderEscrow Paid(long fen)
    {
        var escrow = default(OrderEscrow);
        escrow.Pay(Money.FromFen(fen));
        return escrow;
    }

    private static void Take(ref OrderEscrow escrow, int what, Money amount)
    {
        switch (what)
        {
            case 0:
                escrow.Pay(amount);
                break;
            case 1:
                escrow.Release(Money.Min(amount, escrow.Held));
                break;
            case 2:
                escrow.Refund(Money.Min(amount, escrow.Held));
                break;
            default:
                escrow.Return(Money.Min(amount, escrow.Released));
                break;
        }
    }
}
