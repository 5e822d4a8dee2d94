using System.Globalization;
using System.Reflection;

namespace FlashSale.Simulator;

/// <summary>The single numbers of a policy by the names that files use: «inventory.payWithin».</summary>
/// <remarks>
/// Found by reflection, so that a number added to the policy can be set in a scenario at once. Lists
/// (categories, levels)
/// are not single numbers and cannot be set here; the categories are the catalogue's.
/// </remarks>
internal static class PolicyFields
{
    private const int DigitsMax = 28; // a decimal keeps so many as they are

    private static readonly MethodInfo PolicyClone = CloneOf(typeof(Policy));

    /// <summary>
    /// The areas of the policy that a festival asks for, and the fields of each, in the order of the code.
    /// </summary>
    /// <remarks>Nobody complains in a festival: a number of trust would change nothing (decision 0010).
    /// </remarks>
    public static IReadOnlyList<(string Area, IReadOnlyList<string> Fields)> Areas { get; } =
        [.. AreasOfPolicy().Where(area => area.Name != nameof(Policy.Trust)).Select(NamesOf)];

    /// <summary>The same of a season.</summary>
    public static IReadOnlyList<(string Area, IReadOnlyList<string> Fields)> AreasOfSeason { get; } =
        [.. AreasOfPolicy().Select(NamesOf)];

    /// <summary>The value of a field.</summary>
    public static object Get(Policy policy, string field)
    {
        var (area, member) = Find(field);
        return member.GetValue(area.GetValue(policy))!;
    }

    /// <summary>The type of a field.</summary>
    public static Type TypeOf(string field) => Find(field).Member.PropertyType;

    /// <summary>The same policy with another value in a field.</summary>
    public static Policy With(Policy policy, string field, object value)
    {
        var (area, member) = Find(field);
        var changedArea = CloneOf(area.PropertyType).Invoke(area.GetValue(policy), null)!;
        member.SetValue(changedArea, value);
        var changed = (Policy)PolicyClone.Invoke(policy, null)!;
        area.SetValue(changed, changedArea);
        return changed;
    }

    /// <summary>Reads a value as files write it; null if it does not fit the field's type.</summary>
    public static object? Parse(string field, string text) => TypeOf(field) switch
    {
        var type when type == typeof(TimeSpan) => FileWords.Length(text),
        var type when type == typeof(Money) => MoneyOf(text),
        var type when type == typeof(int) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole : null,
        var type when type == typeof(bool) => text switch { "true" => true, "false" => false, _ => null },
        var type => Enum.GetValues(type).Cast<Enum>().FirstOrDefault(member => Words.Of(member) == text),
    };

    /// <summary>What a field may be, in words.</summary>
    public static string AllowedFor(string field) => TypeOf(field) switch
    {
        var type when type == typeof(TimeSpan) => FileWords.LengthForm,
        var type when type == typeof(Money) => "an amount in yuan with at most two decimals",
        var type when type == typeof(int) => "a whole number",
        var type when type == typeof(bool) => "true or false",
        var type => string.Join(", ", Enum.GetValues(type).Cast<Enum>().Select(Words.Of)),
    };

    /// <summary>
    /// The value that lies a share of the way between two; what is no quantity changes at the end.
    /// </summary>
    public static object Between(object from, object to, int step, int steps) => (from, to) switch
    {
        (TimeSpan a, TimeSpan b) => new TimeSpan(Between(a.Ticks, b.Ticks, step, steps)),
        (Money a, Money b) => Money.FromFen(Between(a.Fen, b.Fen, step, steps)),
        (int a, int b) => (int)Between((long)a, b, step, steps),
        _ => step == steps ? to : from,
    };

    private static long Between(long from, long to, int step, int steps) => from
        + ((to - from) * step / steps);

    private static Money? MoneyOf(string text) =>
        text.Length <= DigitsMax && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
            out var yuan)
        && Math.Abs(yuan) <= 1_000_000_000 && decimal.Truncate(yuan * 100) == yuan * 100
            ? Money.FromFen((long)(yuan * 100))
            : null;

    private static (PropertyInfo Area, PropertyInfo Member) Find(string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        var area = AreasOfPolicy().Single(one => FileWords.Camel(one.Name) == field[..dot]);
        return (area, Settable(area).Single(member => FileWords.Camel(member.Name) == field[(dot + 1)..]));
    }

    private static IEnumerable<PropertyInfo> AreasOfPolicy() =>
        typeof(Policy).GetProperties().Where(area => area.PropertyType.Namespace == typeof(Policy).Namespace
            && area.PropertyType.IsClass
            && area.Name != nameof(Policy.Certification) // set by a season's section
            && area.Name != nameof(Policy.Screening)); // nobody screens there

    // Whether there are cases at all is not a number of the policy there, but of the model.
    private static (string Area, IReadOnlyList<string> Fields) NamesOf(PropertyInfo area) => (
        FileWords.Camel(area.Name),
        [.. Settable(area).Where(member => member.Name != nameof(TrustPolicy.IsOn))
            .Select(member => FileWords.Camel(member.Name))]);

    private static IEnumerable<PropertyInfo> Settable(PropertyInfo area) =>
        area.PropertyType.GetProperties().Where(member => member.CanWrite && IsSingle(member.PropertyType));

    private static bool IsSingle(Type type) =>
        type == typeof(TimeSpan) || type == typeof(Money) || type == typeof(int) || type == typeof(bool)
            || type.IsEnum;

    private static MethodInfo CloneOf(Type record) => record.GetMethod("<Clone>$")!;
}
