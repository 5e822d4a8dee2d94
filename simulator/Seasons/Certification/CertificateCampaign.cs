namespace FlashSale.Simulator;

/// <summary>How sellers who were there before come to be asked for a certificate (rule IDN-3).</summary>
public enum CampaignWay
{
    /// <summary>They are not.</summary>
    None = 1,

    /// <summary>All on one day.</summary>
    AtOnce,

    /// <summary>One part of them after the other.</summary>
    InSteps,
}

/// <summary>
/// Existing stores are summoned, and have so long to be certified, or sell no more (rule IDN-3; MODELS M1).
/// </summary>
public sealed record CertificateCampaign
{
    /// <summary>How.</summary>
    public CampaignWay Way { get; init; } = CampaignWay.None;

    /// <summary>The first day of it, from the beginning of the season (assumed).</summary>
    public TimeSpan From { get; init; } = TimeSpan.FromDays(60);

    /// <summary>In how many parts, where it is in steps (S0: six).</summary>
    public int Steps { get; init; } = 6;

    /// <summary>From one part to the next (assumed).</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(15);

    /// <summary>How long a store that is summoned has (assumed).</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromDays(30);

    /// <summary>In which time after that sellers who are willing apply (assumed).</summary>
    public TimeSpan AppliesWithin { get; init; } = TimeSpan.FromDays(20);

    /// <summary>In how many parts it comes.</summary>
    internal int Parts => Way == CampaignWay.InSteps ? Steps : 1;

    /// <summary>The day of its last part.</summary>
    internal int LastDay => DayOf(Parts - 1);

    /// <summary>The day of a part.</summary>
    internal int DayOf(int part) => (int)From.TotalDays + (part * (int)Every.TotalDays);

    internal static CertificateCampaign Read(Block block)
    {
        var (usual, longest) = (new CertificateCampaign(), TimeSpan.FromDays(1_000));
        var campaign = new CertificateCampaign
        {
            Way = block.Choice<CampaignWay>("way", usual.Way),
            From = block.Length("from", usual.From, TimeSpan.Zero, longest),
            Steps = (int)block.Count("steps", usual.Steps, 2, 100),
            Every = block.Length("every", usual.Every, TimeSpan.FromDays(1), longest),
            Notice = block.Length("notice", usual.Notice, TimeSpan.FromDays(1), longest),
            AppliesWithin = block.Length("appliesWithin", usual.AppliesWithin, TimeSpan.Zero, longest),
        };
        if (campaign.Way == CampaignWay.None && campaign != usual)
        {
            block.RefuseWhole("it changes nothing: no existing seller is asked", "way: at-once or in-steps");
        }

        if (campaign.Way == CampaignWay.AtOnce
            && (campaign.Steps, campaign.Every) != (usual.Steps, usual.Every))
        {
            block.Refuse("steps", "steps change nothing: all are asked at once", "way: in-steps");
        }

        if (campaign.From.Ticks % TimeSpan.TicksPerDay != 0
            || campaign.Every.Ticks % TimeSpan.TicksPerDay != 0)
        {
            block.Refuse("from", "it begins, or goes on, within a day", "whole days, such as 60d");
        }

        return campaign;
    }
}
