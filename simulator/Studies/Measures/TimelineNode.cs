namespace FlashSale.Simulator;

/// <summary>A function of the timeline: at, sum, mean, max, min, first.</summary>
/// <remarks>
/// A column that counts in each row has a sum, and a rate per second; one that is a level has a value at a
/// moment, and keeps it after the last row. A run that was stopped has no value after its last row, unless
/// all runs stop at a horizon, which no moment is later than.
/// </remarks>
internal sealed class TimelineNode : MeasureNode
{
    private const int FirstHour = 3_600;

    private static readonly (string Name, string Form)[] Forms =
    [
        ("at", "at(column, moment)"), ("sum", "sum(column, from, until)"),
        ("mean", "mean(rate(column), from, until)"), ("max", "max(rate(column), from, until)"),
        ("min", "min(rate(column), from, until)"), ("first", "first(column > x)"),
    ];

    private readonly string _name;
    private readonly IReadOnlyList<MeasureNode> _parts;
    private readonly OperatorNode? _passed;
    private readonly FieldNode? _named;
    private readonly bool _isRate;
    private readonly bool _endsAtHorizon;
    private readonly Measure? _column;

    /// <summary>A function of parts that were read.</summary>
    public TimelineNode(int at, string name, IReadOnlyList<MeasureNode> parts, bool endsAtHorizon)
        : base(at)
    {
        (_name, _parts, _endsAtHorizon) = (name, parts, endsAtHorizon);
        _passed = name == "first" ? parts[0] as OperatorNode : null;
        var subject = name == "first" ? _passed?.Left : parts[0];
        var rate = subject as FunctionNode is { Name: FunctionNode.Rate } function ? function : null;
        (_isRate, _named) = (rate is not null, (rate?.Parts[0] ?? subject) as FieldNode);
        _column = Measures.All.FirstOrDefault(one => one.Column == _named?.Field);
    }

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Forms.Select(form => form.Name);

    private bool IsLevel => _column!.GoesOn;

    private bool HasMoments => _name != "first";

    /// <summary>How a function is written, for messages.</summary>
    public static string FormOf(string name) => Array.Find(Forms, form => form.Name == name).Form;

    /// <summary>How many parts it takes.</summary>
    public static int PartsOf(string name) => name switch { "first" => 1, "at" => 2, _ => 3 };

    /// <summary>What a column can be asked for, for messages.</summary>
    public static string ExampleOf(string column) =>
        Measures.All.First(one => one.Column == column).GoesOn
            ? $"at({column}, 10min)" : $"sum({column}, 0s, 1h)";

    public override MeasureUnit? UnitIn(MeasureCheck check)
    {
        if (_named is null || (_name == "first" && _passed is not { Between.IsComparison: true }))
        {
            return check.Refuse(this, "names no column of timeline.csv", FormOf(_name));
        }

        if (_column is null)
        {
            return check.RefuseWord(this, _named.Field, "is no column of timeline.csv",
                [.. Measures.All.Select(one => one.Column)]);
        }

        return IsKindWrong(check) || AreMomentsWrong(check) ? null : Unit(check);
    }

    public override double? Of(IStoredRun run)
    {
        var rows = run.Timeline;
        if (_column is null || rows.Count == 0)
        {
            return null;
        }

        if (!HasMoments)
        {
            return _passed!.Right.Of(run) is { } limit ? First(rows, limit) : null;
        }

        var (from, until) = (SecondsOf(1), SecondsOf(_parts.Count - 1));
        return run.Summary.Partial && !_endsAtHorizon && rows[^1].EndSeconds < until ? null
            : _name == "at" ? LevelAt(rows, until) : Over(rows, from, until);
    }

    public override string ToString() => $"{_name}({string.Join(", ", _parts)})";

    private MeasureUnit? Unit(MeasureCheck check)
    {
        var own = MeasureUnit.Of(_column!.Unit)!;
        var unit = _isRate ? own.Over(MeasureUnit.Of("s")!) : own;
        if (_name != "first")
        {
            return unit;
        }

        return _passed!.Right.UnitIn(check) is not { } limit ? null
            : unit.With(limit) is null
                ? check.Refuse(_passed, $"compares {unit} and {limit}", "terms of one unit")
            : MeasureUnit.Of("s");
    }

    private bool IsKindWrong(MeasureCheck check)
    {
        var column = _column!.Column;
        var before = check.Problems.Count;
        if (IsLevel && (_isRate || _name == "sum"))
        {
            check.Refuse(this, $"takes {column}, a level, for a count",
                $"at({column}, 10min), max({column}, 0s, 1h)");
        }
        else if (!IsLevel && !_isRate && _name != "sum")
        {
            check.Refuse(this, $"takes {column}, which counts in each row, for a level",
                $"sum({column}, 0s, 1h), max(rate({column}), 0s, 1h), first(rate({column}) > 1)");
        }
        else if (_isRate && _name is "sum" or "at")
        {
            check.Refuse(this, "takes a rate", $"sum({column}, 0s, 1h)");
        }

        return check.Problems.Count > before;
    }

    private bool AreMomentsWrong(MeasureCheck check)
    {
        var before = check.Problems.Count;
        foreach (var part in HasMoments ? _parts.Skip(1) : [])
        {
            if (part is not MomentNode { Seconds: { } seconds } moment)
            {
                check.Refuse(part, "is no moment", "a length since midnight: 26s, 10min, 1d 6h, -5min");
            }
            else if (seconds != Math.Floor(seconds) || (seconds is < 0 or > FirstHour && seconds % 60 != 0))
            {
                check.Refuse(moment, "lies within a row of timeline.csv",
                    "whole seconds in the first hour, whole minutes else");
            }
            else if (check.Scope.Horizon is { } horizon && seconds > horizon.TotalSeconds)
            {
                check.Refuse(moment, $"is later than the horizon {FileWords.Of(horizon)}, where runs stop",
                    "a moment before the horizon, or a later horizon");
            }
        }

        if (check.Problems.Count == before && HasMoments && _parts.Count == 3 && SecondsOf(1) >= SecondsOf(2))
        {
            check.Refuse(this, "ends before it begins", FormOf(_name));
        }

        return check.Problems.Count > before;
    }

    private double? LevelAt(IReadOnlyList<TimelineRow> rows, long moment) =>
        RowAt(rows, moment) - 1 is >= 0 and var last ? ValueOf(rows[last]) : null;

    private double? Over(IReadOnlyList<TimelineRow> rows, long from, long until)
    {
        var within = rows.Skip(RowAt(rows, from)).TakeWhile(row => row.EndSeconds <= until).ToList();
        return _name switch
        {
            "sum" => within.Sum(ValueOf),
            "mean" => (within.Sum(row => ValueOf(row) * row.LengthSeconds) + After(rows[^1], from, until))
                / (until - from),
            "max" => within.Max(row => (double?)ValueOf(row)),
            _ => within.Min(row => (double?)ValueOf(row)),
        };
    }

    private double After(TimelineRow last, long from, long until) =>
        _isRate ? 0 : ValueOf(last) * Math.Max(0, until - Math.Max(from, last.EndSeconds));

    private double? First(IReadOnlyList<TimelineRow> rows, double limit) =>
        rows.FirstOrDefault(row => _passed!.Between.Of(ValueOf(row), limit) == 1)?.EndSeconds;

    private double ValueOf(TimelineRow row)
    {
        var value = _column!.IsMoney ? (double)row.Yuan(_column) : row[_column];
        return _isRate ? value / row.LengthSeconds : value;
    }

    private long SecondsOf(int part) => (long)((_parts[part] as MomentNode)?.Seconds ?? 0);

    // The first row that does not begin before a moment.
    private static int RowAt(IReadOnlyList<TimelineRow> rows, long moment)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Seconds < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
