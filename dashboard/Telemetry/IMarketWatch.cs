namespace FlashSale.Dashboard;

/// <summary>The market as the dashboard watches it: whichever host runs it.</summary>
public interface IMarketWatch
{
    /// <summary>The market now; null if the host cannot tell at this moment.</summary>
    ValueTask<MarketReading?> Read(CancellationToken stop);

    /// <summary>Counts everything again; null if this host does so only when an operator asks.</summary>
    /// <remarks>What takes long is asked for seldom: at most a thousandth of the time.</remarks>
    ValueTask<AuditReport?> Recount(CancellationToken stop);
}

/// <summary>What an operator can do with a host beyond the market's own commands.</summary>
public interface IHostControls
{
    /// <summary>What this host offers.</summary>
    ControlKinds Offered { get; }

    /// <summary>Whether time stands still.</summary>
    bool IsPaused { get; }

    /// <summary>How many seconds of the market pass in a second; 0 for as fast as possible.</summary>
    double Speed { get; }

    /// <summary>Lets a simulation stand still, or go on.</summary>
    void Pause(bool isPaused);

    /// <summary>Lets a simulation run at another speed; 0 for as fast as possible.</summary>
    void SetSpeed(double speed);

    /// <summary>Changes how many checkouts a second are admitted (rule CAP-1).</summary>
    ValueTask Admit(int requestsPerSecond);

    /// <summary>Asks the host to finish what it has begun and to stop.</summary>
    void Drain();
}

/// <summary>The controls that a host can offer.</summary>
[Flags]
public enum ControlKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Pause and speed of a simulation.</summary>
    Time = 1,

    /// <summary>The limit in front of the market.</summary>
    Admission = 2,

    /// <summary>Degradation switches.</summary>
    Switches = 4,

    /// <summary>An audit on request.</summary>
    Audit = 8,

    /// <summary>Draining this host.</summary>
    Drain = 16,
}
