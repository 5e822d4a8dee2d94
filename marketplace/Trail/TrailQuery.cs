namespace FlashSale.Marketplace;

/// <summary>Which acts a reader looks for; what is null does not matter.</summary>
public sealed record TrailQuery
{
    /// <summary>Only acts before this one; null begins with the latest.</summary>
    public TrailMark? Before { get; init; }

    /// <summary>The most acts to give, 1 to <see cref="ListingQuery.PageMax"/>.</summary>
    public int EntriesMax { get; init; } = 20;

    /// <summary>Only about this.</summary>
    public TrailEntity? About { get; init; }

    /// <summary>Only of this operator or reviewer.</summary>
    public string? Who { get; init; }

    /// <summary>Whether an act is one of those looked for.</summary>
    public bool Matches(TrailEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (About is not { } about || entry.Trace.About == about)
            && (Who is null || entry.Trace.By.Who == Who);
    }
}

/// <summary>Some of the acts that were looked for, the latest first.</summary>
/// <param name="Entries">They; there may be fewer than asked for, or none.</param>
/// <param name="Next">The page that follows is before this one; null if all were seen.</param>
public sealed record TrailPage(IReadOnlyList<TrailEntry> Entries, TrailMark? Next)
{
    /// <summary>
    /// A page of acts that are looked at from the latest to the oldest, so many and no more.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="latestFirst">The acts before the place where the page begins.</param>
    /// <param name="lookedAtMax">How many are looked at.</param>
    public static TrailPage Of(TrailQuery query, IEnumerable<TrailEntry> latestFirst, int lookedAtMax)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(latestFirst);
        ListingQuery.CheckPage(query.EntriesMax);
        var found = new List<TrailEntry>();
        var (lookedAt, last) = (0, default(TrailMark));
        foreach (var entry in latestFirst)
        {
            if (lookedAt == lookedAtMax || found.Count == query.EntriesMax)
            {
                return new TrailPage(found, last);
            }

            (lookedAt, last) = (lookedAt + 1, entry.Mark);
            if (query.Matches(entry))
            {
                found.Add(entry);
            }
        }

        return new TrailPage(found, null);
    }
}
