namespace FlashSale.Simulator;

/// <summary>
/// A measure of a study, checked before the first run: an expression over stored results, or a query.
/// </summary>
/// <remarks>Grammar and units: docs/reference/measures.md.</remarks>
public sealed class MeasureExpression
{
    /// <summary>The longest text of a measure.</summary>
    public const int LengthMax = 2_000;

    private readonly Func<IStoredRun, double?> _valueOf;

    private MeasureExpression(
        string text, string unit, bool isEvent, bool isShare, Func<IStoredRun, double?> valueOf) =>
        (Text, Unit, IsEvent, IsShare, _valueOf) = (text, unit, isEvent, isShare, valueOf);

    /// <summary>As it was read, in its plainest form.</summary>
    public string Text { get; }

    /// <summary>Its unit: the one that the study states, or the one that was computed.</summary>
    public string Unit { get; }

    /// <summary>Whether it is a yes or no of each run, 1 and 0.</summary>
    public bool IsEvent { get; }

    /// <summary>Whether its differences can be shown in points.</summary>
    public bool IsShare { get; }

    /// <summary>Reads «value» or «event» of a measure.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What it can name.</param>
    /// <param name="isEvent">Whether it has to be a yes or no.</param>
    /// <param name="unit">The unit that the study states; null if it states none.</param>
    public static MeasureReading Read(
        string text, MeasureScope scope, bool isEvent = false, string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        var key = isEvent ? "event" : "value";
        if (text.Length > LengthMax)
        {
            return Refused(new(key, LengthMax, $"{text.Length} characters", $"at most {LengthMax}"));
        }

        if (MeasureParser.Parse(text, scope) is (var root, var problem) && root is null)
        {
            return Refused(problem! with { Key = key });
        }

        var check = new MeasureCheck(scope, key);
        var computed = root.UnitIn(check);
        if (computed is null || WrongUnit(root, computed, key, isEvent, unit) is not { } wrong)
        {
            return check.Problems.Count > 0 || computed is null
                ? new MeasureReading(null, [.. check.Problems.OrderBy(one => one.Position)])
                : new MeasureReading(
                    new(root.ToString(), isEvent ? "" : unit ?? computed.ToString(), isEvent,
                        (unit is null ? computed : MeasureUnit.Of(unit)!).CanBeShare, root.Of), []);
        }

        return Refused(wrong);
    }

    /// <summary>Reads «sql» of a measure: one query on a run's database that gives one number.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="scope">What it can name.</param>
    /// <param name="unit">The unit that the study states.</param>
    public static MeasureReading ReadQuery(string sql, MeasureScope scope, string? unit)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(scope);
        if (unit is null || MeasureUnit.Of(unit) is not { } stated)
        {
            return Refused(unit is null
                ? new("sql", 0, "a query has no unit of its own", "unit: yuan, or another")
                : new("unit", 0, $"«{unit}» is no unit", MeasureUnit.Allowed(unit)));
        }

        return MeasureQuery.WrongWith(sql, scope.Figures) is { } wrong
            ? Refused(new("sql", 0, wrong, $"one SELECT on the tables of {scope.Figures.Tables}"))
            : new MeasureReading(
                new(sql, stated.ToString(), false, stated.CanBeShare, run => MeasureQuery.Of(run, sql)), []);
    }

    /// <summary>Its value in a run; null where the run has none.</summary>
    /// <exception cref="InvalidDataException">A query failed, or gave no number.</exception>
    public double? Of(IStoredRun run) => _valueOf(run);

    private static MeasureProblem? WrongUnit(
        MeasureNode root, MeasureUnit computed, string key, bool isEvent, string? unit)
    {
        if (computed.IsYesNo != isEvent)
        {
            return isEvent
                ? new(key, root.At, $"«{root}» is no yes or no", "a comparison, as retries > 0")
                : new(key, root.At, $"«{root}» is a yes or no", "a number; «event» takes a yes or no");
        }

        if (unit is null)
        {
            return null;
        }

        return isEvent ? new("unit", 0, "a yes or no has no unit", "no «unit»")
            : MeasureUnit.Of(unit) is not { } stated
                ? new("unit", 0, $"«{unit}» is no unit", MeasureUnit.Allowed(unit))
            : computed.Agrees(stated) ? null
            : new("unit", 0, $"«{root}» is in {computed}, not {unit}", computed.ToString());
    }

    private static MeasureReading Refused(MeasureProblem problem) => new(null, [problem]);
}
