using Parquet;
using Parquet.Schema;

namespace FlashSale.Simulator;

/// <summary>runs.parquet: the rows of runs.csv with their types, for pandas, Arrow and DuckDB.</summary>
internal static class StudyParquet
{
    /// <summary>Writes the file anew.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, StudyRows rows)
    {
        var beside = path + ".unfinished";
        using (var file = File.Create(beside))
        {
            Write(file, rows).GetAwaiter().GetResult();
        }

        File.Move(beside, path, overwrite: true);
    }

    private static async Task Write(FileStream file, StudyRows rows)
    {
        var facts = StudyRows.Fixed.Select((name, at) => (
            Field: new DataField<string>(name),
            Values: (string[])[.. rows.Runs.Select(run => rows.Facts(run)[at])]));
        var factors = rows.Factors.Select((name, at) => (
            Field: new DataField<string>(name),
            Values: (string[])[.. rows.Runs.Select(run => rows.Levels(run)[at].Text)]));
        var texts = facts.Concat(factors).ToList();
        var numbers = rows.Measures.Select((name, at) => (
            Field: new DataField<double>(name, nullable: true),
            Values: (double?[])[.. rows.Runs.Select(run => StudyRows.Value(run, at))])).ToList();
        var schema = new ParquetSchema(
            [.. texts.Select(one => (Field)one.Field), .. numbers.Select(one => (Field)one.Field)]);
        await using var writer = await ParquetWriter.CreateAsync(schema, file);
        using var group = writer.CreateRowGroup();
        foreach (var (field, values) in texts)
        {
            await group.WriteAsync(field, values);
        }

        foreach (var (field, values) in numbers)
        {
            await group.WriteAsync<double>(field, values);
        }

        group.CompleteValidate();
    }
}
