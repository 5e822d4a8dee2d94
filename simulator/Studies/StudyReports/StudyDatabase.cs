namespace FlashSale.Simulator;

/// <summary>study.sqlite: points, runs, factors, values, estimates and comparisons of a study.</summary>
/// <remarks>Tables, views and questions: docs/reference/study.md.</remarks>
internal static class StudyDatabase
{
    /// <summary>Writes the file anew.</summary>
    /// <exception cref="IOException">It cannot be written; the message holds SQLite's own.</exception>
    public static void Write(
        string path, StudyRows rows, StudyCurves curves, IReadOnlyList<StudyTable> tables)
    {
        using var file = new SqliteFile(path);
        file.Run(Resource.Text("study-schema.sql"));
        WriteQuestion(file, rows);
        WriteRuns(file, rows);
        WriteFindings(file, rows.Result);
        WriteSeries(file, curves);
        foreach (var table in tables)
        {
            WriteTable(file, table);
        }

        file.Run(WideRuns(rows));
        file.Finish();
    }

    private static void WriteQuestion(SqliteFile file, StudyRows rows)
    {
        var result = rows.Result;
        using (var insert = file.Insert("manifest", 2))
        {
            foreach (var (key, value) in new[]
            {
                ("name", result.Name), ("question", result.Question), ("code", result.Code),
                ("base", result.Base.Scenario), ("base_hash", result.Base.Hash),
                ("calibrated_by", result.Base.CalibratedBy),
            })
            {
                insert.Add(key).Add(value).Run();
            }
        }

        using var factors = file.Insert("factors", 2);
        foreach (var (factor, at) in result.Factors.Select((factor, at) => (factor, at)))
        {
            factors.Add(factor).Add(at).Run();
        }

        using var measures = file.Insert("measures", 6);
        foreach (var one in result.Measures)
        {
            measures.Add(one.Name).Add(one.Value).Add(one.Unit).Add(one.IsEvent ? 1 : 0)
                .Add(Words.Of(one.Better)).Add(one.Matters).Run();
        }

        using var points = file.Insert("points", 3);
        foreach (var point in rows.Plan.AllPoints)
        {
            points.Add(point.Name).Add(point.Number).Add(point.Scenario.Hash).Run();
        }
    }

    private static void WriteRuns(SqliteFile file, StudyRows rows)
    {
        using var runs = file.Insert("runs", 8);
        using var factors = file.Insert("run_factors", 4);
        using var outcomes = file.Insert("outcomes", 3);
        foreach (var (run, number) in rows.Runs.Select((run, at) => (run, at + 1)))
        {
            runs.Add(number);
            foreach (var (fact, column) in rows.Facts(run).Zip(StudyRows.Fixed))
            {
                _ = column == "seed" ? runs.Add((long)run.Order.Seed) : runs.Add(fact);
            }

            runs.Run();
            foreach (var level in rows.Levels(run))
            {
                factors.Add(number).Add(level.Factor).Add(level.Text).Add(level.Number).Run();
            }

            for (var measure = 0; measure < rows.Measures.Count; measure++)
            {
                outcomes.Add(number).Add(rows.Measures[measure]).Add(StudyRows.Value(run, measure)).Run();
            }
        }
    }

    private static void WriteFindings(SqliteFile file, StudyResult result)
    {
        using var estimates = file.Insert("estimates", 8);
        foreach (var one in result.Estimates)
        {
            estimates.Add(one.Point).Add(one.Measure).Add(one.Runs).Add(one.Nulls).Add((double?)one.Mean)
                .Add((double?)one.Deviation).Add(one.Limits?.Low).Add(one.Limits?.High).Run();
        }

        using var comparisons = file.Insert("comparisons", 17);
        foreach (var one in result.Differences)
        {
            comparisons.Add(one.First).Add(one.Second).Add(one.Measure).Add(one.Pairs)
                .Add(Words.Of(one.Shown)).Add((double?)one.Mean)
                .Add((double?)one.Deviation).Add(one.Alone?.Low).Add(one.Alone?.High).Add(one.Limits?.Low)
                .Add(one.Limits?.High).Add((double?)one.PValue).Add((double?)one.HolmPValue)
                .Add(one.Correlation).Add(one.Worth).Add(Words.Of(one.Verdict)).Add(one.Sentence).Run();
        }

        using var warnings = file.Insert("warnings", 2);
        foreach (var one in result.Warnings)
        {
            warnings.Add(one.Code).Add(one.Text).Run();
        }
    }

    private static void WriteSeries(SqliteFile file, StudyCurves curves)
    {
        using var series = file.Insert("series", 6);
        foreach (var curve in curves.All)
        {
            foreach (var (point, seconds) in curve.Band.Points.Zip(curves.Moments))
            {
                series.Add(curve.Point).Add(seconds).Add(curve.Column).Add((double?)point.Mean.Mean)
                    .Add((double?)point.Runs.Low).Add((double?)point.Runs.High).Run();
            }
        }
    }

    private static void WriteTable(SqliteFile file, StudyTable table)
    {
        var columns = table.Columns.Select(column => $"\"{column}\"");
        file.Run($"CREATE TABLE {table.Name} ({string.Join(", ", columns)});");
        using var insert = file.Insert(table.Name, table.Columns.Count);
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
            {
                _ = cell.Text is { } text ? insert.Add(text) : insert.Add(cell.Number);
            }

            insert.Run();
        }
    }

    // A column for each factor and each measure, as a spreadsheet wants it.
    private static string WideRuns(StudyRows rows)
    {
        var factors = rows.Factors.Select(one =>
            $", (SELECT value FROM run_factors f WHERE f.run = r.run AND f.factor = '{one}') AS \"{one}\"");
        var measures = rows.Measures.Select(one =>
            $", (SELECT value FROM outcomes o WHERE o.run = r.run AND o.measure = '{one}')"
            + $" AS \"{one}_value\"");
        return "CREATE VIEW wide_runs AS SELECT r.*" + string.Concat(factors) + string.Concat(measures)
            + " FROM runs r;";
    }
}
