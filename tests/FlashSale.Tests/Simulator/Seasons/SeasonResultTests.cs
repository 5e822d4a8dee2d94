using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What a season writes, and that the reference explains all of it.</summary>
public sealed class SeasonResultTests
{
    private const string Reference = "docs/reference/season.md";

    private static readonly JsonSerializerOptions Written =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SeasonResult Small = SmallSeason.ResultOf(SmallSeason.Scenario);

    [Fact]
    public void A_summary_is_read_back_as_it_was_written()
    {
        var text = SeasonJson.Write(Small.Summary);

        Assert.Equal(text, SeasonJson.Write(SeasonJson.Read(text)));
        Assert.Throws<InvalidDataException>(() => SeasonJson.Read("{}"));
    }

    [Fact]
    public void The_published_schema_is_the_one_of_the_program()
    {
        var file = Path.Combine(Repository.Root, "docs", "reference", "season.schema.json");
        var schema = SeasonJson.Schema();
        if (Documents.AreWritten)
        {
            File.WriteAllText(file, schema.ToJsonString(Written) + "\n");
        }

        Assert.True(
            File.Exists(file) && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), schema),
            "docs/reference/season.schema.json is not the program's schema; write it again: "
            + "FLASHSALE_WRITE_DOCS=1 dotnet test tests/FlashSale.Tests --filter SeasonResultTests");
    }

    [Fact]
    public void Every_figure_is_explained_in_the_reference_as_it_is_declared() =>
        Documents.Explains(Reference, "| field | unit | meaning |",
            SeasonJson.Figures.Values.Select(one => (one.Field, one.Unit, one.IsOfWallClock
                ? $"*wall clock*: {one.Meaning}" : one.Meaning)));

    [Fact]
    public void Every_measure_is_explained_in_the_reference_as_it_is_declared() =>
        Documents.Explains(Reference, "| column | unit | meaning |",
            [
                ("day", "–", "the first day of the row, from 0"),
                ("date", "–", "its date in China"),
                ("days", "days", "of the row: 1, and up to 7 in week.csv"),
                ("measured", "–", "1 after the warm-up, else 0"),
                .. SeasonMeasures.All.Select(one => (one.Column, one.Unit, one.Model == SeasonModel.Base
                    ? one.Meaning : $"*{Words.Of(one.Model)}*: {one.Meaning}")),
            ]);

    [Fact]
    public void Only_measures_of_models_that_are_on_are_written()
    {
        Assert.Equal(
            SeasonMeasures.All.Where(measure => SmallSeason.Scenario.IsOn(measure.Model)), Small.Measures);

        var header = SmallSeason.DaysOf(Small with { Measures = [SeasonMeasures.Gmv, SeasonMeasures.Exits] })
            .Split('\n')[0];

        Assert.Equal("day,date,days,measured,gmv_yuan,exits", header);
    }

    [Fact]
    public void The_folder_is_whole_and_its_tables_agree_with_the_days()
    {
        var folder = Directory.CreateTempSubdirectory("season");
        try
        {
            var season = SmallSeason.Run(SmallSeason.Scenario);
            var result = season.Finish(SmallSeason.Stamp);
            new SeasonFolder(folder.FullName).Publish(SealOf(season), season, result);

            Assert.Equal(
                SeasonFolder.FileNames.Append("manifest.json").Order(),
                folder.GetFiles().Select(file => file.Name).Order());
            Assert.True(RunSeal.OfFolder(folder.FullName)!.IsIntact);
            var week = Database.Read(folder.FullName, "SELECT SUM(paid), SUM(paid_fen) FROM seller_week");
            var day = Database.Read(
                folder.FullName,
                "SELECT SUM(value) FILTER (WHERE measure = 'orders_paid'), "
                + "SUM(value) FILTER (WHERE measure = 'gmv_yuan') FROM day");
            Assert.Equal(day, week);
            Assert.Equal(result.Days.Sum(row => row[SeasonMeasures.Paid]), week[0]);
            var truth = Database.Read(folder.FullName,
                "SELECT COUNT(*), (SELECT COUNT(*) FROM owner) FROM truth_owner");
            Assert.Equal(truth[0], truth[1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(5_000, 0)] // within the warm-up
    [InlineData(30_000, 1)]
    public void A_season_that_was_stopped_is_partial_and_its_folder_holds_all_the_same(
        int events, int daysMin)
    {
        var folder = Directory.CreateTempSubdirectory("season");
        try
        {
            var season = Season.Create(SmallSeason.Scenario);
            Assert.True(season.Step(events));
            var result = season.Finish(SmallSeason.Stamp);
            new SeasonFolder(folder.FullName).Publish(SealOf(season), season, result);

            Assert.True(result.Summary.Partial);
            Assert.True(result.Summary.Audit.Passed);
            Assert.InRange(result.Summary.Days, daysMin, SmallSeason.Scenario.Season.Days - 1);
            var audit = SeasonFolderAudit.Of(new SeasonFolder(folder.FullName));
            Assert.True(audit.Passed, audit.Unreadable ?? string.Join("; ", audit.Checks
                .Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Finding}")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_report_says_what_the_summary_says()
    {
        var page = SeasonReport.Of(Small);

        Assert.Contains("</html>", page, StringComparison.Ordinal);
        Assert.Contains(Small.Summary.StateHash, page, StringComparison.Ordinal);
        Assert.Contains(Amounts.Yuan(Small.Summary.GmvYuan), page, StringComparison.Ordinal);
        Assert.Contains("Stores that open and close", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_seeds_give_a_mean_with_its_interval()
    {
        SeasonSummary[] seasons =
        [
            Small.Summary, SmallSeason.ResultOf(SmallSeason.Scenario with { Seed = 2 }).Summary,
        ];

        var top = Assert.Single(SeasonComparison.Of(seasons), one =>
            one.Name.StartsWith("orders of the top", StringComparison.Ordinal));

        Assert.Equal(seasons.Average(one => one.Concentration.Top10PercentOrders), top.Mean, 4);
        Assert.InRange(top.Mean, top.Low, top.High);
        Assert.True(top.High > top.Low);
    }

    [Fact]
    public void A_seed_in_which_nothing_could_be_compared_is_left_out_of_that_comparison()
    {
        static SeasonCheck Check(string name, double simulated) =>
            new(name, "share", 0.5, simulated, 0.1, "predicted", "one page", IsMet: true);

        var compared = SeasonComparison.Of([[Check("b", 0.1)], [Check("a", 0.4), Check("b", 0.3)]]);

        Assert.Equal([("a", 0.4), ("b", 0.2)], compared.Select(one => (one.Name, one.Mean)));
    }

    private static RunSeal SealOf(Season season) => new()
    {
        Scenario = season.Scenario.Name,
        ScenarioHash = season.Scenario.Hash,
        Seed = season.Scenario.Seed,
        Scale = 1,
        Command = "flashsale season",
        Commit = "commit",
    };

    internal static class Database
    {
        public static long[] Read(string folder, string query)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
                $"Data Source={Path.Combine(folder, "season.sqlite")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
            return [reader.GetInt64(0), reader.GetInt64(1)];
        }
    }
}
