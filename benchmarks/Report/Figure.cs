namespace FlashSale.Benchmarks;

/// <summary>What a figure has to reach.</summary>
/// <param name="Limit">The number of DESIGN.md, column «bar now».</param>
/// <param name="IsFloor">Whether more is better.</param>
internal sealed record FigureBar(double Limit, bool IsFloor)
{
    /// <summary>At least so much.</summary>
    public static FigureBar AtLeast(double limit) => new(limit, IsFloor: true);

    /// <summary>At most so much.</summary>
    public static FigureBar AtMost(double limit) => new(limit, IsFloor: false);

    /// <summary>Whether a value is good enough.</summary>
    public bool IsReachedBy(double value) => IsFloor ? value >= Limit : value <= Limit;
}

/// <summary>One number that a run brought.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Value">The number; not a number if there is none, and then the note says why.</param>
/// <param name="Bar">What it has to reach; null if nothing is asked of it.</param>
/// <param name="Note">Why there is no number.</param>
internal sealed record Figure(
    string Name, string Unit, double Value, FigureBar? Bar = null, string Note = "");

/// <summary>A figure over all runs.</summary>
internal sealed class FigureSummary
{
    private readonly double[] _sorted;

    /// <summary>Adds up the same figure of several runs, in the order of the runs.</summary>
    public FigureSummary(string row, IReadOnlyList<Figure> runs)
    {
        Row = row;
        First = runs[0];
        Runs = [.. runs.Select(run => run.Value)];
        _sorted = [.. Runs.Where(double.IsFinite).Order()];
        Notes = [.. runs.Select(run => run.Note).Where(note => note != "")];
    }

    /// <summary>The row's name.</summary>
    public string Row { get; }

    /// <summary>The figure of the first run, for its name, unit and bar.</summary>
    public Figure First { get; }

    /// <summary>The value of every run.</summary>
    public IReadOnlyList<double> Runs { get; }

    /// <summary>Why runs brought no number.</summary>
    public IReadOnlyList<string> Notes { get; }

    public double Min => _sorted.Length == 0 ? double.NaN : _sorted[0];

    public double Max => _sorted.Length == 0 ? double.NaN : _sorted[^1];

    /// <summary>The middle run; the mean of the two in the middle of an even number.</summary>
    public double Median => _sorted.Length == 0
        ? double.NaN
        : (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>Whether the median reaches the bar, in every run that counts; null without a bar.</summary>
    public bool? IsReached => First.Bar is { } bar
        ? double.IsFinite(Median) && bar.IsReachedBy(Median)
        : null;
}
