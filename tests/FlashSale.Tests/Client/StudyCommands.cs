using System.Globalization;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Tests.Client;

/// <summary>Studies that are run by their commands, in a folder that is gone afterwards.</summary>
internal sealed class StudyCommands : IDisposable
{
    /// <summary>Where studies, results and caches are.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("flashsale-study-");

    /// <summary>The cache of studies that name no other.</summary>
    public string Cache => Path.Combine(Folder.FullName, "cache");

    public void Dispose() => Folder.Delete(recursive: true);

    /// <summary>Runs a study into a folder of its own.</summary>
    public (ExitCode Code, string Said, StudyFolder Folder) Study(
        string text, string cache = "cache", params string[] args)
    {
        var number = Directory.GetFiles(Folder.FullName).Length.ToString(CultureInfo.InvariantCulture);
        var file = Path.Combine(Folder.FullName, $"{number}.yaml");
        File.WriteAllText(file, text);
        var folder = new StudyFolder(Path.Combine(Folder.FullName, $"results-{number}"));
        using var terminal = new TestTerminal();
        string[] usual = args.Contains("--jobs") ? [] : ["--jobs", "1"];
        var code = terminal.Run([
            "study", "run", file, "--out", folder.Path, "--cache", Path.Combine(Folder.FullName, cache),
            .. usual, .. args]);
        Assert.True(code is ExitCode.Done or ExitCode.Failed, terminal.Error);
        return (code, terminal.Out, folder);
    }

    /// <summary>Adds to a study.</summary>
    public StudyFolder Add(StudyFolder folder, params string[] what)
    {
        using var terminal = new TestTerminal();
        var code = terminal.Run(
            ["study", "add", folder.Path, "--jobs", "1", "--cache", Cache, .. what]);
        Assert.True(code == ExitCode.Done, terminal.Error);
        return folder;
    }

    /// <summary>How many runs were there, and how many were made, the last time.</summary>
    public static (int Cached, int Run) Counts(StudyFolder folder)
    {
        using var execution = JsonDocument.Parse(File.ReadAllText(folder.ExecutionPath));
        return (execution.RootElement.GetProperty("cached").GetInt32(),
            execution.RootElement.GetProperty("run").GetInt32());
    }
}
