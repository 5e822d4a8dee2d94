namespace FlashSale.Simulator;

/// <summary>The changes of the policy that a scenario has planned, in a real market (rule GOV-1).</summary>
/// <remarks>
/// Each is sent whole when its moment comes, so that it ends what an operator has changed meanwhile.
/// </remarks>
internal sealed class LivePolicies
{
    private const long SecondMs = 1_000;

    private readonly LiveRun _run;
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<(TimeSpan At, Policy Policy)> _steps;

    /// <summary>Plans those that lie ahead.</summary>
    public LivePolicies(LiveRun run)
    {
        (_run, _scenario) = (run, run.World.Scenario);
        _steps = PolicyChange.Timeline(_scenario.PolicyAtStart(), _scenario.Changes);
        for (var step = 0; step < _steps.Count; step++)
        {
            if (Ms(_steps[step].At) > run.NowMs)
            {
                run.Plan(Ms(_steps[step].At), EventKind.ChangePolicy, step, 0);
            }
        }
    }

    /// <summary>Sends the one whose moment has come while the market stood, or before it was begun.</summary>
    public async Task CatchUp(DateTimeOffset stoodAt)
    {
        var stood = (long)(stoodAt - _scenario.Festival.Midnight).TotalMilliseconds;
        var (before, now) = (LastUntil(Math.Max(stood, _scenario.OpensAtMs)), LastUntil(_run.NowMs));
        if (now > before)
        {
            await Change(now);
        }

        await _run.Learn();
    }

    /// <summary>The policy changes at once.</summary>
    public async Task Change(int step)
    {
        if (LastUntil(_run.NowMs - (_run.NowMs % SecondMs) + SecondMs - 1) > step)
        {
            return; // the next one comes in the same second, or has come, and has this one in it
        }

        await _run.Market.ChangePolicy(LiveFestival.OfSample(_steps[step].Policy, _run.World));
        await _run.Learn();
    }

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;

    // The last step until a time; −1 if there is none.
    private int LastUntil(long ms)
    {
        var last = -1;
        for (var step = 0; step < _steps.Count && Ms(_steps[step].At) <= ms; step++)
        {
            last = step;
        }

        return last;
    }
}
