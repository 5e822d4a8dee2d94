namespace FlashSale.Simulator;

/// <summary>What held payments at their level, told from what the run counted in that time.</summary>
/// <remarks>
/// Payments that wait for their channel some seconds on average are held by the channels' capacity. Where
/// hardly one waits and the gateway refuses checkouts all the while, it is the gateway that lets no more
/// orders through. Else the run has counted nothing that held them.
/// </remarks>
internal static class PlateauCause
{
    // Less is what a bank takes anyway, and the scatter of a sample.
    private const double WaitSecondsMin = 5;
    private const double RefusedShareMin = 0.05;

    /// <summary>The sentence that names it.</summary>
    /// <param name="plateau">When payments ran level, and at which rate.</param>
    /// <param name="timeline">All rows of the run.</param>
    public static string Of(PaymentPlateau plateau, IReadOnlyList<TimelineRow> timeline)
    {
        var until = plateau.FromSeconds + plateau.Minutes * 60;
        var rows = timeline.Where(row => row.Seconds >= plateau.FromSeconds && row.Seconds < until).ToList();
        var waiting = rows.Select(row => (double)row[Measures.QueuedPayments]).DefaultIfEmpty().Average();
        var wait = waiting / plateau.PaymentsPerSecond;
        if (wait >= WaitSecondsMin)
        {
            return "the capacity of the channels, for which payments waited "
                + $"{Amounts.Length(wait)} on average";
        }

        var placed = rows.Sum(row => (double)row[Measures.Placed]);
        var refused = rows.Sum(row => (double)row[Measures.Refused]);
        if (refused < placed * RefusedShareMin)
        {
            return "nothing that the run counts";
        }

        var seconds = rows.Sum(row => (double)row.LengthSeconds);
        return $"the gateway, which let orders through at {Amounts.Rate(placed / seconds)} and refused "
            + $"checkouts at {Amounts.Rate(refused / seconds)}, while hardly a payment waited";
    }
}
