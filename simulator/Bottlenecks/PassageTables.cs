namespace FlashSale.Simulator;

/// <summary>What was seen at the places that only so many pass, as tables of run.sqlite.</summary>
internal static class PassageTables
{
    /// <summary>Writes them.</summary>
    public static void Write(SqliteFile file, Passages passages, IReadOnlyList<Bottleneck> found)
    {
        WritePassages(file, passages.All);
        WriteFound(file, found);
        using (var insert = file.Insert("capacities", 3))
        {
            foreach (var (number, passage) in passages.All.Index())
            {
                foreach (var step in passage.Capacity)
                {
                    insert.Add(number).Add(step.FromMs).Add(step.PerSecond).Run();
                }
            }
        }

        WriteCounts(file, passages.All);
    }

    /// <summary>Reads back what no order tells.</summary>
    public static void Read(RunRows rows, Passages passages)
    {
        rows.Each("SELECT passage, from_ms, per_second FROM capacities ORDER BY passage, from_ms", row =>
            passages.All[row.GetInt32(0)].Hold(row.GetInt64(1), row.GetDouble(2)));
        rows.Each("SELECT passage, at_s, passed, refused, waiting FROM passage_counts", row =>
        {
            var (passage, atMs) = (passages.All[row.GetInt32(0)], row.GetInt64(1) * 1_000);
            passage.Refuse(atMs, row.GetInt32(3));
            if (!row.IsDBNull(2))
            {
                passage.Pass(atMs, row.GetInt32(2));
            }

            if (!row.IsDBNull(4))
            {
                passage.SeeWaiting(atMs, row.GetInt64(4));
            }
        });
    }

    private static void WritePassages(SqliteFile file, IReadOnlyList<Passage> passages)
    {
        using var insert = file.Insert("passages", 4);
        foreach (var (number, passage) in passages.Index())
        {
            insert.Add(number).Add(Words.Of(passage.Kind)).Add(passage.Name).Add(passage.BucketMs / 1_000)
                .Run();
        }
    }

    private static void WriteFound(SqliteFile file, IReadOnlyList<Bottleneck> found)
    {
        using var insert = file.Insert("bottlenecks", 5);
        foreach (var (number, one) in found.Index())
        {
            insert.Add(number).Add(one.Kind).Add(one.Name).Add(one.FromSeconds).Add(one.UntilSeconds).Run();
        }
    }

    private static void WriteCounts(SqliteFile file, IReadOnlyList<Passage> passages)
    {
        using var insert = file.Insert("passage_counts", 5);
        foreach (var (number, passage) in passages.Index())
        {
            var isOfOrders = passage.Kind is not (PassageKind.Gateway or PassageKind.Channel);
            foreach (var (at, bucket) in passage.Buckets.Index())
            {
                var passed = isOfOrders ? 0 : bucket.Passed;
                if (passed + bucket.Refused + bucket.WaitingPlusOne > 0)
                {
                    insert.Add(number).Add((passage.OriginMs + at * passage.BucketMs) / 1_000)
                        .Add(isOfOrders ? null : passed).Add(bucket.Refused)
                        .Add(bucket.WaitingPlusOne > 0 ? bucket.WaitingPlusOne - 1L : null).Run();
                }
            }
        }
    }
}
