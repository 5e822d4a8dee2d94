using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Finds and reads the study that the user asked for, and checks everything before the first run.
/// </summary>
internal static class StudyChoice
{
    /// <summary>
    /// The plan and its measures; nulls if there is something wrong, and then every problem was told.
    /// </summary>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    public static (StudyPlan? Plan, IReadOnlyList<StudyMeasure>? Measures) Read(
        StudyOptions options, Terminal terminal) => Check(
            options.OneLine is { } line ? ReadLine(line, options) : ReadNamed(options), terminal);

    /// <summary>The plan of a study that was read, and its measures; nulls as above.</summary>
    public static (StudyPlan? Plan, IReadOnlyList<StudyMeasure>? Measures) Check(
        ScenarioReading<Study> reading, Terminal terminal)
    {
        var plan = reading.Value is { } study ? StudyPlan.Of(study, RunKey.Code) : null;
        var measures = reading.Value is { } asked ? StudyMeasure.All(asked) : null;
        List<ScenarioProblem> problems =
            [.. reading.Problems, .. plan?.Problems ?? [], .. measures?.Problems ?? []];
        foreach (var problem in problems)
        {
            terminal.Error.WriteLine($"flashsale study: {problem}");
        }

        return problems.Count > 0 ? (null, null) : (plan!.Value, measures!.Value);
    }

    private static ScenarioReading<Study> ReadNamed(StudyOptions options)
    {
        var name = options.Study!;
        if (StudyFiles.Find(name) is { } file)
        {
            return TextFile.Read(file, (text, named) => StudyReader.Read(text, named, options.Overrides));
        }

        var hint = StudyFiles.Nearest(name) is { } near ? $"; did you mean {near}?" : "";
        return TextFile.Refused<Study>(
            name, $"there is no such study{hint}",
            $"a path, or one of {string.Join(", ", StudyFiles.Shipped())}");
    }

    private static ScenarioReading<Study> ReadLine(OneLineStudy line, StudyOptions options)
    {
        var text = line.Text();
        if (line.Save is { } file)
        {
            File.WriteAllText(file, text);
        }

        return StudyReader.Read(text, line.Save ?? "--base", options.Overrides);
    }
}
