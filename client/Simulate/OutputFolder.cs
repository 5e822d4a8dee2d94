using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The folder that a run's results go to, kept for it until it is disposed of.</summary>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>Where runs go that are given no folder.</summary>
    public const string Parent = "runs"; // In .gitignore.

    private const int DifferencesShown = 3;
    private const int HashShown = 8;

    private readonly RunLock _lock;

    private OutputFolder(string path, RunLock taken) => (Path, _lock) = (path, taken);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>
    /// Takes the folder for a run before it begins; null if it holds the results of another question, which
    /// was told on the terminal.
    /// </summary>
    /// <exception cref="IOException">Another run has it, or it cannot be made or written.</exception>
    public static OutputFolder? Take(RunSeal seal, OutputWish wish, Terminal terminal)
    {
        var path = wish.Out ?? Of(seal, wish.IsChanged);
        var taken = RunLock.Take(path);
        if (wish.Force || Difference(path, seal, wish) is not { } difference)
        {
            return new OutputFolder(path, taken);
        }

        taken.Dispose();
        terminal.Error.WriteLine(
            $"flashsale {wish.Verb}: {path} holds another run: {difference}; allowed: --force, which "
            + $"replaces it, or another folder, such as --out {Of(seal, isChanged: true)}");
        return null;
    }

    /// <summary>
    /// «runs/double11-2018-seed1»: another seed goes elsewhere, the same run to the same place; with values
    /// that were set, the name ends with a hash of the question.
    /// </summary>
    public static string Of(RunSeal seal, bool isChanged) => System.IO.Path.Combine(
        Parent, string.Create(CultureInfo.InvariantCulture, $"{seal.Scenario}-seed{seal.Seed}")
            + (isChanged ? $"-{seal.Question[..HashShown]}" : ""));

    /// <summary>
    /// Makes a folder and writes to it once, so that a load test does not end in a place that refuses it.
    /// </summary>
    /// <exception cref="IOException">It cannot be made or written; the message names it.</exception>
    public static string Prepare(string folder)
    {
        RunLock.Take(folder).Dispose();
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    // What the run in the folder was asked otherwise; null if the folder holds the same run, or none.
    private static string? Difference(string folder, RunSeal seal, OutputWish wish)
    {
        if (TryReadSeal(folder) is not { } there)
        {
            return wish.FileNames.Any(name => File.Exists(System.IO.Path.Combine(folder, name)))
                ? "its files have no manifest that this version can read" : null;
        }

        if (there.Question == seal.Question)
        {
            return null;
        }

        var scenario = System.IO.Path.Combine(folder, "scenario.yaml");
        var differences = (File.Exists(scenario) ? wish.Differences(scenario) : [])
            .Select(one => one.ThereAndHere()).ToList();
        if (there.Days != seal.Days)
        {
            differences.Add($"--days is {Days(there.Days)} there and {Days(seal.Days)} here");
        }

        var rest = differences.Count - DifferencesShown;
        return differences.Count == 0
            ? $"its scenario has hash {there.ScenarioHash}"
            : string.Join(", ", differences.Take(DifferencesShown)) + (rest > 0 ? $" and {rest} more" : "");
    }

    private static RunSeal? TryReadSeal(string folder)
    {
        try
        {
            return RunSeal.OfFolder(folder);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Days(int? days) =>
        days is { } number ? number.ToString(CultureInfo.InvariantCulture) : "not given";
}
