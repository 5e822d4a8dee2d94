using System.Diagnostics;
using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>Trouble that was made, and what became of it.</summary>
/// <param name="Second">When, from the beginning of the test; −1 if the load ended before it.</param>
/// <param name="Kind">What was done: run, kill, switch-on, switch-off.</param>
/// <param name="Target">To what.</param>
/// <param name="Problem">Why it could not be done; null if it was.</param>
/// <param name="RecoverySeconds">
/// Until the market was again as before: 0 if nobody noticed, null if it never was.
/// </param>
/// <param name="PlannedAt">
/// When it was planned, in seconds from the end of the warm-up; null in results of older versions.
/// </param>
public sealed record ChaosOutcome(
    int Second, string Kind, string Target, string? Problem, int? RecoverySeconds, double? PlannedAt = null);

/// <summary>Makes trouble at the moments of a timeline, beside the load.</summary>
public sealed class ChaosTimeline
{
    /// <summary>How long a command may go on when the load has ended; then it is killed.</summary>
    public static readonly TimeSpan CommandWithin = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _over = new();
    private readonly ApiDesk? _desk;
    private readonly Func<string, int?> _processOf;
    private readonly IReadOnlyList<ChaosStep> _steps;
    private readonly TimeSpan _warmUp;
    private readonly List<Task<ChaosOutcome>> _done = [];

    /// <summary>A timeline that has not begun.</summary>
    /// <param name="steps">The steps, counted from the end of the warm-up.</param>
    /// <param name="warmUp">How long that is.</param>
    /// <param name="desk">Where switches are flipped; null if none of the steps does.</param>
    /// <param name="processOf">
    /// The number of the process of a silo that the driver has started, by its name; null if it has started
    /// none.
    /// </param>
    public ChaosTimeline(
        IReadOnlyList<ChaosStep> steps, TimeSpan warmUp, ApiDesk? desk = null,
        Func<string, int?>? processOf = null)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _processOf = processOf ?? (static _ => null);
        (_steps, _warmUp, _desk) = ([.. steps.OrderBy(step => step.At)], warmUp, desk);
    }

    /// <summary>Begins what is due, without waiting for it.</summary>
    public void Advance(TimeSpan elapsed)
    {
        while (_done.Count < _steps.Count && _steps[_done.Count].At + _warmUp <= elapsed)
        {
            var step = _steps[_done.Count];
            _done.Add(Task.Run(() => Do(step, (int)elapsed.TotalSeconds)));
        }
    }

    /// <summary>What became of all of it, given the seconds of the load.</summary>
    /// <param name="timeline">The seconds.</param>
    /// <param name="stop">Kills commands that still run, instead of waiting for them.</param>
    public async Task<IReadOnlyList<ChaosOutcome>> Outcomes(
        IReadOnlyList<SecondRow> timeline, CancellationToken stop = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(CommandWithin);
        using var over = limit.Token.Register(() => _over.TrySetResult());
        var all = await Task.WhenAll(_done);
        return
        [
            .. all.Select(one => one with { RecoverySeconds = RecoveryTime.After(timeline, one.Second) }),
            .. _steps.Skip(all.Length).Select(step => OutcomeOf(step, -1) with
            {
                Problem = "the load ended before it",
            }),
        ];
    }

    private async Task<ChaosOutcome> Do(ChaosStep step, int second)
    {
        var outcome = OutcomeOf(step, second);
        try
        {
            var problem = step.Kind switch
            {
                ChaosKind.Run => await Run(step.Target),
                ChaosKind.Kill => await Signal("-KILL", step.Target),
                ChaosKind.Pause => await Signal("-STOP", step.Target),
                ChaosKind.Resume => await Signal("-CONT", step.Target),
                _ => await Flip(step),
            };
            return outcome with { Problem = problem };
        }
        catch (Exception fault)
            when (fault is IOException or ArgumentException or InvalidOperationException
                or System.ComponentModel.Win32Exception)
        {
            return outcome with { Problem = fault.Message };
        }
    }

    private static ChaosOutcome OutcomeOf(ChaosStep step, int second) =>
        new(second, Words.Of(step.Kind), step.Target, null, null, step.At.TotalSeconds);

    private Task<string?> Run(string command) => Run("/bin/sh", ["-c", command]);

    private async Task<string?> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))
            ?? throw new InvalidOperationException($"{program} does not start");
        var end = process.WaitForExitAsync();
        if (await Task.WhenAny(end, _over.Task) != end)
        {
            process.Kill(entireProcessTree: true);
            return "it did not end with the load and was killed";
        }

        return process.ExitCode == 0 ? null : FormattableString.Invariant($"exit code {process.ExitCode}");
    }

    private async Task<string?> Signal(string signal, string target)
    {
        if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var given))
        {
            return await Run("kill", [signal, given.ToString(CultureInfo.InvariantCulture)]);
        }

        return _processOf(target) is { } process
            ? await Run("kill", [signal, process.ToString(CultureInfo.InvariantCulture)])
            : $"no {target} was started here; allowed: the number of a process";
    }

    private async Task<string?> Flip(ChaosStep step)
    {
        var desk = _desk ?? throw new InvalidOperationException("switches are flipped over the HTTP API");
        await desk.Flip(
            step.Target, step.Kind == ChaosKind.SwitchOn, "a step of a load test", CancellationToken.None);
        return null;
    }
}
