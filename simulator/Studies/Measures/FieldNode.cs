namespace FlashSale.Simulator;

/// <summary>A figure of summary.json: «day.ordersPaid», «refundReasons[late payment].count».</summary>
/// <param name="at">At which character it stands.</param>
/// <param name="names">Its names, «refundReasons[]» and «count».</param>
/// <param name="items">The items of its lists, in order: an index, or the text of the first field.</param>
/// <param name="scope">What it can name.</param>
internal sealed class FieldNode(
    int at, IReadOnlyList<string> names, IReadOnlyList<string> items, MeasureScope scope)
    : MeasureNode(at)
{
    private readonly SummaryFigure? _figure = scope.Figures.Find(string.Join('.', names));

    /// <summary>As the reference writes it, with «[]» for an item.</summary>
    public string Field => string.Join('.', names);

    public override MeasureUnit? UnitIn(MeasureCheck check) =>
        _figure is null ? RefuseField(check)
        : WrongItem(check) ? null
        : _figure.IsOfWallClock ? check.Refuse(this, "is of the wall clock", "what a run found")
        : _figure.IsYesNo ? MeasureUnit.YesNo
        : !_figure.IsNumber ? check.Refuse(this, "is no number", $"numbers of {scope.Figures.Reference}")
        : MeasureUnit.Of(scope.Figures.UnitOf(_figure, items)) ?? check.Refuse(
            this, "has the unit of what it stands for", "that field, or published(field)");

    public override double? Of(IStoredRun run) => _figure?.Of(run.Summary, [.. items]);

    public override string ToString()
    {
        var item = 0;
        return string.Concat(
            Field.Split("[]").Select((part, at) => at == 0 ? part : $"[{items[item++]}]{part}"));
    }

    private MeasureUnit? RefuseField(MeasureCheck check)
    {
        var numbers = scope.Figures.All.Where(one => one.IsNumber || one.IsYesNo).Select(one => one.Field);
        return scope.Figures.Columns.FirstOrDefault(one => one.Column == Field) is { } column
            ? check.Refuse(this, $"is a column of {scope.Time.Table}",
                $"{TimelineNode.ExampleOf(column, scope.Time)}, or a field of summary.json")
            : check.RefuseWord(this, Field, "is no field of summary.json",
                [.. numbers.OrderBy(one => one.Contains('[', StringComparison.Ordinal))]);
    }

    private bool WrongItem(MeasureCheck check)
    {
        var before = check.Problems.Count;
        var lists = Field.Split("[]");
        for (var at = 0; at < items.Count; at++)
        {
            var list = string.Concat(lists.Take(at + 1));
            if (scope.Figures.ItemsOf(scope, list) is { } known && FileWords.Whole(items[at]) is not >= 0
                && !known.Contains(items[at], StringComparer.Ordinal)
                && !scope.Figures.MayHold(scope, list, items[at]))
            {
                check.RefuseWord(this, items[at], $"is not in {list}", [.. known]);
            }

            if (list is "gmvClock" or "comparison.points" && FileWords.Whole(items[at]) is { } seconds
                && scope.Horizon is { } horizon && seconds > horizon.TotalSeconds)
            {
                check.Refuse(this, $"needs {seconds} s, and runs stop at {FileWords.Of(horizon)}",
                    "a moment before the horizon, or a later horizon");
            }
        }

        return check.Problems.Count > before;
    }
}

/// <summary>A published fact of the run's year: «published(peakOrdersPerSecond)».</summary>
internal sealed class PublishedNode(int at, string field) : MeasureNode(at)
{
    private static readonly (string Field, string Unit, Func<PublishedYear, double?> Of)[] Facts =
    [
        ("gmvYuan", "yuan", year => (double?)year.GmvYuan),
        ("peakOrdersPerSecond", "orders/s", year => year.PeakOrdersPerSecond),
        ("peakPaymentsPerSecond", "orders/s", year => year.PeakPaymentsPerSecond),
        ("first100MillionParcelsDays", "days", year => year.First100MillionParcelsDays),
        ("payments", "payments", year => year.Payments),
        ("parcels", "parcels", year => year.Parcels),
        ("mobileShare", "share", year => year.MobileShare),
    ];

    private readonly (string Field, string Unit, Func<PublishedYear, double?> Of) _fact =
        Facts.FirstOrDefault(one => one.Field == field);

    public override MeasureUnit? UnitIn(MeasureCheck check) =>
        _fact.Of is null ? check.RefuseWord(
            this, field, "is no published fact", [.. Facts.Select(one => one.Field)])
        : check.Scope.Figures.YearOf(check.Scope.Base) is not { } year ? check.Refuse(
            this, "is not known: the base stands for no Singles' Day", "a base such as double11-2016")
        : Published.Year(year) is { } facts && _fact.Of(facts) is not null ? MeasureUnit.Of(_fact.Unit)
        : check.Refuse(this, $"is not known of {year}", "facts in data/double11_*.csv");

    /// <summary>A published fact of a year; null if there is none.</summary>
    public static double? Of(string field, int year) => Published.Year(year) is { } facts
        ? Array.Find(Facts, one => one.Field == field).Of?.Invoke(facts) : null;

    public override double? Of(IStoredRun run) =>
        run.Summary is RunSummary { Year: { } year } ? Of(field, year) : null;

    public override string ToString() => $"published({field})";
}
