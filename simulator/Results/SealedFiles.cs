using System.Text;

namespace FlashSale.Simulator;

/// <summary>Writes the files of a run's folder with a manifest, and compares them with it.</summary>
internal static class SealedFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes all files beside their places, then each gets its name, manifest.json last. So a folder with a
    /// manifest is whole, and one that was being written has none.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">Its files, manifest.json apart.</param>
    /// <param name="seal">What was asked, without the files.</param>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    /// <exception cref="IOException">Something cannot be written; the former content is as it was.
    /// </exception>
    public static void Publish(
        string folder, IReadOnlyList<string> names, RunSeal seal, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var beside = Path.Combine(folder, ".unfinished");
        Drop(beside);
        Directory.CreateDirectory(beside);
        try
        {
            write(beside);
            File.WriteAllText(
                Path.Combine(beside, RunSeal.FileName), seal.Over(beside, names).Text(), Utf8);
            File.Delete(Path.Combine(folder, RunSeal.FileName));
            foreach (var name in names.Append(RunSeal.FileName))
            {
                File.Move(Path.Combine(beside, name), Path.Combine(folder, name), overwrite: true);
            }
        }
        finally
        {
            Drop(beside);
        }
    }

    /// <summary>
    /// One check that names every file that is not as it was sealed, and one of the question.
    /// </summary>
    public static IEnumerable<RunCheck> Check(RunFolder folder) => Check(
        folder.Path, RunFolder.FileNames,
        file => Hash(TextFile.Read(file, ScenarioReader.Read), scenario => scenario.Hash));

    /// <summary>The same of a season's folder.</summary>
    public static IEnumerable<RunCheck> Check(SeasonFolder folder) => Check(
        folder.Path, SeasonFolder.FileNames,
        file => Hash(TextFile.Read(file, ScenarioReader.ReadSeason), season => season.Hash));

    private static IEnumerable<RunCheck> Check(
        string folder, IReadOnlyList<string> names, Func<string, (string Hash, string? Problem)> hash)
    {
        if (Sealed(folder) is not { } seal)
        {
            yield return new RunCheck(
                "files-as-sealed", false, "manifest.json is missing or no manifest: the run is not whole");
            yield break;
        }

        var changed = Changed(folder, names, seal).ToList();
        yield return new RunCheck(
            "files-as-sealed", changed.Count == 0,
            changed.Count == 0 ? $"{seal.Files.Count} files" : string.Join("; ", changed));
        yield return OfQuestion(Path.Combine(folder, "scenario.yaml"), seal, hash);
    }

    private static (string Hash, string? Problem) Hash<T>(ScenarioReading<T> reading, Func<T, string> hash)
        where T : class => reading.Value is { } scenario
            ? (hash(scenario), null) : ("", reading.Problems[0].ToString());

    private static void Drop(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RunSeal? Sealed(string folder)
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

    private static IEnumerable<string> Changed(string folder, IReadOnlyList<string> names, RunSeal seal)
    {
        if (!seal.IsIntact || TextFile.Text(Path.Combine(folder, RunSeal.FileName)) != seal.Text())
        {
            yield return "manifest.json is not as it was written";
        }

        foreach (var name in names.Except(seal.Files.Select(file => file.Name)))
        {
            yield return $"{name} is not in the manifest";
        }

        foreach (var file in seal.Files)
        {
            if (!File.Exists(Path.Combine(folder, file.Name)))
            {
                yield return $"{file.Name} is missing";
            }
            else if (SealedFile.Of(folder, file.Name) is var now && now != file)
            {
                yield return $"{file.Name} has changed: {now.Bytes} bytes with sha256 {now.Sha256[..12]}…, "
                    + $"stated {file.Bytes} bytes with {file.Sha256[..Math.Min(12, file.Sha256.Length)]}…";
            }
        }
    }

    // The scenario in the folder, the manifest and the summary must be one question.
    private static RunCheck OfQuestion(
        string file, RunSeal seal, Func<string, (string Hash, string? Problem)> hash)
    {
        const string name = "scenario-as-sealed";
        if (!File.Exists(file))
        {
            return new RunCheck(name, false, "scenario.yaml is missing");
        }

        var (here, problem) = hash(file);
        return problem is null
            ? new RunCheck(
                name, here == seal.ScenarioHash,
                $"scenario.yaml has hash {here[..12]}…, stated {seal.ScenarioHash}")
            : new RunCheck(name, false, problem);
    }
}
