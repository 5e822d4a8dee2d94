namespace FlashSale.Simulator;

/// <summary>A function of the timeline: at, sum, mean, max, min, first.</summary>
/// <remarks>
/// A column that counts in each row has a sum, and a rate per second; one that is a level has a value at a
/// moment, and keeps it after the last row. A run that was stopped has no value after its last row, unless
/// all runs stop at a horizon, which no moment is later than.
/// </remarks>
internal sealed class TimelineNode : MeasureNode
{
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
    private readonly StudiedTime _time;
    private readonly bool _endsAtHorizon;
    private readonly IRunColumn? _column;

    /// <summary>A function of parts that were read.</summary>
    public TimelineNode(int at, string name, IReadOnlyList<MeasureNode> parts, MeasureScope scope)
        : base(at)
    {
        (_name, _parts) = (name, parts);
        (_time, _endsAtHorizon) = (scope.Time, scope.Horizon is not null);
        _passed = name == "first" ? parts[0] as OperatorNode : null;
        var subject = name == "first" ? _passed?.Left : parts[0];
        var rate = subject as FunctionNode is { Name: FunctionNode.Rate } function ? function : null;
        (_isRate, _named) = (rate is not null, (rate?.Parts[0] ?? subject) as FieldNode);
        _column = scope.Figures.Columns.FirstOrDefault(one => one.Column == _named?.Field);
    }

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Forms.Select(form => form.Name);

    private bool IsLevel => _column!.IsLevel;

    private bool HasMoments => _name != "first";

    /// <summary>How a function is written, for messages.</summary>
    public static string FormOf(string name) => Array.Find(Forms, form => form.Name == name).Form;

    /// <summary>How many parts it takes.</summary>
    public static int PartsOf(string name) => name switch { "first" => 1, "at" => 2, _ => 3 };

    /// <summary>What a column can be asked for, for messages.</summary>
    public static string ExampleOf(IRunColumn column, StudiedTime time) => column.IsLevel
        ? $"at({column.Column}, {time.Example.At})"
        : $"sum({column.Column}, {time.Example.From}, {time.Example.Until})";

    public override MeasureUnit? UnitIn(MeasureCheck check)
    {
        if (_named is null || (_name == "first" && _passed is not { Between.IsComparison: true }))
        {
            return check.Refuse(this, $"names no column of {_time.Table}", FormOf(_name));
        }

        if (_column is null)
        {
            return check.RefuseWord(this, _named.Field, $"is no column of {_time.Table}",
                [.. check.Scope.Figures.Columns.Select(one => one.Column)]);
        }

        if (check.Scope.Figures.EmptyColumn(check.Scope, _column) is var (wrong, allowed))
        {
            return check.Refuse(this, wrong, allowed);
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
        return run.IsPartial && !_endsAtHorizon && rows[^1].EndSeconds < until ? null
            : _name == "at" ? LevelAt(rows, until) : Over(rows, from, until);
    }

    public override string ToString() => $"{_name}({string.Join(", ", _parts)})";

    private MeasureUnit? Unit(MeasureCheck check)
    {
        var own = MeasureUnit.Of(_column!.Unit)!;
        var unit = _isRate ? own.Over(MeasureUnit.Of(_time.Unit)!) : own;
        if (_name != "first")
        {
            return unit;
        }

        return _passed!.Right.UnitIn(check) is not { } limit ? null
            : unit.With(limit) is null
                ? check.Refuse(_passed, $"compares {unit} and {limit}", "terms of one unit")
            : MeasureUnit.Of(_time.Unit);
    }

    private bool IsKindWrong(MeasureCheck check)
    {
        var (column, window) = (_column!.Column, $"{_time.Example.From}, {_time.Example.Until}");
        var before = check.Problems.Count;
        if (IsLevel && (_isRate || _name == "sum"))
        {
            check.Refuse(this, $"takes {column}, a level, for a count",
                $"at({column}, {_time.Example.At}), max({column}, {window})");
        }
        else if (!IsLevel && !_isRate && _name != "sum")
        {
            check.Refuse(this, $"takes {column}, which counts in each row, for a level",
                $"sum({column}, {window}), max(rate({column}), {window}), first(rate({column}) > 1)");
        }
        else if (_isRate && _name is "sum" or "at")
        {
            check.Refuse(this, "takes a rate", $"sum({column}, {window})");
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
                check.Refuse(part, "is no moment", _time.MomentForm);
            }
            else if (_time.WrongMoment(check.Scope, seconds) is var (wrong, allowed))
            {
                check.Refuse(moment, wrong, allowed);
            }
        }

        if (check.Problems.Count == before && HasMoments && _parts.Count == 3 && SecondsOf(1) >= SecondsOf(2))
        {
            check.Refuse(this, "ends before it begins", FormOf(_name));
        }

        return check.Problems.Count > before;
    }

    private double? LevelAt(IReadOnlyList<IRunRow> rows, long moment) =>
        RowAt(rows, moment) - 1 is >= 0 and var last ? ValueOf(rows[last]) : null;

    private double? Over(IReadOnlyList<IRunRow> rows, long from, long until)
    {
        var within = rows.Skip(RowAt(rows, from)).TakeWhile(row => row.EndSeconds <= until).ToList();
        return _name switch
        {
            "sum" => within.Sum(ValueOf),
            "mean" => (within.Sum(row => ValueOf(row) * LengthOf(row)) + After(rows[^1], from, until))
                / (until - from),
            "max" => within.Max(row => (double?)ValueOf(row)),
            _ => within.Min(row => (double?)ValueOf(row)),
        };
    }

    private double After(IRunRow last, long from, long until) =>
        _isRate ? 0 : ValueOf(last) * Math.Max(0, until - Math.Max(from, last.EndSeconds));

    private double? First(IReadOnlyList<IRunRow> rows, double limit) =>
        rows.FirstOrDefault(row => _passed!.Between.Of(ValueOf(row), limit) == 1) is { } row
            ? row.EndSeconds / (double)_time.UnitSeconds : null;

    private double ValueOf(IRunRow row) =>
        _isRate ? row.Of(_column!) * _time.UnitSeconds / LengthOf(row) : row.Of(_column!);

    private static long LengthOf(IRunRow row) => row.EndSeconds - row.Seconds;

    private long SecondsOf(int part) => (long)((_parts[part] as MomentNode)?.Seconds ?? 0);

    // The first row that does not begin before a moment.
    private static int RowAt(IReadOnlyList<IRunRow> rows, long moment)
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
