namespace FlashSale.Grains;

/// <summary>
/// The festival as one silo knows it: switches, phases, and the limit in front (rules CAP-1, CAP-2).
/// </summary>
/// <remarks>
/// It is told of a change before the change is answered, and asks again every few seconds, so that a silo
/// that could not be told follows soon.
/// </remarks>
internal sealed class FestivalWatch(Policy policy) : IFestivalWatcher
{
    private readonly Lock _gate = new();
    private TokenRate _admission;
    private FestivalState _state = FestivalState.None;
    private SwitchBoard _board = new();

    /// <summary>The state that is known here.</summary>
    public FestivalState State => _state;

    /// <summary>Into how many parts the limit in front is split: the silos that are active.</summary>
    public int Silos { get; set; } = 1;

    /// <summary>Whether a switch is on.</summary>
    public bool IsOn(Switch which, DateTimeOffset now) => _board.IsOn(which, now);

    /// <summary>Takes a newer state over.</summary>
    public Task Changed(FestivalState state)
    {
        lock (_gate)
        {
            if (state.Version > _state.Version)
            {
                (_state, _board) = (state, SwitchBoard.Of(state.Flips));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Asks to admit one checkout; null if it is admitted, else the answer.</summary>
    public CheckoutAnswer? Admit(DateTimeOffset now)
    {
        if (_state.IsPaused(now))
        {
            return CheckoutRules.Throttled(TimeSpan.FromSeconds(1), now);
        }

        lock (_gate)
        {
            var share = policy.Admission with
            {
                RequestsPerSecond = Math.Max(1, _state.Admitted(policy) / Math.Max(1, Silos)),
            };
            var answer = _admission.Ask(now, share);
            return answer.Result == AdmissionResult.Admitted
                ? null
                : CheckoutRules.Throttled(answer.Wait, now);
        }
    }
}
