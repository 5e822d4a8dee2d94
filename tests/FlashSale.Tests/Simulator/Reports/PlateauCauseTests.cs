using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Reports;

/// <summary>What held payments is told from the rows of their plateau, and from no other.</summary>
public sealed class PlateauCauseTests
{
    private static readonly PaymentPlateau Plateau = new(100, 5, 1_000, 10);

    [Theory]
    [InlineData(5_000, "the capacity of the channels, for which payments waited 5 s on average")]
    [InlineData(120_000, "the capacity of the channels, for which payments waited 2 minutes on average")]
    public void Payments_that_wait_are_held_by_the_channels(long waiting, string cause) =>
        Assert.Equal(cause, PlateauCause.Of(Plateau, Rows(waiting, refused: 900)));

    [Fact]
    public void Where_hardly_a_payment_waits_and_checkouts_are_refused_it_is_the_gateway() => Assert.Equal(
        "the gateway, which let orders through at 1,200/s and refused checkouts at 900/s, while hardly a "
            + "payment waited",
        PlateauCause.Of(Plateau, Rows(waiting: 4_900, refused: 900)));

    [Fact]
    public void Where_neither_happened_nothing_is_named() => Assert.Equal(
        "nothing that the run counts", PlateauCause.Of(Plateau, Rows(waiting: 4_900, refused: 59)));

    [Fact]
    public void What_happened_before_and_after_the_plateau_explains_nothing_of_it()
    {
        List<TimelineRow> rows =
        [
            Row(99, waiting: 10_000_000, refused: 10_000_000), .. Rows(waiting: 0, refused: 0),
            Row(400, waiting: 10_000_000, refused: 10_000_000),
        ];

        Assert.Equal("nothing that the run counts", PlateauCause.Of(Plateau, rows));
    }

    private static List<TimelineRow> Rows(long waiting, long refused) =>
        [.. Enumerable.Range(100, 300).Select(second => Row(second, waiting, refused))];

    private static TimelineRow Row(int second, long waiting, long refused)
    {
        var values = new long[Measures.All.Count];
        values[Measures.QueuedPayments.Index] = waiting;
        values[Measures.Refused.Index] = refused;
        values[Measures.Placed.Index] = 1_200;
        return new TimelineRow(second, 1, values);
    }
}
