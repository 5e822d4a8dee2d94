namespace FlashSale.Simulator;

/// <summary>How runs of a kind of scenario go through time: their rows, moments, and curves.</summary>
internal abstract class StudiedTime
{
    /// <summary>The file that has the rows.</summary>
    public abstract string Table { get; }

    /// <summary>The unit of time of measures.</summary>
    public abstract string Unit { get; }

    /// <summary>How many seconds that is.</summary>
    public abstract long UnitSeconds { get; }

    /// <summary>The same as people say a rate: «a second».</summary>
    public abstract string RateWord { get; }

    /// <summary>What a moment may look like, for messages.</summary>
    public abstract string MomentForm { get; }

    /// <summary>A moment as an example, and a window.</summary>
    public abstract (string At, string From, string Until) Example { get; }

    /// <summary>The heading of what the points did over time.</summary>
    public abstract string Heading { get; }

    /// <summary>The same in the middle of a title.</summary>
    public abstract string InTitle { get; }

    /// <summary>Why a moment in seconds is none of a measure; null if it is one.</summary>
    public abstract (string Wrong, string Allowed)? WrongMoment(MeasureScope scope, double seconds);

    /// <summary>The moments of curves, in seconds.</summary>
    public abstract IReadOnlyList<int> MomentsOf(Study study);

    /// <summary>The columns that are drawn.</summary>
    public abstract IReadOnlyList<IRunColumn> DrawnOf(Study study);

    /// <summary>The axis of time of the curves, which shows moments up to its end.</summary>
    public abstract (Axis Axis, double Until) AxisOf(Study study);
}
