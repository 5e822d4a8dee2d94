namespace FlashSale.Tests.Simulator.Queueing;

/// <summary>Closed formulas that the simulated queues are compared with.</summary>
internal static class QueueTheory
{
    /// <summary>The probability that a customer of M/M/c has to wait (Erlang C).</summary>
    /// <param name="servers">c.</param>
    /// <param name="load">Arrivals a second times the mean service in seconds; below c.</param>
    public static double ErlangC(int servers, double load)
    {
        var blocked = 1.0; // Erlang B, by its recursion over the servers
        for (var server = 1; server <= servers; server++)
        {
            blocked = load * blocked / (server + load * blocked);
        }

        return blocked / (1 - load / servers * (1 - blocked));
    }

    /// <summary>The mean wait in M/M/c, in mean service times.</summary>
    public static double MeanWaitMMc(int servers, double load) => ErlangC(servers, load) / (servers - load);

    /// <summary>The mean wait in M/D/1, in service times.</summary>
    public static double MeanWaitMD1(double load) => load / (2 * (1 - load));
}
