namespace FlashSale.Simulator;

/// <summary>
/// Starts forked runs at the end of their past, which is made by whoever needs it first, and kept.
/// </summary>
/// <param name="cache">Where pasts are kept.</param>
/// <param name="clock">Tells how long a past takes; never seen by a run.</param>
internal sealed class PastRunner(PastCache cache, TimeProvider clock)
{
    private const int EventsPerLook = 20_000;

    /// <summary>The run of an arm, at the end of the past; null if it was asked to stop before.</summary>
    /// <param name="past">The past.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="runs">Makes runs of their kind.</param>
    /// <param name="stop">Cancelled when nobody waits any more.</param>
    /// <exception cref="IOException">The past cannot be kept.</exception>
    public RunStart? Start(
        RunPast past, IStudiedScenario arm, IStudiedRuns runs, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        if (cache.Read(past.Key, (reader, took) => new RunStart(
            runs.GoOn(reader, past.Scenario, arm), HasMadePast: false, took)) is { } kept)
        {
            return kept with
            {
                SparedSeconds = kept.SparedSeconds - clock.GetElapsedTime(began).TotalSeconds,
            };
        }

        var run = runs.Create(past.Scenario);
        while (run.StepUntil(past.Until, EventsPerLook))
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }
        }

        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        cache.Keep(past.Key, seconds, run.Save);
        var fork = run.ForkInto(arm);
        return new RunStart(fork, true, seconds - clock.GetElapsedTime(began).TotalSeconds);
    }
}

/// <summary>A run that is about to go on.</summary>
/// <param name="Run">The run.</param>
/// <param name="HasMadePast">Whether its past was made for it.</param>
/// <param name="SparedSeconds">
/// How much sooner it is there than without a past that others share; below 0 of the one that made it.
/// </param>
internal sealed record RunStart(IStudiedRun Run, bool HasMadePast = false, double SparedSeconds = 0);
