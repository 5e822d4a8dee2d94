namespace FlashSale.Simulator;

/// <summary>What a search found, as its part of everything that is written.</summary>
/// <param name="Found">What it found.</param>
/// <param name="OfSearch">What makes it weaker than it looks.</param>
internal sealed record SearchFindings(SearchFound Found, IReadOnlyList<StudyWarning> OfSearch) : DesignFound
{
    private static readonly string[] Columns =
    [
        "step", "aim", "point", "level", "seeds", "mean", "low", "high", "verdict", "bracket_from",
        "bracket_to",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sentences => [Found.Sentence];

    /// <inheritdoc/>
    public override IReadOnlyList<StudyWarning> Warnings => OfSearch;

    /// <inheritdoc/>
    public override IReadOnlyList<StudyTable> Tables =>
    [
        new StudyTable("search", Columns,
        [
            .. Found.Looks.Select((look, at) => (IReadOnlyList<StudyCell>)
            [
                at + 1, Words.Of(look.Aim), look.Point, look.Level, look.Runs, look.Mean, look.Low, look.High,
                Words.Of(look.Verdict), look.From, look.To,
            ]),
        ]),
    ];

    /// <inheritdoc/>
    public override (string Name, string Value, string Beside)? Tile => Found switch
    {
        { Kind: SearchKind.Select, Survivors: [var best, ..] } => (
            "Best", best, Found.Survivors.Count == 1 ? $"in {Found.Measure}"
                : FormattableString.Invariant($"or one of {Found.Survivors.Count - 1} others")),
        { Kind: SearchKind.BreakEven, Range: { } range, Factor: { } factor } => (
            "Break-even", $"{StudyNumber.Factor(range.Low)} to {StudyNumber.Factor(range.High)}",
            $"{factor.Name} {factor.Unit}".TrimEnd()),
        { Kind: SearchKind.Find, Level: { } level, Factor: { } factor } => (
            $"{(factor.From < factor.To ? "Smallest" : "Largest")} {factor.Name}", StudyNumber.Factor(level),
            $"{factor.Unit}{(factor.Unit.Length > 0 ? ", " : "")}{Found.Result.Replace('-', ' ')}"),
        _ => ("Answer", "none", Found.Result.Replace('-', ' ')),
    };

    /// <inheritdoc/>
    public override StudyResult Into(StudyResult result) => result with { Search = Found };

    /// <inheritdoc/>
    public override string Section(StudyFigures figures) => SearchSection.Of(figures, Found);

    /// <inheritdoc/>
    public override bool? Judge(Expectation claim) => claim.Form switch
    {
        ClaimForm.IsFoundBelow => Limits is { } limits && limits.High < claim.Limit,
        ClaimForm.IsFoundAbove => Limits is { } limits && limits.Low > claim.Limit,
        ClaimForm.IsBest => Found is { Result: "told-apart", Survivors: [var best] } && best == claim.Point,
        _ => null,
    };

    // Between what the found value lies: where the first level is enough already, anywhere before it too.
    private Interval? Limits => Found switch
    {
        { Result: "between", Range: { } range } => range,
        { Result: "confirmed", Range: { } range, Factor: { } factor } when Found.Level == factor.From =>
            factor.From < factor.To ? range with { Low = double.NegativeInfinity }
                : range with { High = double.PositiveInfinity },
        { Result: "confirmed", Range: { } range } => range,
        _ => null,
    };
}
