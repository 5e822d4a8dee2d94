namespace FlashSale.Simulator;

/// <summary>What a measure can name: the results of runs of a study.</summary>
/// <param name="Base">The scenario that is varied.</param>
/// <param name="Horizon">The moment after which runs stop; null for their end.</param>
public sealed record MeasureScope(IStudiedScenario Base, TimeSpan? Horizon = null)
{
    /// <summary>
    /// Keys of the scenario that runs have otherwise than the base: lists there are not known.
    /// </summary>
    internal IReadOnlyCollection<string> Varied { get; init; } = [];

    /// <summary>What can be measured of runs of the base.</summary>
    internal StudiedFigures Figures => Base.Studied.Figures;

    /// <summary>How runs of the base go through time.</summary>
    internal StudiedTime Time => Base.Studied.Time;

    /// <summary>Whether runs have a list otherwise than the base.</summary>
    /// <remarks>A key of an item, «catalogue.hotListings.stock», leaves the names of the list.</remarks>
    internal bool IsVaried(string list) => Varied.Any(key => list == key
        || list.StartsWith(key + ".", StringComparison.Ordinal));
}

/// <summary>A check of a measure before the first run: its names, moments and units.</summary>
/// <param name="scope">What it can name.</param>
/// <param name="key">The key that holds its text.</param>
internal sealed class MeasureCheck(MeasureScope scope, string key)
{
    /// <summary>What it can name.</summary>
    public MeasureScope Scope => scope;

    /// <summary>What is wrong.</summary>
    public List<MeasureProblem> Problems { get; } = [];

    /// <summary>Notes that a part is wrong; gives null, the unit of what has none.</summary>
    public MeasureUnit? Refuse(MeasureNode part, string wrong, string allowed)
    {
        Problems.Add(new MeasureProblem(key, part.At, $"«{part}» {wrong}", allowed));
        return null;
    }

    /// <summary>Notes that a word is not known, with the one that was probably meant.</summary>
    public MeasureUnit? RefuseWord(
        MeasureNode part, string word, string wrong, IReadOnlyCollection<string> allowed)
    {
        const int shown = 12;
        var meant = NearestWord.Of(word, allowed) is { } near ? $" (did you mean «{near}»?)" : "";
        var more = allowed.Count > shown ? " …" : "";
        Problems.Add(new MeasureProblem(
            key, part.At, $"«{word}» {wrong}{meant}", string.Join(", ", allowed.Take(shown)) + more));
        return null;
    }
}
