namespace FlashSale.Dashboard;

/// <summary>How wrong a listing looks to the classifier, in 1/1,000 of honest listings' deviation.</summary>
internal sealed record ScoreBody(int ScoreMilli, int RestrictedMilli = 0);

/// <summary>Whether a seller who was warned insists on the listing, or gives it up.</summary>
internal sealed record InsistBody(bool Insists);

/// <summary>What a reviewer says about a listing, and why.</summary>
internal sealed record ReviewBody(PublicationVerdict Verdict, string? Who = null, string? Why = null);

/// <summary>Whether a brand's owner cooperates, and what its goods usually cost.</summary>
internal sealed record BrandBody(
    bool Known, Money UsualPriceFen = default, string? Who = null, string? Why = null);
