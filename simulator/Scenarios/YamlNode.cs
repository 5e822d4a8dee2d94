namespace FlashSale.Simulator;

/// <summary>The three forms that a value can have in a file.</summary>
internal enum YamlForm
{
    Text = 1,
    List,
    Block,
}

/// <summary>A value in a file and where it stands.</summary>
internal sealed class YamlNode
{
    private YamlNode(YamlForm form, int line, int column)
    {
        Form = form;
        Line = line;
        Column = column;
    }

    public YamlForm Form { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>The text of a plain or quoted value.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the text stood in quotes, and so is no number and no word of ours.</summary>
    public bool Quoted { get; private init; }

    /// <summary>The values of a list.</summary>
    public List<YamlNode> Items { get; } = [];

    /// <summary>The keys and values of a block, in the order of the file; no key twice.</summary>
    public List<(YamlNode Key, YamlNode Value)> Entries { get; } = [];

    /// <summary>What the form is called in messages.</summary>
    public string Shown => Form switch
    {
        YamlForm.List => "a list",
        YamlForm.Block => "a block of keys",
        _ => Text.Length == 0 ? "nothing" : $"«{Shortened(Text)}»",
    };

    /// <summary>Has another text from now on; of a tree that is changed.</summary>
    public void Become(string text) => Text = text;

    public static YamlNode OfText(string text, bool quoted, int line, int column) =>
        new(YamlForm.Text, line, column) { Text = text, Quoted = quoted };

    public static YamlNode OfList(int line, int column) => new(YamlForm.List, line, column);

    public static YamlNode OfBlock(int line, int column) => new(YamlForm.Block, line, column);

    private static string Shortened(string text)
    {
        const int shownMax = 60;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= shownMax ? line : line[..shownMax] + "…";
    }
}
