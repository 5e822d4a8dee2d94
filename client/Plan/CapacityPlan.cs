using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>A question, the model that was fitted for it, the answer, and how far both may be off.</summary>
internal sealed record CapacityPlan(
    CapacityQuestion Question,
    CapacityModel Model,
    CapacityAnswer Answer,
    CapacityUncertainty Uncertainty,
    IReadOnlyList<string> Notes)
{
    private const double FarBeyond = 4; // times the largest cluster that was measured. Assumed.
    private const double NearlyBusy = 0.9; // of the database's cores, at a peak. Assumed.

    /// <summary>Answers what was asked.</summary>
    public static CapacityPlan Of(LoadResults results, CapacityModel model, PlanOptions options)
    {
        var answer = model.Answer(options.Question);
        return new CapacityPlan(
            options.Question, model, answer,
            CapacityUncertainty.Of(results, options.Losses, options.Question, answer.Silos, options.Seed),
            [.. NotesOn(results, answer, options)]);
    }

    private static IEnumerable<string> NotesOn(
        LoadResults results, CapacityAnswer answer, PlanOptions options)
    {
        foreach (var note in results.Notes)
        {
            yield return note;
        }

        var largest = results.Measurements.Max(one => one.Silos);
        if (answer.Silos > FarBeyond * largest)
        {
            yield return FormattableString.Invariant(
                $"{answer.Silos:#,0} silos are far beyond the {largest} that were measured: measure more");
        }

        if (options.Losses is not null)
        {
            yield return "how silos scale was assumed, not measured";
        }

        var hasFullDatabase = results.Measurements.Any(one => one.Kind == LoadKind.Peak
            && one.DatabaseCpuSeconds > NearlyBusy * one.Seconds * results.DatabaseCores
            && results.DatabaseCores > 0);
        if (hasFullDatabase)
        {
            yield return "the database was full at a peak: what limits silos there is the database";
        }

        if (answer.DatabaseCores > results.DatabaseCores && results.DatabaseCores > 0)
        {
            yield return "that a database does more in proportion to its cores is assumed";
        }
    }
}
