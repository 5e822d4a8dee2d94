using System.Text.Json;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>What one driver process counted, as a file that the others' is added to without loss.</summary>
public static class TallyFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The tally as text.</summary>
    public static string Write(LoadTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return JsonSerializer.Serialize(new Form(
            [.. tally.Phases.Select(FormPhase.Of)], [.. tally.Seconds.Select(FormSecond.Of)],
            tally.EndedAt?.Ticks));
    }

    /// <summary>Adds what <see cref="Write"/> wrote to a tally of the same phases.</summary>
    /// <exception cref="InvalidDataException">The text is no such tally.</exception>
    public static void AddTo(LoadTally tally, string text)
    {
        ArgumentNullException.ThrowIfNull(tally);
        try
        {
            var form = JsonSerializer.Deserialize<Form>(text, Strict);
            if (form?.Phases.Length != tally.Phases.Count || form.Seconds.Length != tally.Seconds.Count)
            {
                throw new InvalidDataException("the tally is of another load");
            }

            for (var at = 0; at < form.Phases.Length; at++)
            {
                form.Phases[at].AddTo(tally.Phases[at]);
            }

            for (var at = 0; at < form.Seconds.Length; at++)
            {
                form.Seconds[at].AddTo(tally.Seconds[at]);
            }

            if (form.EndedTicks is { } ticks)
            {
                tally.AddEnd(TimeSpan.FromTicks(ticks));
            }
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"this is no tally of a load: {wrong.Message}", wrong);
        }
    }

    // Processes are stopped within milliseconds of each other: the load ended with the last of them.
    private sealed record Form(FormPhase[] Phases, FormSecond[] Seconds, long? EndedTicks);

    // Buckets and counts by turns: most of them are empty.
    private sealed record FormHistogram(int Precision, long MaxTicks, long[] Buckets)
    {
        public static FormHistogram Of(LatencyHistogram histogram) => new(
            histogram.Precision, histogram.Max.Ticks,
            [.. histogram.Buckets.SelectMany(one => new[] { one.Bucket, one.Count })]);

        public void AddTo(LatencyHistogram histogram) => histogram.Add(
            Precision, Buckets.Chunk(
                2).Select(pair => ((int)pair[0], pair[1])), TimeSpan.FromTicks(MaxTicks));
    }

    private sealed record FormEnd(LoadStep Step, LoadOutcome Outcome, string Reason, long Count);

    private sealed record FormPhase(
        long Planned, long Issued, long Dropped, FormEnd[] Ends, FormHistogram Latency, FormHistogram Service,
        FormHistogram Lag)
    {
        public static FormPhase Of(PhaseTally phase) => new(
            phase.Planned, phase.Issued, phase.Dropped,
            [.. phase.Ends.Select(
                one => new FormEnd(one.End.Step, one.End.Outcome, one.End.Reason, one.Count))],
            FormHistogram.Of(phase.Latency), FormHistogram.Of(phase.Service), FormHistogram.Of(phase.Lag));

        public void AddTo(PhaseTally phase)
        {
            phase.AddCounts(Planned, Issued, Dropped, Ends.Select(end =>
                (new OrderEnd(end.Step, end.Outcome, end.Reason), end.Count)));
            Latency.AddTo(phase.Latency);
            Service.AddTo(phase.Service);
            Lag.AddTo(phase.Lag);
        }
    }

    private sealed record FormSecond(
        long Planned, long Issued, long Dropped, long LagTicksMax, long[] Ended, FormHistogram? Latency)
    {
        public static FormSecond Of(SecondTally second) => new(
            second.Planned, second.Issued, second.Dropped, second.LagMax.Ticks,
            [.. Enumerable.Range(0, (int)LoadOutcome.Error + 1).Select(at => second.Ended((LoadOutcome)at))],
            second.Latency is { } latency ? FormHistogram.Of(latency) : null);

        public void AddTo(SecondTally second)
        {
            second.AddCounts(Planned, Issued, Dropped, TimeSpan.FromTicks(LagTicksMax), Ended);
            Latency?.AddTo(second.LatencyToAdd());
        }
    }
}
