using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>Begins the visits of a load when they are due, and counts how they end.</summary>
internal interface IInjection
{
    /// <summary>Who injects, in a word for reports.</summary>
    string Name { get; }

    /// <summary>What was counted so far.</summary>
    LoadTally Tally { get; }

    /// <summary>Visits that have not ended.</summary>
    int InFlight { get; }

    /// <summary>Runs the load, and has the market audited when it is over.</summary>
    /// <param name="eachStep">Called again and again with the time that has passed.</param>
    /// <param name="audit">Audits the market.</param>
    /// <param name="stop">Begins no more visits.</param>
    Task<AuditSummary?> Run(
        Action<TimeSpan> eachStep, Func<Task<AuditSummary?>> audit, CancellationToken stop);
}

/// <summary>Makes the injection of a planned load.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="work">The load.</param>
/// <param name="visits">What each arrival does.</param>
internal delegate IInjection Injector(LoadOptions options, LoadWork work, IVisits visits);
