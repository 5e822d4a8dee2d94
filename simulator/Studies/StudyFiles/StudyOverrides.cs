using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>What the command line says instead of a study's file.</summary>
/// <param name="Seeds">How many seeds; null for the file's.</param>
/// <param name="Scale">The scale; null for the file's.</param>
/// <param name="RunsMax">The most runs; null for the file's.</param>
public sealed record StudyOverrides(int? Seeds = null, double? Scale = null, int? RunsMax = null)
{
    /// <summary>Puts them into the file's tree, as if they stood there.</summary>
    internal void ApplyTo(YamlNode root)
    {
        if (root.Form != YamlForm.Block)
        {
            return;
        }

        var seeds = root.Entries.Find(entry => entry.Key.Text == "seeds").Value;
        Put(root, seeds is { Form: YamlForm.Block } ? "seeds.count" : "seeds",
            Seeds?.ToString(CultureInfo.InvariantCulture));
        Put(root, "scale", Scale?.ToString("R", CultureInfo.InvariantCulture));
        Put(root, "budget.runsMax", RunsMax?.ToString(CultureInfo.InvariantCulture));
    }

    private static void Put(YamlNode root, string path, string? text)
    {
        if (text is not null)
        {
            var value = YamlNode.OfText(text, quoted: false, root.Line, root.Column);
            ScenarioPath.Of(path).Put(root, value, root);
        }
    }
}
