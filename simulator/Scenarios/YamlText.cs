using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>Writes a tree as the text of a file that the strict reader reads as the same tree.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Quoted =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a block of keys, below a comment.</summary>
    public static string Of(YamlNode root, string comment)
    {
        var text = new StringBuilder($"# {comment}\n");
        foreach (var (key, value) in root.Entries)
        {
            Write(text, Lead(key), value, indent: 0);
        }

        return text.ToString();
    }

    private static string Lead(YamlNode key) =>
        (PlainKey().IsMatch(key.Text) ? key.Text : JsonSerializer.Serialize(key.Text, Quoted)) + ":";

    private static void Write(StringBuilder text, string lead, YamlNode node, int indent)
    {
        text.Append(' ', indent).Append(lead);
        switch (node.Form)
        {
            case YamlForm.Block when node.Entries.Count > 0:
                text.Append('\n');
                node.Entries.ForEach(entry => Write(text, Lead(entry.Key), entry.Value, indent + 2));
                break;
            case YamlForm.List when node.Items.Count > 0:
                text.Append('\n');
                node.Items.ForEach(item => Write(text, "-", item, indent + 2));
                break;
            default:
                text.Append(' ').Append(Short(node)).Append('\n');
                break;
        }
    }

    private static string Short(YamlNode node) => node switch
    {
        { Form: YamlForm.Block } => "{}",
        { Form: YamlForm.List } => "[]",
        { Quoted: true } => JsonSerializer.Serialize(node.Text, Quoted),
        _ => node.Text,
    };

    [GeneratedRegex("^[A-Za-z0-9_.]+$")]
    private static partial Regex PlainKey();
}
