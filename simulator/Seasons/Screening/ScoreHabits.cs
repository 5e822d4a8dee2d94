namespace FlashSale.Simulator;

/// <summary>
/// By how many standard deviations the scores of bad listings lie above those of sound ones: more where the
/// brand cooperates, by its goods (rule LST-2; MODELS M2; all assumed).
/// </summary>
public sealed record ScoreHabits
{
    /// <summary>Of known brands of watches, jewellery, bags and accessories.</summary>
    public double Luxury { get; init; } = 2.8;

    /// <summary>Of known brands of sports goods.</summary>
    public double Sports { get; init; } = 2.2;

    /// <summary>Of known brands of phones, digital goods and appliances.</summary>
    public double Electronics { get; init; } = 2.5;

    /// <summary>Of other known brands.</summary>
    public double Others { get; init; } = 2;

    /// <summary>Of brands that do not cooperate.</summary>
    public double UnknownBrand { get; init; } = 0.8;

    /// <summary>Of restricted kinds, by a score of their own.</summary>
    public double Restricted { get; init; } = 3;

    /// <summary>How far the scores of fakes of a category lie above those of sound listings.</summary>
    public double GapOf(string category, bool isBrandKnown) => !isBrandKnown ? UnknownBrand
        : category switch
        {
            "Watches & jewellery" or "Bags & accessories" => Luxury,
            "Sports & outdoors" => Sports,
            "Phones & digital" or "Household appliances" => Electronics,
            _ => Others,
        };

    internal static ScoreHabits Read(Block block)
    {
        var (usual, gap) = (new ScoreHabits(), new NumberRange(0, 10));
        return new ScoreHabits
        {
            Luxury = block.Number("luxury", usual.Luxury, gap),
            Sports = block.Number("sports", usual.Sports, gap),
            Electronics = block.Number("electronics", usual.Electronics, gap),
            Others = block.Number("others", usual.Others, gap),
            UnknownBrand = block.Number("unknownBrand", usual.UnknownBrand, gap),
            Restricted = block.Number("restricted", usual.Restricted, gap),
        };
    }
}
