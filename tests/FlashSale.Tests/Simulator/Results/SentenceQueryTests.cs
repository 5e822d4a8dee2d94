using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>
/// The queries that the reference prints for the sentences of a report give the numbers of its summary.
/// </summary>
public sealed partial class SentenceQueryTests : IClassFixture<SentenceQueryTests.WrittenRun>
{
    private const string Reference = "docs/reference/results.md";

    private readonly WrittenRun _run;

    public SentenceQueryTests(WrittenRun run) => _run = run;

    public static TheoryData<string> Queries => [.. Printed];

    private static IReadOnlyList<string> Printed { get; } =
        [.. Documents.Queries(Reference, "## Sentences of the report")];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_gives_the_numbers_of_the_fields_that_it_names(string query)
    {
        var head = Head().Match(query);
        var fields = head.Groups["fields"].Value.Split(", ");
        var within = head.Groups["within"] is { Success: true, Value: var said }
            ? double.Parse(said, CultureInfo.InvariantCulture) : 0;
        var rows = _run.Ask(query, fields.Length);

        for (var column = 0; column < fields.Length; column++)
        {
            var stated = Values(_run.Summary, fields[column].Split('.')).ToList();
            Assert.NotEmpty(stated);
            Assert.Equal(stated.Count, rows.Count);
            foreach (var (row, value) in stated.Index())
            {
                var counted = rows[row][column];
                Assert.True(
                    value is null ? counted is null
                        : counted is not null && Math.Abs(counted.Value - value.Value) <= within + 1e-6,
                    $"{fields[column]}, row {row}: counted {counted}, stated {value}");
            }
        }
    }

    [Fact]
    public void Nearly_all_of_them_have_a_number_to_find_in_the_run() => Assert.True(
        Printed.Count(query => _run.Ask(query, 1).Exists(cells => cells[0] > 0)) >= Printed.Count - 2);

    // «gmvClock[seconds=600].share», «regions[].yuan», «day.ordersPaid».
    private static IEnumerable<double?> Values(JsonNode? node, string[] path)
    {
        if (path.Length == 0)
        {
            return [node?.GetValue<double>()];
        }

        var step = Step().Match(path[0]);
        var below = node?[step.Groups["name"].Value];
        if (!step.Groups["list"].Success)
        {
            return Values(below, path[1..]);
        }

        var (key, value) = (step.Groups["key"].Value, step.Groups["value"].Value);
        return below!.AsArray()
            .Where(one => key.Length == 0 || one![key]!.ToString() == value)
            .SelectMany(one => Values(one, path[1..]));
    }

    [GeneratedRegex(@"^-- (?<fields>.*?)( within (?<within>[\d.]+))?\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<name>\w+)(?<list>\[((?<key>\w+)=(?<value>[^\]]+))?\])?$")]
    private static partial Regex Step();

    /// <summary>A run that was written once for all queries.</summary>
    public sealed class WrittenRun : IDisposable
    {
        private readonly FinishedRun _run = new();
        private readonly SqliteConnection _database;

        public WrittenRun()
        {
            Summary = JsonNode.Parse(File.ReadAllText(_run.Folder.SummaryPath))!;
            _database = new SqliteConnection(
                $"Data Source={_run.Folder.DatabasePath};Mode=ReadOnly;Pooling=False");
            _database.Open();
        }

        public JsonNode Summary { get; }

        public List<List<double?>> Ask(string query, int columns)
        {
            using var command = _database.CreateCommand();
#pragma warning disable CA2100 // The queries are those of the reference that the test is about.
            command.CommandText = query;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            var rows = new List<List<double?>>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, columns).Select(column =>
                    reader.IsDBNull(column) ? (double?)null : reader.GetDouble(column))]);
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
