namespace FlashSale.Simulator;

/// <summary>A function of numbers: min, max, abs, ln, exp; and rate, which stands within others.</summary>
internal sealed class FunctionNode(int at, string name, IReadOnlyList<MeasureNode> parts) : MeasureNode(at)
{
    /// <summary>The rate of a column, per second.</summary>
    public const string Rate = "rate";

    /// <summary>Those of one number.</summary>
    public static IReadOnlyList<string> OfOne { get; } = ["abs", "ln", "exp", Rate];

    /// <summary>Those of two or more.</summary>
    public static IReadOnlyList<string> OfMore { get; } = ["min", "max"];

    /// <summary>The function.</summary>
    public string Name => name;

    /// <summary>What it is taken of.</summary>
    public IReadOnlyList<MeasureNode> Parts => parts;

    public override MeasureUnit? UnitIn(MeasureCheck check)
    {
        if (name == Rate)
        {
            return check.Refuse(this, "changes all the time", $"max({this}, 0s, 1h), mean({this}, 0s, 1h)");
        }

        var units = parts.Select(part => part.UnitIn(check)).ToList();
        if (units.Contains(null))
        {
            return null;
        }

        var unit = units.Aggregate((one, other) => one?.With(other!));
        return unit is null || unit.IsYesNo
            ? check.Refuse(
                this, $"is taken of {string.Join(" and ", units.Distinct())}", "numbers of one unit")
            : name is not ("ln" or "exp") ? unit
            : unit.IsPlain || unit.CanBeShare ? MeasureUnit.Number
            : check.Refuse(
                this, $"is taken of {unit}", "a number or a share: divide by an amount of the same unit");
    }

    public override double? Of(IStoredRun run)
    {
        var values = parts.Select(part => part.Of(run)).ToList();
        double? value = values.Contains(null) ? null : name switch
        {
            "min" => values.Min(),
            "max" => values.Max(),
            "abs" => Math.Abs(values[0]!.Value),
            "ln" => ExactMath.Ln(values[0]!.Value),
            "exp" => ExactMath.Exp(values[0]!.Value),
            _ => null,
        };
        return value is { } number && double.IsFinite(number) ? number : null;
    }

    public override string ToString() => $"{name}({string.Join(", ", parts)})";
}
