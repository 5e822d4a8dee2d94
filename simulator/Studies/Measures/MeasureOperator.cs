namespace FlashSale.Simulator;

/// <summary>An operator between two parts of a measure.</summary>
/// <param name="Sign">How it is written.</param>
/// <param name="Binding">How tightly it binds: what binds more is taken first.</param>
/// <param name="Verb">What it does, for messages.</param>
/// <param name="Of">Its value.</param>
internal sealed record MeasureOperator(string Sign, int Binding, string Verb, Func<double, double, double> Of)
{
    /// <summary>The binding of «or».</summary>
    public const int OfOr = 1;

    /// <summary>The binding of «and».</summary>
    public const int OfAnd = 2;

    /// <summary>The binding of «not».</summary>
    public const int OfNot = 3;

    /// <summary>The binding of comparisons, which do not follow each other.</summary>
    public const int OfComparison = 4;

    /// <summary>The binding of a sign before a part.</summary>
    public const int OfSign = 7;

    /// <summary>The binding of what needs no brackets.</summary>
    public const int BindsMost = 8;

    private const int OfSum = 5;
    private const int OfProduct = 6;

    /// <summary>All.</summary>
    public static IReadOnlyList<MeasureOperator> All { get; } =
    [
        new("or", OfOr, "joins", (one, other) => Math.Max(one, other)),
        new("and", OfAnd, "joins", (one, other) => Math.Min(one, other)),
        new("<", OfComparison, "compares", (one, other) => one < other ? 1 : 0),
        new("<=", OfComparison, "compares", (one, other) => one <= other ? 1 : 0),
        new(">", OfComparison, "compares", (one, other) => one > other ? 1 : 0),
        new(">=", OfComparison, "compares", (one, other) => one >= other ? 1 : 0),
        new("=", OfComparison, "compares", (one, other) => one == other ? 1 : 0),
        new("!=", OfComparison, "compares", (one, other) => one != other ? 1 : 0),
        new("+", OfSum, "adds", (one, other) => one + other),
        new("-", OfSum, "subtracts", (one, other) => one - other),
        new("*", OfProduct, "multiplies", (one, other) => one * other),
        new("/", OfProduct, "divides", (one, other) => one / other),
    ];

    /// <summary>Whether it is «and» or «or», which join a yes or no.</summary>
    public bool IsOfYesNo => Binding <= OfAnd;

    /// <summary>Whether it compares.</summary>
    public bool IsComparison => Binding == OfComparison;

    /// <summary>Whether its parts need no one unit.</summary>
    public bool IsProduct => Binding == OfProduct;
}
