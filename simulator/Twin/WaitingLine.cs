namespace FlashSale.Simulator;

/// <summary>
/// The theory of a line before identical servers, with random arrivals and random services (M/M/c).
/// </summary>
/// <remarks>
/// What <see cref="Station"/> does by events, in closed form: tests compare the two. Arrivals that come in
/// bursts, or services that differ more, stretch the wait by a factor (Allen and Cunneen).
/// </remarks>
/// <param name="Servers">How many are served at once.</param>
/// <param name="ServiceSeconds">The mean service.</param>
/// <param name="ArrivalsPerSecond">The mean rate.</param>
public readonly record struct WaitingLine(int Servers, double ServiceSeconds, double ArrivalsPerSecond)
{
    /// <summary>The share of time that a server is busy; from 1 on the line grows without end.</summary>
    public double Utilisation => ArrivalsPerSecond * ServiceSeconds / Servers;

    /// <summary>The probability that one who comes has to wait (Erlang C); 1 if the line grows.</summary>
    public double ShareWaiting
    {
        get
        {
            if (Utilisation >= 1)
            {
                return 1;
            }

            var (load, blocked) = (ArrivalsPerSecond * ServiceSeconds, 1.0);
            for (var server = 1; server <= Servers; server++)
            {
                blocked = load * blocked / (server + load * blocked); // Erlang B, by its recursion
            }

            return blocked / (1 - Utilisation * (1 - blocked));
        }
    }

    /// <summary>The mean wait in seconds; infinite if the line grows.</summary>
    public double MeanWaitSeconds => Utilisation >= 1 ? double.PositiveInfinity : ShareWaiting / Slack;

    private double Slack => Servers / ServiceSeconds - ArrivalsPerSecond;

    /// <summary>
    /// So long waits nobody but a share of those who come, in seconds; infinite if the line grows.
    /// </summary>
    /// <param name="exceptShare">The share that may wait longer: 0.01 for the 99th percentile.</param>
    public double WaitSeconds(double exceptShare)
    {
        if (Utilisation >= 1)
        {
            return double.PositiveInfinity;
        }

        var waiting = ShareWaiting;
        return waiting <= exceptShare ? 0 : ExactMath.Ln(waiting / exceptShare) / Slack;
    }
}
