using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>A factor of which a search looks for a value: its levels, from one end to the other.</summary>
/// <param name="Words">How sentences speak of it.</param>
/// <param name="Levels">The values in the order of the search; of lengths in seconds.</param>
/// <param name="Changes">The change of the base at each level.</param>
internal sealed record SearchedFactor(
    FactorWords Words, IReadOnlyList<double> Levels, IReadOnlyList<ScenarioChange> Changes)
{
    /// <summary>Stands for a factor that cannot be read; what is read further is thrown away.</summary>
    public static SearchedFactor None { get; } = new(new FactorWords(""), [0, 1], []);

    /// <summary>Its levels from the last to the first: of a search for the largest value.</summary>
    public SearchedFactor Falling => this with
    {
        Levels = [.. Levels.Reverse()],
        Changes = [.. Changes.Reverse()],
    };

    /// <summary>The places of levels that tell whether all can be read: the ends, and what is next.</summary>
    public IEnumerable<int> Telling => new[] { 0, 1, Levels.Count - 2, Levels.Count - 1 }.Distinct();

    /// <summary>As study.json has it.</summary>
    public FactorSearched Found => new(Words.Name, Words.Unit, Levels[0], Levels[^1], Levels.Count);

    /// <summary>Reads «path», «as», «from», «to», «step», «unit» and «others».</summary>
    public static SearchedFactor Read(Block block)
    {
        var place = block.Find("path", required: true) ?? block.Node;
        var path = ScenarioPath.Of(block.Text("path", "", 200));
        var name = SweptFactor.NameOf(block, path);
        var isInProportion = ChangeBlocks.IsInProportion(block);
        var unit = block.Text("unit", "", 20);
        var ends = Ends(block);
        if (ends is { IsLength: true } && unit.Length > 0)
        {
            block.Refuse("unit", "a length has its unit", "no «unit»");
        }

        var texts = Texts(block, ends);
        var first = block.Find("from") ?? place;
        return new SearchedFactor(
            new FactorWords(name, ends is { IsLength: true } ? "s" : unit),
            [.. texts.Select(text => FactorLevel.Of(name, text).Number ?? 0)],
            [
                .. texts.Select(text => new ScenarioChange(
                    path, ChangeForm.Set,
                    YamlNode.OfText(text, quoted: false, first.Line, first.Column), place)
                {
                    IsInProportion = isInProportion,
                    Where = block.Path,
                }),
            ]);
    }

    /// <summary>A level as a point: «capacity 118000», of an arm «snow, couriers 0.09».</summary>
    public AskedPoint Point(int level, AskedPoint? arm = null)
    {
        var text = Changes[level].Value.Text;
        return new AskedPoint(
            arm is null ? $"{Words.Name} {text}" : $"{arm.Name}, {Words.Name} {text}",
            [.. arm?.Levels ?? [], new FactorLevel(Words.Name, text, Levels[level])],
            [.. arm?.Changes ?? [], Changes[level]]);
    }

    /// <summary>The value between two levels, on a straight line.</summary>
    public double Between(double place)
    {
        var before = Math.Min((int)place, Levels.Count - 2);
        return Levels[before] + ((place - before) * (Levels[before + 1] - Levels[before]));
    }

    /// <summary>From the one level to the other, whichever is the smaller.</summary>
    public Interval Range(int one, int other) =>
        new(Math.Min(Levels[one], Levels[other]), Math.Max(Levels[one], Levels[other]));

    /// <summary>The steps of a search: both ends, then its brackets as they closed.</summary>
    public IReadOnlyList<SearchLook> Steps(
        IReadOnlyList<Bracket> brackets, Func<SearchAim, int, SearchLook> look) =>
    [
        look(SearchAim.Ends, 0), look(SearchAim.Ends, Levels.Count - 1),
        .. brackets.Select(bracket => look(bracket.Aim, bracket.Level) with
        {
            From = Levels[bracket.From],
            To = Levels[bracket.To],
        }),
    ];

    private static FactorValues? Ends(Block block)
    {
        if (block.Find("from", required: true) is not { } from
            || block.Find("to", required: true) is not { } to
            || FactorValues.Read(block, "to", FactorSpacing.Linear,
                [(from, block.PathOf("from")), (to, block.PathOf("to"))]) is not { } ends)
        {
            return null;
        }

        if (ends.Scale.Low > ends.Scale.High)
        {
            block.Refuse("to", "the end is below the beginning", "from: the smaller value, to: the larger");
            return null;
        }

        return ends;
    }

    // The levels as a scenario writes them; where they cannot be read, two that stand for them.
    private static IReadOnlyList<string> Texts(Block block, FactorValues? ends)
    {
        IReadOnlyList<string> standing = ["0", "1"];
        if (block.Find("step", required: true) is not { } node || ends is null)
        {
            return standing;
        }

        var step = ends.IsLength
            ? block.LengthOf(
                node, block.PathOf("step"), TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1_000))
                ?.TotalSeconds
            : block.NumberOf(node, block.PathOf("step"), new(1e-12, 1e18));
        if (step is not { } width)
        {
            return standing;
        }

        var steps = (ends.Scale.High - ends.Scale.Low) / width;
        if (steps is < 1 or > SearchLevels.StepsMax)
        {
            block.Refuse("step", "it makes no such levels", string.Create(
                CultureInfo.InvariantCulture,
                $"1 to {SearchLevels.StepsMax:#,0} steps, from the one end to the other"));
            return standing;
        }

        return
        [
            .. SearchLevels.Of(ends.Scale.Low, ends.Scale.High, width)
                .Select(value => Text(value, ends.IsLength)),
        ];
    }

    private static string Text(double value, bool isLength) => isLength
        ? FileWords.Of(TimeSpan.FromMilliseconds(Math.Round(value * 1_000)))
        : Trimmed(value).ToString("R", CultureInfo.InvariantCulture);

    // 0.085 + 0.005 is 0.09 to whoever wrote it.
    private static double Trimmed(double value) => double.Parse(
        value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
