namespace FlashSale.Simulator;

#pragma warning disable CS1591 // The declaration says what it is.
/// <summary>What moved the demand of a season (MODELS M10).</summary>
public sealed record DemandSummary
{
    [Figure("–", "how much more discounted listings sold on festivals than others, over how much cheaper "
        + "they were, as logarithms; 0 without any", Name = "Elasticity")]
    public double Elasticity { get; init; }

    [Figure("share", "of festival discounts that were none against the lowest price of 30 days")]
    public double FakeDiscountShare { get; init; }

    [Figure("times", "buyers at the end over those of the start")]
    public double BuyersGrown { get; init; }

    [Figure("orders", "placed by buyers who were told, for each order placed", Name = "Reproduction number")]
    public double Reproduction { get; init; }

    [Figure("yuan", "given away for each order of a buyer who was told; 0 without seeding")]
    public double SeedingYuanPerOrder { get; init; }

    public IReadOnlyList<FestivalShift> Festivals { get; init; } = [];

    public IReadOnlyList<BurstOutcome> Bursts { get; init; } = [];
}

/// <summary>GMV around a festival, less that of as many ordinary days.</summary>
public sealed record FestivalShift(
    [Figure("–", "the festival's day, from 0")] int Day,
    [Figure("yuan", "more or less in the days in which buyers wait")] decimal BeforeYuan,
    [Figure("yuan", "more on the day")] decimal OnTheDayYuan,
    [Figure("yuan", "more or less in the days of the dip")] decimal AfterYuan);

/// <summary>What came of a burst.</summary>
public sealed record BurstOutcome(
    [Figure("–", "its name")] string Name,
    [Figure("visits", "of buyers who came for it")] long Visits,
    [Figure("orders", "that they placed")] long Orders);
