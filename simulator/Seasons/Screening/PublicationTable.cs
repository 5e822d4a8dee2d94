namespace FlashSale.Simulator;

/// <summary>
/// How the screening of listings ended in season.sqlite, and the truth about them in a table of its own.
/// </summary>
internal static class PublicationTable
{
    /// <summary>Writes the tables: a row for each listing that was published.</summary>
    public static void Write(SqliteFile file, SeasonRun run, ScreenedListings listings)
    {
        file.Run(Resource.Text("publication-schema.sql"));
        using var seen = file.Insert("publication", 7);
        using var truth = file.Insert("truth_publication", 2);
        for (var listing = 0; listing < listings.Count; listing++)
        {
            var text = listings[listing];
            if (text.Number == 0 || run.Market.View.Listing(new ListingId(listing)) is not { } goods)
            {
                continue;
            }

            seen.Add(listing).Add(goods.Brand).Add(run.Market.View.Brand(goods.Brand).IsKnown ? 1 : 0)
                .Add(text.Number).Add(text.IsScored != 0 ? (long?)text.ScoreMilli : null)
                .Add(Words.Of(text.Finding)).Add(Words.Of(goods.Publication)).Run();
            if (listings.IsBad(listing))
            {
                truth.Add(listing).Add(listings.IsFake(listing) ? "fake" : "restricted").Run();
            }
        }
    }
}
