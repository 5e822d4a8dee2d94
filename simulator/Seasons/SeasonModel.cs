namespace FlashSale.Simulator;

/// <summary>A model of a season: the base, and those that a section of the scenario switches on.</summary>
/// <remarks>
/// Each model behind the base is a member here and an arm of <see cref="SeasonModels.IsOn"/>; measures say
/// which one they belong to.
/// </remarks>
public enum SeasonModel
{
    /// <summary>Visits, orders, stores that open and close: what every season has (MODELS M0).</summary>
    Base = 1,

    /// <summary>What stores earn, and who leaves for it (MODELS M16).</summary>
    Accounts,

    /// <summary>Buyers who search, look and choose (MODELS M8).</summary>
    Choice,

    /// <summary>Prices, network, word of mouth, bursts (MODELS M10).</summary>
    Demand,

    /// <summary>How far buyers trust the markets (MODELS M11).</summary>
    Trust,

    /// <summary>Fakes, and what the platform does against them (MODELS M3).</summary>
    Counterfeits,

    /// <summary>Appeals against verdicts (MODELS M4).</summary>
    Appeals,

    /// <summary>Changes of the rules, protest and its answer (MODELS M17).</summary>
    Governance,

    /// <summary>Sellers who must be certified, and who is kept out (MODELS M1).</summary>
    Certification,

    /// <summary>Listings that are screened before they are sold (MODELS M2).</summary>
    Screening,
}

/// <summary>Which models a season has.</summary>
public static class SeasonModels
{
    /// <summary>Whether a model is on: the base always, another where its section stands in the file.
    /// </summary>
    public static bool IsOn(this SeasonScenario season, SeasonModel model)
    {
        ArgumentNullException.ThrowIfNull(season);
        return model switch
        {
            SeasonModel.Base => true,
            SeasonModel.Accounts => season.Accounts is not null,
            SeasonModel.Choice => season.Choice is not null,
            SeasonModel.Demand => season.Demand is not null,
            SeasonModel.Trust => season.Trust is not null,
            SeasonModel.Counterfeits => season.Counterfeits is not null,
            SeasonModel.Appeals => season.Appeals is not null,
            SeasonModel.Governance => season.Governance is not null,
            SeasonModel.Certification => season.Certification is not null,
            SeasonModel.Screening => season.Screening is not null,
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
        };
    }
}
