namespace FlashSale.Simulator;

/// <summary>The unit of a measure, computed from those that figures and columns declare.</summary>
/// <remarks>
/// Nouns with powers: «yuan/orders». A written number takes the unit of what it is added to or compared with.
/// The quotient of two amounts of one unit is a share.
/// </remarks>
public sealed class MeasureUnit
{
    private const string None = "–";
    private const string ShareWord = "share";

    // What is measured on a scale; every other noun is of things that are counted.
    private static readonly string[] Scales =
        ["yuan", "s", "min", "days", "stars", "points", "bytes", "year"];

    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
    [
        .. StudiedKind.All.SelectMany(kind => kind.Figures.All.Select(figure => figure.Unit)
                .Concat(kind.Figures.Columns.Select(one => one.Unit)))
            .Where(unit => unit is not ("clock" or None) && !unit.StartsWith("as ", StringComparison.Ordinal))
            .SelectMany(unit => unit.Split('/')).Distinct().Order(StringComparer.Ordinal),
    ]);

    private readonly SortedDictionary<string, int> _powers;
    private readonly string _plain;

    private MeasureUnit(SortedDictionary<string, int> powers, string plain) =>
        (_powers, _plain) = (powers, plain);

    /// <summary>Of a part of a whole.</summary>
    public static MeasureUnit Share { get; } = Plain(ShareWord);

    /// <summary>Of a pure number.</summary>
    public static MeasureUnit Number { get; } = Plain(None);

    /// <summary>Of a number that is written in the expression.</summary>
    internal static MeasureUnit Written { get; } = Plain("");

    /// <summary>Of what is a yes or no.</summary>
    internal static MeasureUnit YesNo { get; } = Plain("yes or no");

    /// <summary>Whether it is a yes or no, and no number.</summary>
    public bool IsYesNo => ReferenceEquals(this, YesNo);

    /// <summary>Whether it has no noun.</summary>
    internal bool IsPlain => _powers.Count == 0 && !IsYesNo;

    /// <summary>Whether it can be read as a share: so many things of one kind by those of another.</summary>
    public bool CanBeShare => !IsYesNo && _powers.Values.Sum() == 0 && !_powers.Keys.Any(Scales.Contains);

    /// <summary>The unit as a figure, a column or a study writes it; null if it is none.</summary>
    public static MeasureUnit? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is ShareWord or None or "")
        {
            return text == ShareWord ? Share : Number;
        }

        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, part) in text.Split('/').Index())
        {
            foreach (var noun in part.Split('·', StringSplitOptions.TrimEntries).Where(noun => noun != "1"))
            {
                if (!Known.Value.Contains(noun) || noun == ShareWord)
                {
                    return null;
                }

                powers[noun] = powers.GetValueOrDefault(noun) + (at == 0 ? 1 : -1);
            }
        }

        return Of(powers, Number);
    }

    /// <summary>What a unit may look like, for messages, with the nearest to a text that is none.</summary>
    public static string Allowed(string text) => NearestWord.Of(text, Known.Value) is { } near
        ? $"{near}, share, yuan/orders, or another of docs/reference/results.md"
        : string.Join(", ", Known.Value);

    /// <summary>The unit of a product.</summary>
    public MeasureUnit Times(MeasureUnit other) => Joined(other, 1);

    /// <summary>The unit of a quotient.</summary>
    public MeasureUnit Over(MeasureUnit other) => Joined(other, -1);

    /// <summary>The unit of a sum, a difference, or the larger of both; null if they differ.</summary>
    public MeasureUnit? With(MeasureUnit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (ours, theirs) = (ReferenceEquals(this, Written), ReferenceEquals(other, Written));
        return IsYesNo || other.IsYesNo ? null
            : ours || theirs ? (ours ? other : this)
            : IsPlain && other.IsPlain ? (ReferenceEquals(this, other) ? this : Number)
            : IsPlain || other.IsPlain || ToString() != other.ToString() ? null : this;
    }

    /// <summary>Whether a study may call this unit by that one.</summary>
    public bool Agrees(MeasureUnit stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        return !IsYesNo
            && (stated.ToString() == ToString() || (stated.IsPlain && (IsPlain || CanBeShare)));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (_powers.Count == 0)
        {
            return _plain.Length == 0 ? None : _plain;
        }

        var above = string.Join('·', Repeated(1));
        return string.Join('/', Repeated(-1).Prepend(above.Length == 0 ? "1" : above));
    }

    private static MeasureUnit Plain(string word) => new([], word);

    private static MeasureUnit Of(SortedDictionary<string, int> powers, MeasureUnit whereNone) =>
        powers.Values.All(power => power == 0) ? whereNone : new MeasureUnit(powers, "");

    private IEnumerable<string> Repeated(int sign) => _powers.SelectMany(
        one => Enumerable.Repeat(one.Key, Math.Max(0, sign * one.Value)));

    private MeasureUnit Joined(MeasureUnit other, int sign)
    {
        if (ReferenceEquals(this, Written) && ReferenceEquals(other, Written))
        {
            return Written;
        }

        var powers = new SortedDictionary<string, int>(_powers, StringComparer.Ordinal);
        foreach (var (noun, power) in other._powers)
        {
            powers[noun] = powers.GetValueOrDefault(noun) + (sign * power);
        }

        return Of(powers, other._powers.Count > 0 && sign < 0 ? Share : Number);
    }
}
