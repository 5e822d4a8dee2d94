namespace FlashSale.Dashboard;

/// <summary>An act of an operator or reviewer (rule IDN-5).</summary>
internal sealed record TrailEntryDocument(
    string Id, DateTimeOffset At, string What, string Detail, string About, string Who, string Why)
{
    public static TrailEntryDocument Of(TrailEntry entry) => new(
        entry.Mark.ToString(), entry.At, Words.Of(entry.What), entry.Trace.Detail,
        entry.Trace.About.ToString(), ShownText.Of(entry.Trace.By.Who), ShownText.Of(entry.Trace.By.Why));
}

/// <summary>A page of acts, the latest first; without «next» it is the last one.</summary>
internal sealed record TrailPageDocument(IReadOnlyList<TrailEntryDocument> Acts, string? Next)
{
    public static TrailPageDocument Of(TrailPage page) =>
        new([.. page.Entries.Select(TrailEntryDocument.Of)], page.Next?.ToString());
}
