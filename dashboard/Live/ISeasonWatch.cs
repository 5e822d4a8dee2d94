namespace FlashSale.Dashboard;

/// <summary>A season that is played, for its page.</summary>
public interface ISeasonWatch
{
    /// <summary>How it stands, with its days from one on.</summary>
    /// <exception cref="MarketBusyException">Too many ask.</exception>
    ValueTask<SeasonReading> Read(int fromDay, CancellationToken stop);
}

/// <summary>How a season stands.</summary>
public sealed record SeasonReading
{
    /// <summary>The name of its scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The first day, China time.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Days before anything is measured.</summary>
    public required int WarmUpDays { get; init; }

    /// <summary>Days in all.</summary>
    public required int DaysInAll { get; init; }

    /// <summary>Whether the last day is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Sellers with an open store.</summary>
    public required long Sellers { get; init; }

    /// <summary>The Gini coefficient of GMV over stores, of the measured days.</summary>
    public required double Gini { get; init; }

    /// <summary>The share of GMV of the top 1 % of stores.</summary>
    public required double Top1PercentShare { get; init; }

    /// <summary>The share of GMV of the top 10 % of stores.</summary>
    public required double Top10PercentShare { get; init; }

    /// <summary>Stores by what they sell a year.</summary>
    public required IReadOnlyList<SeasonClass> Classes { get; init; }

    /// <summary>What a row has after its day, in order.</summary>
    public required IReadOnlyList<SeasonColumn> Columns { get; init; }

    /// <summary>A row for each day that is over: its number, and the values of the columns.</summary>
    public required IReadOnlyList<IReadOnlyList<decimal>> Rows { get; init; }
}

/// <summary>Stores of a class.</summary>
/// <param name="Name">Of the class.</param>
/// <param name="Stores">How many.</param>
/// <param name="Share">Of all.</param>
public sealed record SeasonClass(string Name, long Stores, double Share);

/// <summary>A measure of a season.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="Unit">«yuan» for money.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Model">The model that it belongs to.</param>
/// <param name="IsLevel">Whether it is seen at the end of a day, and not counted over it.</param>
public sealed record SeasonColumn(string Name, string Unit, string Meaning, string Model, bool IsLevel);
