using System.Globalization;
using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>One figure of the recorded day, and of the same commands under other rules.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Recorded">On the recorded day.</param>
/// <param name="Changed">Under the other rules.</param>
internal sealed record ReplayedFigure(string Name, string Unit, decimal Recorded, decimal Changed)
{
    /// <summary>All figures of two markets that carried out the same commands.</summary>
    public static IReadOnlyList<ReplayedFigure> Compare(JournalReplay recorded, JournalReplay changed) =>
        [.. Of(recorded).Zip(Of(changed), (one, other) => one with { Changed = other.Recorded })];

    /// <summary>A value of it, or a difference, with its unit.</summary>
    public string Text(decimal value) => Unit == "yuan"
        ? string.Create(CultureInfo.InvariantCulture, $"¥{value:#,0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{value:#,0} {Unit}");

    private static IEnumerable<ReplayedFigure> Of(JournalReplay replay)
    {
        var market = replay.Market.View;
        var checkouts = new HashSet<long>();
        var (paid, confirmed, closed, gmv) = (0L, 0L, 0L, Money.Zero);
        foreach (var order in market.AllOrders())
        {
            checkouts.Add(order.Id.Checkout.Packed);
            paid += order.PaidAt is null ? 0 : 1;
            gmv += order.PaidAt is null ? Money.Zero : order.Total;
            confirmed += order.ConfirmedAt is null ? 0 : 1;
            closed += order.Status == OrderStatus.Closed ? 1 : 0;
        }

        var money = OrderMoney.OfMovements(kind => market.Movements(kind).Amount);
        yield return Figure("Merchandise paid (GMV)", "yuan", gmv.Yuan);
        yield return Figure("Orders placed", "orders", market.Orders.Placed);
        yield return Figure("Orders paid", "orders", paid);
        yield return Figure("Orders confirmed", "orders", confirmed);
        yield return Figure("Orders closed", "orders", closed);
        yield return Figure("Refunded", "yuan", money.Refunded.Yuan);
        yield return Figure("Released to stores and platform", "yuan", money.Released.Yuan);
        yield return Figure("Held in escrow", "yuan", money.Held.Yuan);
        yield return Figure("Checkouts asked, without an order", "checkouts",
            replay.Checkouts - checkouts.Count);
    }

    private static ReplayedFigure Figure(string name, string unit, decimal value) =>
        new(name, unit, value, 0);
}
