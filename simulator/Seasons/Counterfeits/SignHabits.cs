namespace FlashSale.Simulator;

/// <summary>
/// What goods look like from outside, and how the platform adds signs up to a risk (rule TRU-2; MODELS M3).
/// All numbers are assumed.
/// </summary>
public sealed record SignHabits
{
    /// <summary>
    /// By how many standard deviations text and pictures of fakes look worse than those of genuine goods.
    /// </summary>
    public double LookGap { get; init; } = 2;

    /// <summary>What genuine goods cost on average, as a share of the brand's price.</summary>
    public double GenuinePrice { get; init; } = 0.95;

    /// <summary>The standard deviation of its logarithm.</summary>
    public double GenuineSpread { get; init; } = 0.12;

    /// <summary>The lowest price of cheap fakes.</summary>
    public double CheapFrom { get; init; } = 0.25;

    /// <summary>The highest price of cheap fakes.</summary>
    public double CheapTo { get; init; } = 0.40;

    /// <summary>The lowest price of fakes that are sold as genuine.</summary>
    public double CloseFrom { get; init; } = 0.60;

    /// <summary>The highest price of fakes that are sold as genuine.</summary>
    public double CloseTo { get; init; } = 0.95;

    /// <summary>The share of sellers who cheat that come from a region with many makers.</summary>
    public double RegionCheats { get; init; } = 0.5;

    /// <summary>The share of other sellers from there.</summary>
    public double RegionOthers { get; init; } = 0.1;

    /// <summary>The risk of a listing without any sign, as a logit.</summary>
    public double Bias { get; init; } = -5.5;

    /// <summary>For each 0.4 that the price lies below 0.8 of the brand's.</summary>
    public double PriceWeight { get; init; } = 5;

    /// <summary>For each standard deviation of text and pictures.</summary>
    public double LookWeight { get; init; } = 1.6;

    /// <summary>For each complaint of late.</summary>
    public double ComplaintWeight { get; init; } = 0.3;

    /// <summary>For each standard deviation of returns above those of its category.</summary>
    public double ReturnWeight { get; init; } = 0.1;

    /// <summary>If another violation of the owner is known (IDN-4).</summary>
    public double LinkedWeight { get; init; } = 1;

    /// <summary>If the seller is from a region with many makers.</summary>
    public double RegionWeight { get; init; } = 0.7;

    /// <summary>If sales are three times the last week's.</summary>
    public double JumpWeight { get; init; } = 0.3;

    /// <summary>If the store is younger than 30 days.</summary>
    public double NewWeight { get; init; } = 0.5;

    internal static SignHabits Read(Block block)
    {
        var usual = new SignHabits();
        var (weight, price) = (new NumberRange(-50, 50), new NumberRange(0.01, 2));
        return new SignHabits
        {
            LookGap = block.Number("lookGap", usual.LookGap, new(0, 10)),
            GenuinePrice = block.Number("genuinePrice", usual.GenuinePrice, price),
            GenuineSpread = block.Number("genuineSpread", usual.GenuineSpread, new(0, 2)),
            CheapFrom = block.Number("cheapFrom", usual.CheapFrom, price),
            CheapTo = block.Number("cheapTo", usual.CheapTo, price),
            CloseFrom = block.Number("closeFrom", usual.CloseFrom, price),
            CloseTo = block.Number("closeTo", usual.CloseTo, price),
            RegionCheats = block.Share("regionCheats", usual.RegionCheats),
            RegionOthers = block.Share("regionOthers", usual.RegionOthers),
            Bias = block.Number("bias", usual.Bias, weight),
            PriceWeight = block.Number("priceWeight", usual.PriceWeight, weight),
            LookWeight = block.Number("lookWeight", usual.LookWeight, weight),
            ComplaintWeight = block.Number("complaintWeight", usual.ComplaintWeight, weight),
            ReturnWeight = block.Number("returnWeight", usual.ReturnWeight, weight),
            LinkedWeight = block.Number("linkedWeight", usual.LinkedWeight, weight),
            RegionWeight = block.Number("regionWeight", usual.RegionWeight, weight),
            JumpWeight = block.Number("jumpWeight", usual.JumpWeight, weight),
            NewWeight = block.Number("newWeight", usual.NewWeight, weight),
        };
    }
}
