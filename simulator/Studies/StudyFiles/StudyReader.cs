using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>Reads study files as strictly as scenarios: every key known, every value right.</summary>
/// <remarks>
/// Every point is put through the scenario reader, so that whatever a scenario refuses is refused before the
/// first run, at its place in the study.
/// </remarks>
public static partial class StudyReader
{
    private static readonly string[] PairedWords = ["compare", "fork", "precision"];

    /// <summary>Reads a study.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static ScenarioReading<Study> Read(string text, string file) => Read(text, file, new());

    /// <summary>Reads a study, of which the command line says some keys.</summary>
    public static ScenarioReading<Study> Read(string text, string file, StudyOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(overrides);
        var problems = new ProblemList(file);
        if (YamlTree.Parse(text, problems) is not { } root)
        {
            return new ScenarioReading<Study>(null, problems.InFileOrder);
        }

        overrides.ApplyTo(root);
        var ofBase = new List<ScenarioProblem>();
        var study = Block.Read(root, "", problems, block => Read(block, file, ofBase));
        if (study.ScaleCheck is { } scale && scale == study.Base.Scale
            && study.Base.AtScale(scale) is not null)
        {
            problems.Add(
                1, 1, "scaleCheck", "it is the scale of the study", "a larger scale, or a smaller one");
        }

        IReadOnlyList<ScenarioProblem> all = [.. problems.InFileOrder, .. ofBase];
        return new ScenarioReading<Study>(
            all.Count == 0 ? study with { Text = StudyDefaults.Written(root, study) } : null, all);
    }

    // A setting that would change nothing is refused.
    private static void RefuseOfPoints(Block block, StudyDesign design)
    {
        foreach (var word in PairedWords.Where(word => !design.IsCompared && block.Find(word) is not null))
        {
            block.Refuse(word, "this design does not compare points in pairs", "with arms or vary only");
        }

        if (design.HasOwnSeeds && block.Node.Entries.Exists(entry => entry.Key.Text == "seeds"))
        {
            block.Refuse("seeds", "this design has seeds of its own", "seedsPerPoint, and designSeed");
        }
    }

    private static Study Read(Block block, string file, List<ScenarioProblem> ofBase)
    {
        var name = ReadName(block);
        var question = block.Text("question", null, 300);
        var seeds = StudySeeds.Read(block);
        var bases = StudyBases.Read(block, seeds[0], ofBase);
        var isCalibration = block.Node.Entries.Exists(entry => entry.Key.Text == "calibrate");
        var measures = isCalibration ? block.Section("measures", [], AskedMeasure.ReadAll)
            : block.RequiredSection("measures", AskedMeasure.ReadAll);
        var confidence = block.Number("confidence", 0.95, new(0.5, 0.999));
        var design = DesignReader.Read(new DesignGround(
            block, bases, measures, new SearchTerms(confidence, seeds.Count)));
        RefuseOfPoints(block, design);
        var compare = block.Section("compare", new AskedComparison(null, false),
            inner => ReadComparison(inner, design));
        var horizon = ReadHorizon(block, bases[0].Scenario.Studied);
        return new Study
        {
            Name = name,
            Question = question,
            File = file,
            Bases = [.. bases.Select(one => one.Scenario)],
            Horizon = horizon,
            Fork = AskedFork.Read(block, bases[0].Scenario, horizon),
            Seeds = seeds,
            Measures = [.. measures, .. design.FurtherMeasures(measures)],
            Design = design,
            Compare = compare,
            Confidence = confidence,
            Precision = block.Section<AskedPrecision?>("precision", null,
                inner => AskedPrecision.Read(inner, measures, seeds.Count)),
            Expect = Expectation.ReadAll(block, measures, design, compare),
            Recalibrate = ReadRecalibrate(block, design),
            ScaleCheck = ReadScaleCheck(block, design, bases[0].Scenario),
            Keep = block.Choice<KeptFigures>("keep", KeptFigures.Timeline),
            Budget = block.Section("budget", new StudyBudget(Study.RunsMaxUsual, null), ReadBudget),
        };
    }

    private static TimeSpan? ReadHorizon(Block block, StudiedKind kind)
    {
        var horizon = block.OptionalLength("horizon", TimeSpan.FromSeconds(1), TimeSpan.FromDays(60));
        if (horizon is not null && kind.HorizonProblem is var (wrong, allowed))
        {
            block.Refuse("horizon", wrong, allowed);
        }

        return horizon;
    }

    private static AskedComparison ReadComparison(Block block, StudyDesign design)
    {
        var with = block.Find("with") is { } named ? named.Text : null;
        var names = design.Named;
        if (with is not null && !names.Contains(with))
        {
            block.Refuse("with", $"there is no «{with}»", string.Join(", ", names.Take(20)));
        }

        var pairs = block.Find("pairs");
        if (pairs is { Text: not "all" })
        {
            block.Refuse("pairs", $"{pairs.Shown} is not known", "all");
        }

        if (pairs is not null && with is not null)
        {
            block.Refuse("with", "every two are compared already", "with, or pairs: all");
        }

        return new AskedComparison(with, pairs is not null);
    }

    private static IReadOnlyList<string> ReadRecalibrate(Block block, StudyDesign design)
    {
        const int factsMax = 10;
        var facts = block.List("recalibrate", [], factsMax, (one, _) => one.Text);
        foreach (var fact in facts)
        {
            if (!HeldCapacity.Facts.Contains(fact))
            {
                block.Refuse(
                    "recalibrate", $"«{fact}» moves no capacity", string.Join(", ", HeldCapacity.Facts));
            }
            else if (design.Changes.All(change => change.Path.Key != fact))
            {
                block.Refuse("recalibrate", $"no point changes «{fact}»", "a fact that is a factor here");
            }
        }

        return facts;
    }

    private static double? ReadScaleCheck(Block block, StudyDesign design, IStudiedScenario past)
    {
        var scale = block.OptionalNumber("scaleCheck", new(0.000_001, 1));
        if (scale is not null && design is not PointsDesign)
        {
            block.Refuse("scaleCheck", "this design compares no two points", "a study of arms, or of vary");
        }
        else if (scale is { } other && past.AtScale(other) is null)
        {
            block.Refuse("scaleCheck", $"{past.Name} plays all its people", "no scaleCheck");
        }

        return scale;
    }

    private static StudyBudget ReadBudget(Block block) => new(
        (int)block.Count("runsMax", Study.RunsMaxUsual, 1, 1_000_000),
        block.OptionalLength("wallMax", TimeSpan.FromSeconds(1), TimeSpan.FromDays(365)));

    private static string ReadName(Block block)
    {
        const int nameMax = 60;
        var name = block.Text("name", null, nameMax);
        if (name.Length is > 0 and <= nameMax && !KebabCase().IsMatch(name))
        {
            block.Refuse("name", $"«{name}» is no such name",
                "small letters, digits and hyphens: pay-window");
        }

        return name;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
