using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Reports;
using Microsoft.Data.Sqlite;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>
/// The queries that the reference prints for the sentences of a report give the numbers of its summary: of a
/// run with snow, and of one whose payment channels were full.
/// </summary>
public sealed partial class SentenceQueryTests : IClassFixture<SentenceQueryTests.WrittenRuns>
{
    private const string Reference = "docs/reference/results.md";

    private readonly WrittenRuns _runs;

    public SentenceQueryTests(WrittenRuns runs) => _runs = runs;

    public static TheoryData<string, string> Queries
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var query in Printed)
            {
                WrittenRuns.Names.ForEach(run => all.Add(query, run));
            }

            return all;
        }
    }

    private static IReadOnlyList<string> Printed { get; } =
        [.. Documents.Queries(Reference, "## Sentences of the report")];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_gives_the_figures_of_the_fields_that_it_names(string query, string of)
    {
        var run = _runs.Of(of);
        var head = Head().Match(query);
        var fields = head.Groups["fields"].Value.Split(", ");
        var within = head.Groups["within"] is { Success: true, Value: var said }
            ? double.Parse(said, CultureInfo.InvariantCulture) : 0;
        var rows = run.Ask(query, fields.Length);

        for (var column = 0; column < fields.Length; column++)
        {
            var stated = Values(run.Stated, fields[column].Split('.')).ToList();
            Assert.Equal(stated.Count, rows.Count);
            foreach (var (row, value) in stated.Index())
            {
                var counted = rows[row][column];
                Assert.True(
                    Agree(counted, value, within),
                    $"{fields[column]}, row {row}: counted {counted}, stated {value}");
            }
        }
    }

    // A list or a part that one run has none of, such as trouble or a plateau, another has.
    [Fact]
    public void Each_of_them_has_something_to_find_in_one_of_the_runs() => Assert.All(Printed, query =>
        Assert.Contains(WrittenRuns.Names, run => _runs.Of(run).Ask(query, 1).Exists(
            cells => cells[0] is string or not (null or 0.0))));

    private static bool Agree(object? counted, object? stated, double within) => (counted, stated) switch
    {
        (double one, double other) => Math.Abs(one - other) <= within + 1e-6,
        _ => Equals(counted, stated),
    };

    // «gmvClock[seconds=600].share», «regions[].yuan», «day.ordersPaid».
    private static IEnumerable<object?> Values(JsonNode? node, string[] path)
    {
        if (path.Length == 0)
        {
            return [node is JsonValue value && value.TryGetValue<string>(out var text)
                ? text : node?.GetValue<double>()];
        }

        var step = Step().Match(path[0]);
        var below = node?[step.Groups["name"].Value];
        if (!step.Groups["list"].Success)
        {
            return Values(below, path[1..]);
        }

        var (key, named) = (step.Groups["key"].Value, step.Groups["value"].Value);
        return below!.AsArray()
            .Where(one => key.Length == 0 || one![key]!.ToString() == named)
            .SelectMany(one => Values(one, path[1..]));
    }

    [GeneratedRegex(@"^-- (?<fields>.*?)( within (?<within>[\d.]+))?\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<name>\w+)(?<list>\[((?<key>\w+)=(?<value>[^\]]+))?\])?$")]
    private static partial Regex Step();

    /// <summary>The runs, written once for all queries.</summary>
    public sealed class WrittenRuns : IDisposable
    {
        private readonly Dictionary<string, WrittenRun> _runs = new()
        {
            ["snow"] = new(new FinishedRun()),
            ["2016"] = new(FinishedRun.Of(Year2016, TimeSpan.FromDays(1))),
        };

        // A few coupons that are soon gone.
        private static Scenario Year2016 => SmallRuns.Year2016 with
        {
            Catalogue = SmallRuns.Year2016.Catalogue with
            {
                Coupons =
                [
                    new CouponCampaign { StoreShare = 1, FromYuan = 500, OffYuan = 10, Quantity = 10_000 },
                ],
            },
        };

        public static List<string> Names { get; } = ["snow", "2016"];

        public void Dispose()
        {
            foreach (var run in _runs.Values)
            {
                run.Dispose();
            }
        }

        internal WrittenRun Of(string name) => _runs[name];
    }

    /// <summary>A run's summary, and its database.</summary>
    internal sealed class WrittenRun : IDisposable
    {
        private readonly FinishedRun _run;
        private readonly SqliteConnection _database;

        public WrittenRun(FinishedRun run)
        {
            _run = run;
            Stated = JsonNode.Parse(File.ReadAllText(run.Folder.SummaryPath))!;
            Stated["holder"] = BottleneckWords.HolderOf(run.Summary);
            _database = new SqliteConnection(
                $"Data Source={run.Folder.DatabasePath};Mode=ReadOnly;Pooling=False");
            _database.Open();
        }

        /// <summary>The summary, and who the report says held payments.</summary>
        public JsonNode Stated { get; }

        public List<List<object?>> Ask(string query, int columns)
        {
            using var command = _database.CreateCommand();
#pragma warning disable CA2100 // The queries are those of the reference that the test is about.
            command.CommandText = query;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            var rows = new List<List<object?>>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, columns).Select(column => reader.GetValue(column) switch
                {
                    DBNull => null,
                    string text => text,
                    var number => (object)Convert.ToDouble(number, CultureInfo.InvariantCulture),
                })]);
            }

            return rows;
        }

        public void Dispose()
        {
            _database.Dispose();
            _run.Dispose();
        }
    }
}
