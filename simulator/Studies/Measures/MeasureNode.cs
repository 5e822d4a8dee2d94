namespace FlashSale.Simulator;

/// <summary>A part of a measure: what it is worth in a run, and its unit.</summary>
/// <param name="at">At which character of the text it stands.</param>
internal abstract class MeasureNode(int at)
{
    /// <summary>At which character of the text it stands.</summary>
    public int At { get; } = at;

    /// <summary>How tightly it binds its parts; what stands in brackets or alone binds most.</summary>
    public virtual int Binding => MeasureOperator.BindsMost;

    /// <summary>Its unit; null where something is wrong, and then the check knows it.</summary>
    public abstract MeasureUnit? UnitIn(MeasureCheck check);

    /// <summary>Its value in a run, 1 and 0 of a yes and no; null where the run has none.</summary>
    public abstract double? Of(IStoredRun run);

    /// <summary>As it is written, with no more brackets than needed.</summary>
    public abstract override string ToString();

    /// <summary>As a part of what binds so tightly.</summary>
    protected string Within(int binding) => Binding < binding ? $"({this})" : ToString();

    /// <summary>A part as it stands beside an operator.</summary>
    protected static string Beside(MeasureNode part, int binding) => part.Within(binding);
}

/// <summary>A number that is written in the expression.</summary>
internal sealed class NumberNode(int at, string text) : MeasureNode(at)
{
    private readonly double _value = FileWords.Number(text) ?? double.PositiveInfinity;

    public override MeasureUnit? UnitIn(MeasureCheck check) => double.IsFinite(_value)
        ? MeasureUnit.Written : check.Refuse(this, "is too large a number", "numbers below 1e308");

    public override double? Of(IStoredRun run) => _value;

    public override string ToString() => text;
}

/// <summary>A moment since midnight, as functions of the timeline take it.</summary>
internal sealed class MomentNode(int at, string text, bool isBefore) : MeasureNode(at)
{
    private readonly TimeSpan? _length = FileWords.Length(text);

    /// <summary>Seconds since midnight; null if it is no length that a clock can hold.</summary>
    public double? Seconds => _length is { } length ? (isBefore ? -1 : 1) * length.TotalSeconds : null;

    public override MeasureUnit? UnitIn(MeasureCheck check) => check.Refuse(
        this, "is a moment, not a number",
        "moments in at(gmv_yuan, 10min), sum(orders_paid, 0s, 1h) and the like; seconds as a number");

    public override double? Of(IStoredRun run) => null;

    public override string ToString() => isBefore ? $"-{text}" : text;
}
