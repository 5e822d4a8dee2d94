namespace FlashSale.Simulator;

/// <summary>Reads the base of a study: a scenario, or a list of them, each changed in the same way.</summary>
internal static class StudyBases
{
    private const int BasesMax = 30;
    private const int PathMax = 1_000;

    /// <summary>The bases as the file names them, on the first seed.</summary>
    /// <param name="block">The whole study.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="problems">What is wrong within a scenario is added here.</param>
    public static IReadOnlyList<(string Name, IStudiedScenario Scenario)> Read(
        Block block, ulong seed, List<ScenarioProblem> problems)
    {
        var scale = block.OptionalNumber("scale", new(0.000_001, 1));
        return
        [
            .. Names(block, scale).Select(name => (name, Base(block, name, problems) is var scenario
                && scale is { } share ? AtScale(block, scenario, share).OnSeed(seed)
                : scenario.OnSeed(seed))),
        ];
    }

    private static IReadOnlyList<string> Names(Block block, double? scale)
    {
        if (block.Find("base") is not { Form: YamlForm.List })
        {
            return [block.Text("base", null, PathMax)];
        }

        var names = block.List("base", [], BasesMax, (item, _) => item.Text);
        block.NamesOnce("base", names);
        if (block.Node.Entries.TrueForAll(entry => entry.Key.Text != "calibrate"))
        {
            block.Refuse("base", "this design has one base", "a list with calibrate only");
        }
        else if (scale is null)
        {
            block.Refuse("base", "the scenarios of a list may have scales of their own",
                "scale: one for all of them");
        }

        return names.Count == 0 ? [""] : names;
    }

    private static IStudiedScenario Base(Block block, string name, List<ScenarioProblem> problems)
    {
        if (name.Length > 0 && ScenarioFiles.Find(name) is null)
        {
            List<string> shipped =
                [.. ScenarioFiles.Shipped(), .. ScenarioFiles.Shipped(ScenarioKind.Season)];
            var hint = NearestWord.Of(name, shipped) is { } near ? $"; did you mean {near}?" : "";
            block.Refuse("base", $"there is no scenario «{name}»{hint}",
                $"a path, or one of {string.Join(", ", shipped)}");
        }

        var reading = ScenarioFiles.Find(name) is { } file ? TextFile.Read(file, StudiedKind.Read) : null;
        problems.AddRange(reading?.Problems ?? []);
        return reading?.Value ?? Nowhere;
    }

    private static IStudiedScenario AtScale(Block block, IStudiedScenario scenario, double scale)
    {
        if (scenario.AtScale(scale) is { } scaled)
        {
            return scaled;
        }

        block.Refuse("scale", $"{scenario.Name} plays all its people", "no scale; a smaller base");
        return scenario;
    }

    // Stands for a base that cannot be read; what is read further is thrown away.
    private static Scenario Nowhere => Scenario.FromFacts(new FestivalFacts
    {
        Year = FestivalFacts.FirstFestival,
        GmvYuan = 1e9,
        AverageOrderYuan = 100,
        PeakOrdersPerSecond = 1_000,
    });
}
