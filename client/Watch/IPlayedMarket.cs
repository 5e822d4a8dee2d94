using FlashSale.Engine;

namespace FlashSale.Client;

/// <summary>A market in virtual time that is played for somebody who watches.</summary>
internal interface IPlayedMarket
{
    /// <summary>The market, to look at.</summary>
    MarketView Market { get; }

    /// <summary>The numbers of its rules at the start.</summary>
    Policy Policy { get; }

    /// <summary>The moment that times are counted from.</summary>
    DateTimeOffset Zero { get; }

    /// <summary>The beginning of the day whose payments are the GMV; null where all days are.</summary>
    DateTimeOffset? Midnight { get; }

    /// <summary>Where its buyers live; null if nobody knows.</summary>
    MarketRegions? Regions { get; }

    /// <summary>How far it is, counted from its zero.</summary>
    TimeSpan At { get; }

    /// <summary>Whether nothing is left to happen.</summary>
    bool IsOver { get; }

    /// <summary>Has somebody told what happens; who can change nothing.</summary>
    void Watch(IMarketObserver watcher);

    /// <summary>Lets up to so many events happen; false if nothing is left.</summary>
    bool Step(int eventsMax);

    /// <summary>The same up to a time, this included; false if nothing is left until then.</summary>
    bool StepUntil(TimeSpan time, int eventsMax);

    /// <summary>Recomputes every invariant of the market from scratch.</summary>
    AuditReport Audit();
}
