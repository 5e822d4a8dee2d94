namespace FlashSale.Simulator;

/// <summary>What a measure can name: the results of runs of a study.</summary>
/// <param name="Base">The scenario that is varied.</param>
/// <param name="Horizon">The moment after which runs stop; null for their end.</param>
public sealed record MeasureScope(Scenario Base, TimeSpan? Horizon = null)
{
    /// <summary>
    /// Keys of the scenario that runs have otherwise than the base: lists there are not known.
    /// </summary>
    internal IReadOnlyCollection<string> Varied { get; init; } = [];

    /// <summary>The festival whose published facts runs are compared with; null if none.</summary>
    internal int? Year => Base.Festival.IsSinglesDay ? Base.Festival.Year : null;

    /// <summary>The names that items of a list can have; null if they are not known before a run.</summary>
    internal IReadOnlyList<string>? ItemsOf(string list)
    {
        var labels = RunLabels.Of(Base);
        return list switch
        {
            "funnel" => SummaryFields.Stages,
            "categories" => labels.Categories,
            "regions" or "regionDelivery" => labels.Regions,
            "refusals" => labels.Refusals,
            "abandonReasons" => labels.AbandonReasons,
            "closeReasons" => labels.CloseReasons,
            "refundReasons" => labels.RefundReasons,
            "comparison.measures" => FestivalComparison.MeasureNames,
            "sample.money.accounts" => RunBooks.AccountNames,
            "shocks" when !IsVaried("shocks") => [.. Base.Shocks.Select(shock => Words.Of(shock.Kind))],
            "hotListings" when !IsVaried("catalogue.hotListings") =>
                [.. Base.Catalogue.HotListings.Select(hot => hot.Title)],
            _ => null,
        };
    }

    /// <summary>
    /// Whether an item may be there though it is no name of the list: other listings that sell.
    /// </summary>
    internal bool MayHold(string list, string item) => list == "hotListings"
        && Base.Catalogue.Categories.Any(goods =>
            item.StartsWith(goods.Name + " ", StringComparison.Ordinal)
            && FileWords.Whole(item[(goods.Name.Length + 1)..]) is >= 0);

    // A key of an item, «catalogue.hotListings.stock», leaves the names of the list.
    private bool IsVaried(string list) => Varied.Any(key => list == key
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
