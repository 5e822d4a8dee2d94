namespace FlashSale.Simulator;

/// <summary>Appeals in season.sqlite.</summary>
internal static class AppealTable
{
    /// <summary>Writes the table.</summary>
    public static void Write(SqliteFile file, AppealCourt court)
    {
        file.Run(Resource.Text("appeal-schema.sql"));
        using var insert = file.Insert("appeal", 9);
        for (var row = 0; row < court.Count; row++)
        {
            var one = court[row];
            insert.Add(row).Add(one.Penalty).Add(one.FiledDay).Add(DayOf(one.QueuedDay))
                .Add(DayOf(one.DecidedDay)).Add(one.EvidenceBasisPoints).Add(one.VotesFor).Add(one.Votes)
                .Add(Words.Of(one.Stage)).Run();
        }
    }

    private static long? DayOf(int day) => day == 0 ? null : day;
}
