using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A study's file with every default written out: study.yaml of its folder.</summary>
internal static class StudyDefaults
{
    /// <summary>The text.</summary>
    /// <param name="root">The file's tree.</param>
    /// <param name="study">What was read from it.</param>
    public static string Written(YamlNode root, Study study)
    {
        var whole = YamlNode.OfBlock(1, 1);
        whole.Entries.AddRange(root.Entries);
        if (study.Base.AtScale(study.Base.Scale) is not null)
        {
            Default(whole, "scale", study.Base.Scale.ToString("R", CultureInfo.InvariantCulture));
        }

        if (!study.Design.HasOwnSeeds)
        {
            Default(whole, "seeds", StudySeeds.Text(study.Seeds));
        }

        if (study.Design.DesignSeed is { } draws)
        {
            Default(whole, "designSeed", draws.ToString(CultureInfo.InvariantCulture));
        }

        Default(whole, "confidence", study.Confidence.ToString("R", CultureInfo.InvariantCulture));
        Default(whole, "keep", Words.Of(study.Keep));
        if (whole.Entries.All(entry => entry.Key.Text != "budget"))
        {
            var budget = YamlNode.OfBlock(1, 1);
            Default(budget, "runsMax", study.Budget.RunsMax.ToString(CultureInfo.InvariantCulture));
            whole.Entries.Add((Plain("budget"), budget));
        }

        return YamlText.Of(whole, "The study as it was read, every default written out.");
    }

    private static void Default(YamlNode block, string key, string text)
    {
        if (block.Entries.All(entry => entry.Key.Text != key))
        {
            block.Entries.Add((Plain(key), Plain(text)));
        }
    }

    private static YamlNode Plain(string text) => YamlNode.OfText(text, quoted: false, 1, 1);
}
