namespace FlashSale.Grains;

/// <summary>
/// The festival as one silo knows it: switches, phases, policies, and the limit in front (rules CAP-1, CAP-2,
/// GOV-1).
/// </summary>
/// <remarks>
/// It is told of a change before the change is answered, and asks again every few seconds, so that a silo
/// that could not be told follows soon. A silo that gets no answer for long decides nothing any more.
/// </remarks>
internal sealed class FestivalWatch(Policy policy) : IFestivalWatcher
{
    /// <summary>So often a silo may ask in vain before it is behind; it is before its first answer.</summary>
    public const int MissesMax = 4;


    private readonly Lock _gate = new();
    private TokenRate _admission;
    private FestivalState _state = FestivalState.None;
    private SwitchBoard _board = new();
    private volatile int _misses = MissesMax;

    /// <summary>The state that is known here.</summary>
    public FestivalState State => _state;

    /// <summary>The policy that silos begin with.</summary>
    public Policy FirstPolicy => policy;

    /// <summary>Which policy is in force when.</summary>
    public PolicyTimeline Policies { get; private set; } = PolicyTimeline.Of(policy);

    /// <summary>Whether it may be that a change is not known here.</summary>
    public bool IsBehind => _misses >= MissesMax;

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
                Policies = state.Policies ?? PolicyTimeline.Of(policy);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Takes the answer to a question over; null if there was none.</summary>
    public void Answered(FestivalState? state)
    {
        if (state is null)
        {
            _misses = Math.Min(_misses + 1, MissesMax);
            return;
        }

        Changed(state);
        _misses = 0;
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
            var inForce = Policies.At(now);
            var share = inForce.Admission with
            {
                RequestsPerSecond = Math.Max(1, _state.Admitted(inForce) / Math.Max(1, Silos)),
            };
            var answer = _admission.Ask(now, share);
            return answer.Result == AdmissionResult.Admitted
                ? null
                : CheckoutRules.Throttled(answer.Wait, now);
        }
    }
}
