namespace FlashSale.Simulator;

/// <summary>How a study asks for differences of a measure to be shown.</summary>
public enum AskedDifference
{
    /// <summary>In points, of shares: what they are shown in anyway.</summary>
    Points = 1,

    /// <summary>As a relative change in percent.</summary>
    Percent,
}

/// <summary>A measure as the study asks for it.</summary>
public sealed record AskedMeasure
{
    /// <summary>Its name in the study.</summary>
    public required string Name { get; init; }

    /// <summary>The expression over the results of a run, or the query.</summary>
    public required string Value { get; init; }

    /// <summary>Whether it is a yes or no of each run.</summary>
    public bool IsEvent { get; init; }

    /// <summary>Whether it is a query on run.sqlite that gives one number.</summary>
    public bool IsQuery { get; init; }

    /// <summary>The unit that the file says it has; null if it says none.</summary>
    public string? Unit { get; init; }

    /// <summary>How differences are to be shown; null for the measure's unit.</summary>
    public AskedDifference? Show { get; init; }

    /// <summary>Whether differences are shown as relative changes.</summary>
    public ShownDifference Shown =>
        Show == AskedDifference.Percent ? ShownDifference.InPercent : ShownDifference.InUnits;

    /// <summary>Which side is better.</summary>
    public BetterSide Better { get; init; } = BetterSide.Neither;

    /// <summary>The smallest difference that is worth acting on; null if the study does not say.</summary>
    public double? Matters { get; init; }

    /// <summary>
    /// What stands for a run that has no such value; null leaves it out, and counts it as failed.
    /// </summary>
    public double? WhenNull { get; init; }

    /// <summary>Whether it was added after the runs were seen.</summary>
    public bool IsAfterwards { get; init; }

    /// <summary>Where the expression stands in the study.</summary>
    internal YamlNode? Place { get; init; }

    /// <summary>Reads the block «measures».</summary>
    internal static IReadOnlyList<AskedMeasure> ReadAll(Block block)
    {
        const int measuresMax = 50;
        var measures = new List<AskedMeasure>();
        foreach (var (key, value) in block.Node.Entries)
        {
            block.Find(key.Text);
            if (!StudyWords.IsName(key.Text))
            {
                block.Refuse(key.Text, $"«{key.Text}» is no name of a measure", StudyWords.NameForm);
            }
            else if (value.Form == YamlForm.Text)
            {
                measures.Add(new AskedMeasure { Name = key.Text, Value = value.Text, Place = value });
            }
            else
            {
                measures.Add(block.Section(key.Text, new() { Name = key.Text, Value = "" }, inner =>
                    Read(inner, key.Text)));
            }
        }

        if (measures.Count is 0 or > measuresMax)
        {
            block.RefuseWhole($"{measures.Count} measures", $"1 to {measuresMax}, such as gmv: gmvYuan");
        }

        return measures;
    }

    /// <summary>The measure that a key names; null with a problem noted if there is none.</summary>
    internal static AskedMeasure? Named(Block block, string key, IReadOnlyList<AskedMeasure> measures)
    {
        var name = block.Text(key, null, StudyWords.NameMax);
        var found = measures.FirstOrDefault(one => one.Name == name);
        if (found is null && name.Length > 0)
        {
            block.Refuse(key, $"there is no measure {name}",
                string.Join(", ", measures.Select(one => one.Name)));
        }

        return found;
    }

    private static AskedMeasure Read(Block block, string name)
    {
        // A second one of these is a key that is not known here.
        var key = block.Node.Entries.Find(entry => entry.Key.Text is "event" or "sql").Key?.Text ?? "value";
        return new AskedMeasure
        {
            Name = name,
            IsEvent = key == "event",
            IsQuery = key == "sql",
            Value = block.Text(key, null, MeasureExpression.LengthMax),
            Place = block.Find(key),
            Unit = block.Find("unit") is { } unit ? unit.Text : null,
            Show = block.Find("show") is { } show
                ? block.ChoiceOf<AskedDifference>(show, block.PathOf("show")) : null,
            Better = block.Choice<BetterSide>("better", BetterSide.Neither),
            IsAfterwards = block.IsTrue("afterwards"),
            Matters = block.OptionalNumber("matters", new(double.Epsilon, 1e18)),
            WhenNull = block.Find("whenNull") is { Text: not "refuse" }
                ? block.OptionalNumber("whenNull", new(-1e18, 1e18)) : null,
        };
    }
}
