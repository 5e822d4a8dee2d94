namespace FlashSale.Simulator;

/// <summary>Two parts with an operator between them.</summary>
internal sealed class OperatorNode(MeasureOperator between, MeasureNode left, MeasureNode right)
    : MeasureNode(left.At)
{
    /// <summary>The operator.</summary>
    public MeasureOperator Between => between;

    /// <summary>What stands before it.</summary>
    public MeasureNode Left => left;

    /// <summary>What stands after it.</summary>
    public MeasureNode Right => right;

    public override int Binding => between.Binding;

    public override MeasureUnit? UnitIn(MeasureCheck check) =>
        (left.UnitIn(check), right.UnitIn(check)) is ({ } one, { } other) ? Joined(check, one, other) : null;

    public override double? Of(IStoredRun run)
    {
        var (one, other) = (left.Of(run), right.Of(run));
        if (between.IsOfYesNo && (one ?? other) is { } known && (one is null || other is null))
        {
            // A yes decides «or», a no decides «and», whatever the other is.
            return known == (between.Binding == MeasureOperator.OfOr ? 1 : 0) ? known : null;
        }

        return one is { } a && other is { } b && between.Of(a, b) is var value && double.IsFinite(value)
            ? value : null;
    }

    public override string ToString() =>
        $"{Beside(left, between.IsComparison ? between.Binding + 1 : between.Binding)} {between.Sign} "
        + Beside(right, between.Binding + 1);

    private MeasureUnit? Joined(MeasureCheck check, MeasureUnit one, MeasureUnit other)
    {
        if (between.IsOfYesNo)
        {
            return one.IsYesNo && other.IsYesNo ? MeasureUnit.YesNo : check.Refuse(
                this, "joins what is no yes or no", "comparisons, as retries > 0 and partial");
        }

        if (one.IsYesNo || other.IsYesNo)
        {
            return check.Refuse(this, $"{between.Verb} a yes or no", "numbers; «and» between comparisons");
        }

        if (between.IsProduct)
        {
            return between.Sign == "*" ? one.Times(other) : one.Over(other);
        }

        return one.With(other) is { } unit
            ? between.IsComparison ? MeasureUnit.YesNo : unit
            : check.Refuse(this, $"{between.Verb} {one} and {other}", "terms of one unit");
    }
}

/// <summary>A part with a sign before it: «-x», «not x».</summary>
internal sealed class SignNode(int at, bool isNot, MeasureNode part) : MeasureNode(at)
{
    public override int Binding => isNot ? MeasureOperator.OfNot : MeasureOperator.OfSign;

    public override MeasureUnit? UnitIn(MeasureCheck check) => part.UnitIn(check) is not { } unit ? null
        : unit.IsYesNo == isNot ? unit
        : check.Refuse(this, isNot ? "denies a number" : "is the opposite of a yes or no",
            isNot ? "a comparison after «not»" : "a number after «-»");

    public override double? Of(IStoredRun run) =>
        part.Of(run) is { } value ? isNot ? 1 - value : -value : null;

    public override string ToString() => (isNot ? "not " : "-") + Beside(part, Binding);
}
