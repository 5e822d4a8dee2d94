namespace FlashSale.Simulator;

/// <summary>Compares the files of a run's folder with its manifest.</summary>
internal static class SealedFiles
{
    /// <summary>
    /// One check that names every file that is not as it was sealed, and one of the question.
    /// </summary>
    public static IEnumerable<RunCheck> Check(RunFolder folder)
    {
        if (Sealed(folder) is not { } seal)
        {
            yield return new RunCheck(
                "files-as-sealed", false, "manifest.json is missing or no manifest: the run is not whole");
            yield break;
        }

        var changed = Changed(folder, seal).ToList();
        yield return new RunCheck(
            "files-as-sealed", changed.Count == 0,
            changed.Count == 0 ? $"{seal.Files.Count} files" : string.Join("; ", changed));
        yield return OfQuestion(folder, seal);
    }

    private static RunSeal? Sealed(RunFolder folder)
    {
        try
        {
            return folder.ReadSeal();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Changed(RunFolder folder, RunSeal seal)
    {
        if (!seal.IsIntact || TextFile.Text(folder.SealPath) != seal.Text())
        {
            yield return "manifest.json is not as it was written";
        }

        foreach (var name in RunFolder.FileNames.Except(seal.Files.Select(file => file.Name)))
        {
            yield return $"{name} is not in the manifest";
        }

        foreach (var file in seal.Files)
        {
            if (!File.Exists(Path.Combine(folder.Path, file.Name)))
            {
                yield return $"{file.Name} is missing";
            }
            else if (SealedFile.Of(folder.Path, file.Name) is var now && now != file)
            {
                yield return $"{file.Name} has changed: {now.Bytes} bytes with sha256 {now.Sha256[..12]}…, "
                    + $"stated {file.Bytes} bytes with {file.Sha256[..Math.Min(12, file.Sha256.Length)]}…";
            }
        }
    }

    // The scenario in the folder, the manifest and the summary must be one question.
    private static RunCheck OfQuestion(RunFolder folder, RunSeal seal)
    {
        const string name = "scenario-as-sealed";
        if (!File.Exists(folder.ScenarioPath))
        {
            return new RunCheck(name, false, "scenario.yaml is missing");
        }

        var reading = TextFile.Read(folder.ScenarioPath, ScenarioReader.Read);
        return reading.Value is { } scenario
            ? new RunCheck(
                name, scenario.Hash == seal.ScenarioHash,
                $"scenario.yaml has hash {scenario.Hash[..12]}…, stated {seal.ScenarioHash}")
            : new RunCheck(name, false, reading.Problems[0].ToString());
    }
}
