using FlashSale.Simulator;
using Microsoft.Data.Sqlite;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>What an audit counts, once, and sets beside many stated texts.</summary>
internal static class FigureFixture
{
    public static RunResult Counted(RunFolder folder)
    {
        using var database =
            new SqliteConnection($"Data Source={folder.DatabasePath};Mode=ReadOnly;Pooling=False");
        database.Open();
        return RunRecount.Of(database);
    }

    /// <summary>The figures that are wrong, or why the files can no longer be read.</summary>
    public static IReadOnlyList<string> Wrong(string summary, IReadOnlyList<string> timeline,
        RunResult counted)
    {
        try
        {
            using var rows = new StringReader(string.Join('\n', timeline));
            var read = SummaryJson.Read(summary);
            var stated = new RunResult(read, TimelineCsv.Read(rows, read.FestivalDay()));
            return [.. new FigureComparison().Wrong(stated, counted)];
        }
        catch (InvalidDataException wrong)
        {
            return [wrong.Message];
        }
    }
}
