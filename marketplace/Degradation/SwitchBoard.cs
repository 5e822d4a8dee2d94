namespace FlashSale.Marketplace;

/// <summary>
/// The degradation switches: which are on, who turned them, why, and until when (rule CAP-2).
/// </summary>
/// <remarks>
/// The trace holds the last <see cref="TraceMax"/> flips and the last one of each switch; a host that must
/// keep all of them writes them to its journal (rule IDN-5). The trace is the whole state.
/// </remarks>
public sealed class SwitchBoard
{
    /// <summary>The longest trace.</summary>
    public const int TraceMax = 1_024;

    private static readonly int SwitchesMax = (int)Enum.GetValues<Switch>().Max() + 1;

    private readonly List<SwitchFlip> _trace = [];
    private readonly SwitchFlip?[] _last = new SwitchFlip?[SwitchesMax];

    /// <summary>The flips, the oldest first.</summary>
    public IReadOnlyList<SwitchFlip> Trace => _trace;

    /// <summary>How many flips there have been, with those that the trace has dropped.</summary>
    public long Flips { get; private set; }

    /// <summary>Builds a board again from its trace.</summary>
    /// <exception cref="ArgumentException">The trace is too long, or its numbers do not rise.</exception>
    public static SwitchBoard Of(IEnumerable<SwitchFlip> trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var board = new SwitchBoard();
        foreach (var flip in trace)
        {
            if (flip.Number <= board.Flips || board._trace.Count == TraceMax)
            {
                throw new ArgumentException("This is not the trace of a switch board.", nameof(trace));
            }

            board.Append(flip);
        }

        return board;
    }

    /// <summary>Whether a switch is on.</summary>
    public bool IsOn(Switch which, DateTimeOffset now) =>
        _last[(int)which] is { On: true } last && (last.Until is not { } until || now < until);

    /// <summary>The last flip of a switch; null if it was never touched.</summary>
    public SwitchFlip? LastOf(Switch which) => _last[(int)which];

    /// <summary>Turns a switch on, for a while or until it is turned off.</summary>
    public FlipResult TurnOn(Switch which, string who, string why, DateTimeOffset now, DateTimeOffset? until)
    {
        if (Repeats.IsFlip(LastOf(which), new SwitchCommand(which, true, who, why, until)))
        {
            return FlipResult.Flipped;
        }

        if (until <= now)
        {
            return FlipResult.EndsTooEarly;
        }

        return IsOn(which, now) && LastOf(which)!.Until == until
            ? FlipResult.NoChange
            : Flip(new SwitchFlip(Flips + 1, which, true, who, why, now, until));
    }

    /// <summary>Turns a switch off.</summary>
    public FlipResult TurnOff(Switch which, string who, string why, DateTimeOffset now) =>
        Repeats.IsFlip(LastOf(which), new SwitchCommand(which, false, who, why, null)) ? FlipResult.Flipped
        : IsOn(which, now)
            ? Flip(new SwitchFlip(Flips + 1, which, false, who, why, now, null))
            : FlipResult.NoChange;

    private FlipResult Flip(SwitchFlip flip)
    {
        Invariant.Holds(Enum.IsDefined(flip.Switch), "only switches that exist are flipped");
        if (string.IsNullOrWhiteSpace(flip.Who) || flip.Who.Length > Limits.NameLengthMax
            || string.IsNullOrWhiteSpace(flip.Why) || flip.Why.Length > Signature.WhyLengthMax)
        {
            return FlipResult.NoReason;
        }

        if (_trace.Count == TraceMax)
        {
            _trace.RemoveAt(_trace.FindIndex(old => old != LastOf(old.Switch) || old.Switch == flip.Switch));
        }

        Append(flip);
        return FlipResult.Flipped;
    }

    private void Append(SwitchFlip flip)
    {
        _trace.Add(flip);
        _last[(int)flip.Switch] = flip;
        Flips = flip.Number;
    }
}
