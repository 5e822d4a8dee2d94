using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FlashSale.Simulator;

/// <summary>
/// Turns the text of a file into nodes with their places, refusing what could be a bomb or a surprise.
/// </summary>
/// <remarks>
/// Anchors, aliases, tags, merge keys and second documents are refused; depth and size are bounded. So a file
/// is what it
/// looks like, and reading it takes time and memory in proportion to its size.
/// </remarks>
internal sealed class YamlTree
{
    /// <summary>The longest file, in characters.</summary>
    public const int CharactersMax = 1 << 20;

    /// <summary>How deep blocks and lists may stand in each other.</summary>
    public const int DepthMax = 12;

    /// <summary>How many values a file may have.</summary>
    public const int NodesMax = 50_000;

    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private int _nodes;
    private int _line = 1;

    private YamlTree(string text, ProblemList problems)
    {
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Parses a file; null with a problem noted if it is no block of keys.</summary>
    public static YamlNode? Parse(string text, ProblemList problems)
    {
        if (text.Length > CharactersMax)
        {
            problems.Add(1, 1, "", $"the file has {text.Length} characters", $"at most {CharactersMax}");
            return null;
        }

        var tree = new YamlTree(text, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException) when (TabFrom(text, tree._line) is { } tab)
        {
            problems.Add(tab.Line, tab.Column, "", "a tab in the indentation", "spaces, as YAML 1.2 has it");
        }
        catch (YamlException broken)
        {
            var (line, column) = ((int)broken.Start.Line, (int)broken.Start.Column);
            problems.Add(line, column, "", $"this is no YAML: {Reason(broken)}", "YAML 1.2");
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser loses its way on some texts, such as a hyphen before a control character.
            problems.Add(tree._line, 1, "", "this is no YAML from this line on", "YAML 1.2");
        }

        return null;
    }

    // The parser stops at a tab in the indentation, but names the beginning of the file.
    private static TextPlace? TabFrom(string text, int firstLine)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var indent = line[..^line.TrimStart(" \t").Length];
            if (++number >= firstLine && indent.Length < line.Length && indent.Contains('\t'))
            {
                return new TextPlace(number, indent.IndexOf('\t') + 1);
            }
        }

        return null;
    }

    private static string Reason(YamlException broken) =>
        (broken.InnerException?.Message ?? broken.Message).ReplaceLineEndings(" ").TrimEnd('.');

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(1, 1, "", "the file is empty", "a block of keys");
            return null;
        }

        var root = Node(depth: 0);
        if (root is null)
        {
            return null;
        }

        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _problems.Add((int)second.Start.Line, (int)second.Start.Column, "", "a second document",
                "one document");
        }

        return root;
    }

    /// <summary>Reads one value; null if the file broke a limit and reading must stop.</summary>
    private YamlNode? Node(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var (line, column) = ((int)next.Start.Line, (int)next.Start.Column);
        _line = line;
        if (++_nodes > NodesMax || depth > DepthMax)
        {
            var limit = string.Create(CultureInfo.InvariantCulture,
                $"{NodesMax} values, {DepthMax} levels deep");
            _problems.Add(line, column, "", "the file is too large or too deep", limit);
            return null;
        }

        if (next is AnchorAlias)
        {
            _problems.Add(line, column, "", "an alias",
                "the value written out: files have no anchors and aliases");
            return YamlNode.OfText("", quoted: false, line, column);
        }

        // YamlDotNet closes some broken blocks after a key.
        if (next is not NodeEvent node)
        {
            _problems.Add(line, column, "", "a block that ends after a key", "a value for each key");
            return null;
        }

        RefuseDecoration(node, line, column);
        return next switch
        {
            Scalar text => YamlNode.OfText(text.Value, text.Style != ScalarStyle.Plain, line, column),
            SequenceStart => Items(YamlNode.OfList(line, column), depth),
            _ => Entries(YamlNode.OfBlock(line, column), depth),
        };
    }

    private void RefuseDecoration(NodeEvent node, int line, int column)
    {
        if (!node.Anchor.IsEmpty)
        {
            _problems.Add(line, column, "", $"an anchor «&{node.Anchor.Value}»", "values without anchors");
        }

        if (!node.Tag.IsEmpty)
        {
            _problems.Add(line, column, "", "a tag", "values without tags");
        }
    }

    private YamlNode? Items(YamlNode list, int depth)
    {
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            list.Items.Add(item);
        }

        return list;
    }

    private YamlNode? Entries(YamlNode block, int depth)
    {
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value)
            {
                return null;
            }

            if (key.Form != YamlForm.Text)
            {
                _problems.Add(key, "", $"{key.Shown} as a key", "a word as a key");
            }
            else if (!firstLines.TryAdd(key.Text, key.Line))
            {
                _problems.Add(
                    key, key.Text, $"the key stands here again, first in line {firstLines[key.Text]}",
                        "each key once");
            }
            else
            {
                block.Entries.Add((key, value));
            }
        }

        return block;
    }
}
