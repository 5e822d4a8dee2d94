namespace FlashSale.Simulator;

/// <summary>Between which levels the sought one lies after a look.</summary>
/// <param name="Aim">What is sought.</param>
/// <param name="Level">The place that was looked at.</param>
/// <param name="From">The last place known to be without it.</param>
/// <param name="To">The first place known to have it.</param>
public sealed record Bracket(SearchAim Aim, int Level, int From, int To);

/// <summary>Bisections over the same levels on the same seeds; a level is looked at once for all.</summary>
/// <typeparam name="TLook">What is seen at a level.</typeparam>
/// <param name="levels">How many levels.</param>
/// <param name="seeds">How many seeds of the search.</param>
/// <param name="measured">The results so far.</param>
/// <param name="look">What values at a level say.</param>
internal sealed class Bisection<TLook>(
    int levels, int seeds, MeasuredRuns measured, Func<int, IReadOnlyList<double>, TLook> look)
{
    private readonly SortedDictionary<int, TLook> _looks = [];
    private readonly List<Bracket> _brackets = [];

    /// <summary>What was seen, by level.</summary>
    public IReadOnlyDictionary<int, TLook> Looks => _looks;

    /// <summary>How the brackets closed, look by look.</summary>
    public IReadOnlyList<Bracket> Brackets => _brackets;

    /// <summary>The runs that are missing; none while nothing is.</summary>
    public IReadOnlyList<SearchOrder> Wanted { get; private set; } = [];

    /// <summary>The runs of a level.</summary>
    public SearchOrder Order(int level) => new(level, new SeedBlock(0, seeds));

    /// <summary>Looks at levels; whether their runs are there.</summary>
    public bool LooksAt(params ReadOnlySpan<int> asked)
    {
        var wanted = new List<SearchOrder>();
        foreach (var level in asked)
        {
            if (measured(Order(level)) is { } values)
            {
                _looks[level] = look(level, values);
            }
            else
            {
                wanted.Add(Order(level));
            }
        }

        Wanted = wanted;
        return wanted.Count == 0;
    }

    /// <summary>
    /// The first level with a property that stays from there on; one beyond the last if none has it. Null
    /// while runs are missing. Both ends were looked at.
    /// </summary>
    public int? First(SearchAim aim, Predicate<TLook> isThere)
    {
        var first = isThere(_looks[0]) ? 0 : isThere(_looks[levels - 1]) ? levels - 1 : levels;
        for (var without = first == 0 || first == levels ? first - 1 : 0; first - without > 1;)
        {
            var middle = (without + first) / 2;
            if (!LooksAt(middle))
            {
                return null;
            }

            (without, first) = isThere(_looks[middle]) ? (without, middle) : (middle, first);
            _brackets.Add(new Bracket(aim, middle, without, first));
        }

        return first;
    }
}
