using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Adds seeds and measures to the file of a study that was run.</summary>
public static class StudyAdditions
{
    /// <summary>The study with what is added.</summary>
    /// <param name="text">study.yaml of its folder.</param>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="seeds">How many seeds more.</param>
    /// <param name="measures">Measures more, «name: expression» or an expression.</param>
    public static ScenarioReading<Study> To(
        string text, string file, int seeds, IReadOnlyList<string> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var problems = new ProblemList(file);
        if (StudyReader.Read(text, file) is not { Value: { } study }
            || YamlTree.Parse(text, problems) is not { } root)
        {
            return StudyReader.Read(text, file);
        }

        if (seeds > 0)
        {
            AddSeeds(root, study, seeds);
        }

        if (measures.Count > 0 && root.Entries.TrueForAll(entry => entry.Key.Text != "measures"))
        {
            root.Entries.Add((Plain("measures"), YamlNode.OfBlock(1, 1))); // a loss needs no others
        }

        var block = root.Entries.Find(entry => entry.Key.Text == "measures").Value;
        foreach (var (name, expression) in measures.Select(Split))
        {
            var measure = YamlNode.OfBlock(1, 1);
            measure.Entries.Add((Plain("value"), YamlNode.OfText(expression, quoted: true, 1, 1)));
            measure.Entries.Add((Plain("afterwards"), Plain("true")));
            block.Entries.Add((Plain(name), measure));
        }

        return StudyReader.Read(YamlText.Of(root, "A study to which something was added."), file);
    }

    // A race goes on beyond its limit; its first round, which its constants rest on, stays.
    private static void AddSeeds(YamlNode root, Study study, int seeds)
    {
        var place = YamlNode.OfText("seeds", quoted: false, 1, 1);
        if (study.Design.KeyOfSeeds is not "seeds" and var key)
        {
            var limit = FileWords.Whole(ScenarioPath.Of(key).Find(root)!.Text)!.Value;
            ScenarioPath.Of(key).Put(root, Number((ulong)(limit + seeds)), place);
            return;
        }

        ScenarioPath.Of("seeds.from").Put(Emptied(root, "seeds"), Number(study.Seeds[0]), place);
        ScenarioPath.Of("seeds.count").Put(root, Number((ulong)(study.Seeds.Count + seeds)), place);
    }

    private static (string Name, string Expression) Split(string measure, int at)
    {
        var colon = measure.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? (measure[..colon].Trim(), measure[(colon + 1)..].Trim())
            : (measure.All(char.IsAsciiLetterOrDigit) ? measure
                : string.Create(CultureInfo.InvariantCulture, $"added-{at + 1}"), measure);
    }

    private static YamlNode Emptied(YamlNode root, string key)
    {
        root.Entries.RemoveAll(entry => entry.Key.Text == key);
        return root;
    }

    private static YamlNode Number(ulong number) => Plain(number.ToString(CultureInfo.InvariantCulture));

    private static YamlNode Plain(string text) => YamlNode.OfText(text, quoted: false, 1, 1);
}
