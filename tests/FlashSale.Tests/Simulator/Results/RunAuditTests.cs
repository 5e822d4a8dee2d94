using System.Globalization;
using System.Text.RegularExpressions;
using FlashSale.Simulator;
using Microsoft.Data.Sqlite;

namespace FlashSale.Tests.Simulator.Results;

public sealed partial class RunAuditTests : IDisposable
{
    private const int Tamperings = 1_000;

    // Columns of run.sqlite that every number of is counted into a figure or another row.
    private static readonly (string Table, string Column)[] Counted =
    [
        ("orders", "placed_at_ms"), ("orders", "total_fen"), ("orders", "paid_fen"),
        ("orders", "coupon_fen"),
        ("orders", "refunded_fen"), ("orders", "released_fen"), ("orders", "paid_at_ms"),
        ("orders", "shipped_at_ms"), ("orders", "delivered_at_ms"), ("orders", "confirmed_at_ms"),
        ("orders", "closed_at_ms"), ("orders", "lines"), ("orders", "units"), ("orders", "buyer"),
        ("refunds", "at_ms"), ("refunds", "amount_fen"), ("counts", "visited"), ("counts", "carted"),
        ("counts", "checkouts_tried"), ("counts", "refused"), ("counts", "retried"),
        ("counts", "abandoned"),
        ("reasons", "count"), ("accounts", "accounts"), ("accounts", "balance_fen"),
        ("ratings", "described"), ("ratings", "credit"), ("order_lines", "units"),
        ("stores", "balance_fen"),
    ];

    private readonly FinishedRun _run = new();

    [Fact]
    public void A_run_as_it_was_written_passes()
    {
        var audit = RunAudit.Of(_run.Folder);

        Assert.Null(audit.Unreadable);
        Assert.All(audit.Checks, check => Assert.True(check.Passed, $"{check.Name}: {check.Finding}"));
        Assert.Contains(audit.Checks, check => check.Name == "figures-as-counted");
    }

    [Fact]
    public void A_single_changed_byte_of_any_file_is_found_a_thousand_times_and_its_file_named()
    {
        var chance = Draws.For(1, 1, 0);
        var files = RunFolder.FileNames.Append("manifest.json").Select(name =>
            (Name: name, Bytes: File.ReadAllBytes(Path.Combine(_run.Folder.Path, name)))).ToList();
        for (var round = 0; round < Tamperings; round++)
        {
            var (name, bytes) = files[chance.Below(files.Count)];
            var at = chance.Below(bytes.Length);
            var flip = (byte)(1 + chance.Below(255));
            Overwrite(name, at, (byte)(bytes[at] ^ flip));

            var checks = SealedFiles.Check(_run.Folder).ToList();

            Assert.True(
                checks.Exists(check => !check.Passed
                    && check.Finding.Contains(name, StringComparison.Ordinal)),
                $"round {round}: byte {at} of {name}");
            Overwrite(name, at, bytes[at]);
        }
    }

    [Fact]
    public void A_changed_number_is_found_by_counting_although_the_hashes_were_made_again()
    {
        var chance = Draws.For(1, 2, 0);
        var counted = FigureFixture.Counted(_run.Folder);
        var summary = File.ReadAllText(_run.Folder.SummaryPath);
        var timeline = File.ReadAllLines(_run.Folder.TimelinePath);
        var numbers = Number().Matches(summary).Where(one => !IsOfTheMachine(summary, one)).ToList();
        for (var round = 0; round < Tamperings - 100; round++)
        {
            var wrong = round % 2 == 0
                ? FigureFixture.Wrong(Changed(summary, numbers[chance.Below(numbers.Count)]), timeline,
                    counted)
                : FigureFixture.Wrong(summary, Changed(timeline, ref chance), counted);
            Assert.NotEmpty(wrong);
        }
    }

    [Fact]
    public void A_changed_number_of_the_rows_is_found_although_the_hashes_were_made_again()
    {
        var chance = Draws.For(1, 3, 0);
        var original = File.ReadAllBytes(_run.Folder.DatabasePath);
        for (var round = 0; round < 100; round++)
        {
            var (table, column) = Counted[round % Counted.Length];
            var row = Tamper(table, column, ref chance);
            _run.SealAgain();

            Assert.False(RunAudit.Of(_run.Folder).Passed, $"round {round}: {table}.{column} of row {row}");
            File.WriteAllBytes(_run.Folder.DatabasePath, original);
        }
    }

    [Fact]
    public void What_is_wrong_is_named_with_file_figure_unit_and_both_values() // A1
    {
        var stated = FinishedRun.Result.Summary.GmvYuan;
        File.WriteAllText(
            _run.Folder.SummaryPath,
            SummaryJson.Write(FinishedRun.Result.Summary with { GmvYuan = stated + 1_000_000 }));
        _run.SealAgain();

        var finding = Assert.Single(RunAudit.Of(_run.Folder).Checks, check => !check.Passed).Finding;

        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"summary.json gmvYuan: counted {stated} yuan, stated {stated + 1_000_000} yuan"),
            finding);
    }

    [Fact]
    public void One_missing_order_is_enough() // G1
    {
        Run("DELETE FROM order_lines WHERE order_key IN (SELECT order_key FROM orders LIMIT 1);"
            + "DELETE FROM orders WHERE rowid IN (SELECT rowid FROM orders LIMIT 1)");
        _run.SealAgain();

        Assert.Contains(
            RunAudit.Of(_run.Folder).Checks,
            check => !check.Passed
                && check.Finding.StartsWith("summary.json ordersPlaced: counted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("summary.json", "{}")]
    [InlineData("summary.json", "{ \"schemaVersion\": 1, ")]
    [InlineData("timeline.csv", "")]
    [InlineData("manifest.json", "{}")]
    [InlineData("scenario.yaml", "name: [")]
    public void A_file_that_is_none_is_a_finding_and_no_exception(string name, string text) // B1
    {
        File.WriteAllText(Path.Combine(_run.Folder.Path, name), text);

        Assert.False(RunAudit.Of(_run.Folder).Passed);
    }

    [Fact]
    public void A_database_that_was_cut_is_a_finding_and_no_exception() // B1
    {
        var bytes = File.ReadAllBytes(_run.Folder.DatabasePath);
        File.WriteAllBytes(_run.Folder.DatabasePath, bytes[..(bytes.Length / 2)]);

        var audit = RunAudit.Of(_run.Folder);

        Assert.NotNull(audit.Unreadable);
        Assert.Contains(audit.Checks, check => !check.Passed
            && check.Finding.Contains("run.sqlite has changed", StringComparison.Ordinal));
    }

    public void Dispose() => _run.Dispose();

    private static bool IsOfTheMachine(string summary, Match number)
    {
        var line = summary[(summary.LastIndexOf('\n', number.Index) + 1)..number.Index];
        return line.Contains("\"wallSeconds\"", StringComparison.Ordinal)
            || line.Contains("\"ordersPerWallSecond\"", StringComparison.Ordinal)
            || line.Contains("\"peakRssBytes\"", StringComparison.Ordinal);
    }

    private static string Changed(string text, Match number)
    {
        var digit = number.Index + number.Length - 1;
        return text[..digit] + (char)('0' + ((text[digit] - '0' + 1) % 10)) + text[(digit + 1)..];
    }

    private static string[] Changed(string[] lines, ref Draws chance)
    {
        var line = 1 + chance.Below(lines.Length - 1);
        var cells = lines[line].Split(',');
        var cell = 3 + chance.Below(cells.Length - 3);
        var digit = cells[cell].Length - 1;
        cells[cell] = cells[cell][..digit] + (char)('0' + ((cells[cell][digit] - '0' + 1) % 10));
        string[] changed = [.. lines];
        changed[line] = string.Join(',', cells);
        return changed;
    }

    // Numbers as values: behind a colon, or items of a list on a line of their own.
    [GeneratedRegex(@"(?<=(: |^\s+))-?\d+(\.\d+)?(?=,?$)", RegexOptions.Multiline)]
    private static partial Regex Number();

    private void Overwrite(string name, int at, byte value)
    {
        using var file = File.OpenWrite(Path.Combine(_run.Folder.Path, name));
        file.Position = at;
        file.WriteByte(value);
    }

    private long Tamper(string table, string column, ref Draws chance)
    {
        var key = table == "reasons" ? "number" : "rowid";
        using var connection = Open();
        using var choose = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the table above.
        choose.CommandText = $"SELECT {key} FROM {table} WHERE {column} IS NOT NULL";
        var rows = new List<long>();
        using (var reader = choose.ExecuteReader())
        {
            while (reader.Read())
            {
                rows.Add(reader.GetInt64(0));
            }
        }

        var row = rows[chance.Below(rows.Count)];
        var by = column.EndsWith("_ms", StringComparison.Ordinal) ? 61_000_000 : 1;
        var sign = table == "ratings" ? $"CASE WHEN {column} > 0 THEN -1 ELSE 1 END" : $"{by}";
        using var change = connection.CreateCommand();
        change.CommandText = $"UPDATE {table} SET {column} = {column} + {sign} WHERE {key} = {row}";
#pragma warning restore CA2100
        change.ExecuteNonQuery();
        return row;
    }

    private void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_run.Folder.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
