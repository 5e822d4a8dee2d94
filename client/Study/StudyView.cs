using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What a person reads when a study is over, and what a machine gets.</summary>
internal static class StudyView
{
    private const int SentencesShown = 12;

    /// <summary>Prints study.json for machines, sentences and warnings for people.</summary>
    public static void Show(
        StudyResult result, StudyExecution? execution, StudyFolder folder, StudyOptions options,
        Terminal terminal)
    {
        if (options.Json)
        {
            terminal.Out.Write(StudyJson.Write(result));
        }

        if (options.Quiet)
        {
            return;
        }

        var output = options.Json ? terminal.Error : terminal.Out;
        ShowAnswer(result, output);
        ShowNotes(result, folder, output);
        output.WriteLine(Runs(result, execution));
        if (result.Fork is { } fork)
        {
            output.WriteLine(Forks(fork, execution?.Fork));
        }

        output.WriteLine($"Report: {folder.ReportPath}");
    }

    private static void ShowAnswer(StudyResult result, TextWriter output)
    {
        output.WriteLine(result.Question);
        foreach (var sentence in result.Sentences.Take(SentencesShown))
        {
            output.WriteLine($"  {sentence}");
        }

        if (result.Sentences.Count > SentencesShown)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  and {result.Sentences.Count - SentencesShown} more in the report"));
        }

        output.WriteLine();
    }

    private static void ShowNotes(StudyResult result, StudyFolder folder, TextWriter output)
    {
        foreach (var claim in result.Expectations)
        {
            var end = claim.CameOut ? "came out" : "DID NOT COME OUT";
            output.WriteLine($"{end}: {claim.Claim}: {claim.Why}");
        }

        foreach (var warning in StudyWarning.InShort(result.Warnings))
        {
            output.WriteLine($"warning {warning.Code}: {folder.Outside(warning.Text)}");
        }

        foreach (var failure in result.Failures.Take(SentencesShown))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Words.Of(failure.Status)}: {failure.Point}, seed {failure.Seed}: {failure.Fault}; ")
                + $"repeat: {folder.Outside(failure.Command)}");
        }
    }

    private static string Forks(ForkFound fork, ForkExecution? execution)
    {
        var same = fork.Points.Where(point => point.WholeState is { } whole && point.ForkState == whole)
            .Select(point => point.Point).ToList();
        var law = same.Count == 0 ? ""
            : $"; on the first seed {string.Join(", ", same)} ended bit by bit as runs of the whole";
        var made = execution is null or { Pasts: 0, SparedSeconds: 0 } ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $" ({execution.Pasts} pasts made, {execution.SparedSeconds:0.#} s spared)");
        return $"forked at {fork.At}{made}{law}";
    }

    private static string Runs(StudyResult result, StudyExecution? execution)
    {
        var runs = result.Runs;
        var audit = runs.AuditFailed == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{runs.Checks:#,0} checks of the audit passed")
            : string.Create(CultureInfo.InvariantCulture, $"the audit of {runs.AuditFailed} runs FAILED");
        var made = execution is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $" ({execution.Cached} cached, {execution.Run} run in {execution.WallSeconds:0.#} s)");
        return string.Create(CultureInfo.InvariantCulture,
            $"{runs.Done + runs.AuditFailed} of {runs.Planned} runs{made}, {audit}")
            + (result.Partial ? "; partial: the same command goes on" : "");
    }
}
