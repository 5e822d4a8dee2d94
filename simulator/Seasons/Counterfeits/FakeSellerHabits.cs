namespace FlashSale.Simulator;

/// <summary>
/// How sellers choose what they sell: only those who cheat where it pays choose, the others never do (rules
/// TRU-1, TRU-14, TRU-15; MODELS M3). All numbers are assumed unless they say otherwise.
/// </summary>
public sealed record FakeSellerHabits
{
    /// <summary>What genuine goods leave of sales.</summary>
    public double GenuineMargin { get; init; } = 0.15;

    /// <summary>What fakes leave of sales.</summary>
    public double FakeMargin { get; init; } = 0.55;

    /// <summary>What a brand of one's own leaves of sales once it is known.</summary>
    public double BrandMargin { get; init; } = 0.22;

    /// <summary>What it leaves before; it costs.</summary>
    public double BrandStartMargin { get; init; } = -0.10;

    /// <summary>For how many weeks it is not known.</summary>
    public int BrandStartWeeks { get; init; } = 12;

    /// <summary>How many weeks ahead sellers look, at profit to come and to lose.</summary>
    public int HorizonWeeks { get; init; } = 26;

    /// <summary>How loosely profit decides: the temperature of the choice, as a share of sales.</summary>
    public double Temperature { get; init; } = 0.05;

    /// <summary>
    /// What a seller thinks of closures before having seen any: so many weeks without one to each with one.
    /// </summary>
    public double PriorWeeks { get; init; } = 50;

    /// <summary>Stores of the same category, next by number, whose closures a seller hears of.</summary>
    public int Neighbours { get; init; } = 10;

    /// <summary>Weeks of sales that are on their way to a store, and can be frozen.</summary>
    public double FrozenWeeks { get; init; } = 0.4;

    /// <summary>What goods in stock cost, as a share of their price (S0: a mark-up of 2.5).</summary>
    public double GoodsShare { get; init; } = 0.4;

    /// <summary>The share of weeks in which a seller thinks it over.</summary>
    public double ReconsidersShare { get; init; } = 0.25;

    /// <summary>The share of a careless seller's listings that are fakes without its knowing.</summary>
    public double CarelessShare { get; init; } = 0.02;

    /// <summary>
    /// The share of stores with fakes, of those that do not hide them well, that sell far below the brand's
    /// price.
    /// </summary>
    public double CheapShare { get; init; } = 0.5;

    /// <summary>
    /// The share of opportunists who hide their fakes well: with the brand's own text and pictures, at nearly
    /// its price.
    /// </summary>
    public double OpportunistsHideShare { get; init; } = 0.5;

    /// <summary>The same of professionals.</summary>
    public double ProfessionalsHideShare { get; init; } = 0.9;

    /// <summary>
    /// The share of professionals whose store was closed who leave for other channels; the others come back
    /// under another name (TRU-14).
    /// </summary>
    public double LeavesShare { get; init; } = 0.5;

    /// <summary>
    /// What the platform gives back to a store without a violation in the last quarter, as a share of sales
    /// (GOV-4); counted as a cost, not moved.
    /// </summary>
    public double RewardShare { get; init; }

    internal static FakeSellerHabits Read(Block block)
    {
        var usual = new FakeSellerHabits();
        var margin = new NumberRange(-1, 1);
        return new FakeSellerHabits
        {
            GenuineMargin = block.Number("genuineMargin", usual.GenuineMargin, margin),
            FakeMargin = block.Number("fakeMargin", usual.FakeMargin, margin),
            BrandMargin = block.Number("brandMargin", usual.BrandMargin, margin),
            BrandStartMargin = block.Number("brandStartMargin", usual.BrandStartMargin, margin),
            BrandStartWeeks = (int)block.Count("brandStartWeeks", usual.BrandStartWeeks, 0, 520),
            HorizonWeeks = (int)block.Count("horizonWeeks", usual.HorizonWeeks, 1, 520),
            Temperature = block.Number("temperature", usual.Temperature, new(0.001, 10)),
            PriorWeeks = block.Number("priorWeeks", usual.PriorWeeks, new(0, 10_000)),
            Neighbours = (int)block.Count("neighbours", usual.Neighbours, 0, 1_000),
            FrozenWeeks = block.Number("frozenWeeks", usual.FrozenWeeks, new(0, 52)),
            GoodsShare = block.Share("goodsShare", usual.GoodsShare),
            ReconsidersShare = block.Share("reconsidersShare", usual.ReconsidersShare),
            CarelessShare = block.Share("carelessShare", usual.CarelessShare),
            CheapShare = block.Share("cheapShare", usual.CheapShare),
            OpportunistsHideShare = block.Share("opportunistsHideShare", usual.OpportunistsHideShare),
            ProfessionalsHideShare = block.Share("professionalsHideShare", usual.ProfessionalsHideShare),
            LeavesShare = block.Share("leavesShare", usual.LeavesShare),
            RewardShare = block.Share("rewardShare", usual.RewardShare),
        };
    }
}
