using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace FlashSale.Simulator;

/// <summary>A scenario as the tree of a file, every default written out.</summary>
/// <remarks>
/// A key is named as its member, so a key that is added to a scenario is in the tree by itself; that the
/// strict reader makes the same scenario of it is a test. The block «load» decides nothing and is left out.
/// </remarks>
internal static class ScenarioTree
{
    /// <summary>The root of a festival or a season: a block with every key.</summary>
    public static YamlNode Of(object scenario) => BlockOf(Members(scenario));

    /// <summary>The text of scenario.yaml: read again, it is the same scenario.</summary>
    public static string Text(object scenario) => YamlText.Of(
        Of(scenario), "The scenario of this run as it was read, every default written out.");

    /// <summary>Each value with its path, such as «policy.inventory.payWithin».</summary>
    public static IEnumerable<(string Path, string Value)> Values(YamlNode node, string path = "") =>
        node.Form switch
        {
            YamlForm.Block => node.Entries.SelectMany(entry => Values(
                entry.Value, path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}")),
            YamlForm.List => node.Items.SelectMany((item, at) => Values(
                item, string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]"))),
            _ => [(path, node.Text)],
        };

    private static IEnumerable<(string Key, object Value)> Members(object record) => record.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.CanWrite && member.GetCustomAttribute<JsonIgnoreAttribute>()
            is null or { Condition: JsonIgnoreCondition.WhenWritingNull }) // a part that is off has no key
        .Select(member => (FileWords.Camel(member.Name), member.GetValue(record)!))
        .Where(member => member.Item2 is not (null or ""));

    private static YamlNode NodeOf(object value) => value switch
    {
        string text => YamlNode.OfText(text, quoted: true, 0, 0),
        bool flag => Plain(flag ? "true" : "false"),
        double number => Plain(number.ToString("R", CultureInfo.InvariantCulture)),
        TimeSpan length => Plain(FileWords.Of(length)),
        DateOnly day => Plain(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Enum word => Plain(Words.Of(word)),
        LengthQuantiles lengths => BlockOf(lengths.Percents.Zip(lengths.Lengths, (percent, length) =>
            (string.Create(CultureInfo.InvariantCulture, $"p{percent:R}"), (object)length))),
        DemandBehaviour demand => BlockOf(KeysOf(demand)),
        IReadOnlyList<PolicySetting> settings => PolicyOf(settings),
        IEnumerable items => ListOf(items),
        IFormattable number => Plain(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => BlockOf(Members(value)),
    };

    // Lengths stand as seconds in the curve, as lengths in a file; the rest of the curve has no key.
    private static IEnumerable<(string Key, object Value)> KeysOf(DemandBehaviour demand) =>
    [
        ("rushShareBase", demand.RushShareBase),
        ("rushShareMobile", demand.RushShareMobile),
        ("rushMedian", TimeSpan.FromSeconds(demand.RushMedianSeconds)),
        ("rushSigma", demand.RushSigma),
        ("hammeringShare", demand.HammeringShare),
        ("hammeringMean", TimeSpan.FromSeconds(demand.HammeringMeanSeconds)),
        ("presaleShareMax", demand.PresaleShareMax),
        ("presaleMedian", TimeSpan.FromSeconds(demand.PresaleMedianSeconds)),
        ("presaleSigma", demand.PresaleSigma),
        ("browseDecay", demand.BrowseDecay),
        ("browseDecayMobile", demand.BrowseDecayMobile),
    ];

    private static YamlNode PolicyOf(IReadOnlyList<PolicySetting> settings)
    {
        var areas = YamlNode.OfBlock(0, 0);
        foreach (var area in settings.GroupBy(setting => setting.Field.Split('.')[0]))
        {
            var block = YamlNode.OfBlock(0, 0);
            block.Entries.AddRange(area.Select(setting =>
                (Plain(setting.Field[(area.Key.Length + 1)..]), Plain(setting.Value))));
            areas.Entries.Add((Plain(area.Key), block));
        }

        return areas;
    }

    private static YamlNode ListOf(IEnumerable items)
    {
        var list = YamlNode.OfList(0, 0);
        list.Items.AddRange(items.Cast<object>().Select(NodeOf));
        return list;
    }

    private static YamlNode BlockOf(IEnumerable<(string Key, object Value)> members)
    {
        var block = YamlNode.OfBlock(0, 0);
        block.Entries.AddRange(members.Select(member => (Plain(member.Key), NodeOf(member.Value))));
        return block;
    }

    private static YamlNode Plain(string text) => YamlNode.OfText(text, quoted: false, 0, 0);
}
