namespace FlashSale.Simulator;

/// <summary>Reads the design of a study: the one of its keys that says what is varied.</summary>
internal static class DesignReader
{
    // The key, and what reads it from the whole study.
    private static readonly (string Word, Func<DesignGround, StudyDesign> Read)[] Designs =
    [
        ("arms", ground => ArmsDesign.Read(ground.Study)),
        ("vary", ground => SweepDesign.Read(ground.Study)),
        ("find", ground => ground.Study.RequiredSection("find", block =>
            FindDesign.Read(block, ground.Measures, ground.Terms))),
        ("breakEven", ground => ground.Study.RequiredSection("breakEven", block =>
            BreakEvenDesign.Read(block, ground.Measures, ground.Terms))),
        ("select", ReadSelect),
        ("sample", ground => SampleDesign.Read(ground.Study, ground.Measures)),
        ("sensitivity", ground => ground.Study.RequiredSection("sensitivity", block =>
            ReadSensitivity(block, ground.Study))),
        ("calibrate", ground => CalibrateDesign.Read(
            ground.Study, ground.Bases, ground.Measures, ground.Terms.Seeds)),
    ];

    /// <summary>Reads the only design that is given; two of them, or none, are refused.</summary>
    public static StudyDesign Read(DesignGround ground)
    {
        var study = ground.Study;
        var given = study.Node.Entries.Select(entry => entry.Key.Text)
            .Where(key => Array.Exists(Designs, design => design.Word == key)).ToList();
        if (given.Contains("select"))
        {
            given.Remove("arms"); // what is selected among
        }

        if (given.Count != 1)
        {
            study.RefuseWhole(
                given.Count == 0 ? "no design is given" : $"{given.Count} designs are given",
                $"one of {string.Join(", ", Designs.Select(design => design.Word))}");
        }

        // All keys are asked for, so that the reader knows them.
        foreach (var (word, _) in Designs)
        {
            study.Find(word);
        }

        var asked = given.FirstOrDefault("arms");
        return Array.Find(Designs, design => design.Word == asked).Read(ground);
    }

    private static SelectDesign ReadSelect(DesignGround ground)
    {
        var arms = ArmsDesign.Read(ground.Study);
        return ground.Study.RequiredSection("select", block =>
            SelectDesign.Read(block, arms, ground.Measures, ground.Terms));
    }

    private static StudyDesign ReadSensitivity(Block block, Block study) =>
        block.Choice<SensitivityMethod>("method", null) switch
        {
            SensitivityMethod.OneAtATime => OneAtATime.Read(block),
            SensitivityMethod.Sobol => SobolAnalysis.Read(block, DesignSeeds.Read(study)),
            SensitivityMethod.Rank => SampleDesign.ReadRanks(block, DesignSeeds.Read(study)),
            _ => MorrisStudy.Read(block, DesignSeeds.Read(study)),
        };
}

/// <summary>What a design is read by: the whole study, and what was read of it before.</summary>
/// <param name="Study">The study.</param>
/// <param name="Bases">Its bases, as the file names them.</param>
/// <param name="Measures">Its measures.</param>
/// <param name="Terms">What a search of it goes by.</param>
internal sealed record DesignGround(
    Block Study, IReadOnlyList<(string Name, IStudiedScenario Scenario)> Bases,
    IReadOnlyList<AskedMeasure> Measures, SearchTerms Terms);
