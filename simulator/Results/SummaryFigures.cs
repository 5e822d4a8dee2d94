using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Simulator;

/// <summary>All figures of summary.json, in the order of the file, as the properties declare them.</summary>
public static class SummaryFigures
{
    private static readonly Lazy<Dictionary<string, SummaryFigure>> Declared = new(Read);

    /// <summary>All.</summary>
    public static IReadOnlyCollection<SummaryFigure> All => Declared.Value.Values;

    /// <summary>Those that runs are compared by.</summary>
    public static IReadOnlyList<SummaryFigure> Compared { get; } = [.. All.Where(one => one.Name.Length > 0)];

    /// <summary>The figure at a place; null if there is none.</summary>
    public static SummaryFigure? Find(string field) => Declared.Value.GetValueOrDefault(field);

    /// <summary>What people call a figure.</summary>
    public static string NameOf(string field) => Declared.Value[field].Name;

    private static Dictionary<string, SummaryFigure> Read()
    {
        var declared = new Dictionary<string, FigureAttribute>(StringComparer.Ordinal);
        var figures = Below(SummaryJson.Contract, "", [], declared).ToDictionary(one => one.Field);
        var strays = declared.Keys.Except(figures.Keys).ToList();
        return strays.Count == 0
            ? figures
            : throw new InvalidOperationException($"No field of summary.json: {string.Join(", ", strays)}.");
    }

    // The outer property is met first, and what it says of its parts holds.
    private static IEnumerable<SummaryFigure> Below(
        JsonTypeInfo type, string field, IReadOnlyList<FigureStep> steps,
        Dictionary<string, FigureAttribute> declared)
    {
        if (type.ElementType is { } item && type.Kind == JsonTypeInfoKind.Enumerable)
        {
            var kept = type.Options.GetTypeInfo(item);
            var first = kept.Kind == JsonTypeInfoKind.Object ? kept.Properties[0].Get! : _ => null;
            return Below(kept, field + "[]", [.. steps, new FigureStep(first, IsOfItem: true)], declared);
        }

        return type.Kind != JsonTypeInfoKind.Object
            ? [new SummaryFigure(field, DeclarationOf(field, declared), type.Type, steps)]
            : type.Properties.SelectMany(part =>
            {
                var place = field.Length == 0 ? part.Name : $"{field}.{part.Name}";
                foreach (var one in On(part))
                {
                    declared.TryAdd(place + one.At, one);
                }

                var next = type.Options.GetTypeInfo(part.PropertyType);
                return Below(next, place, [.. steps, new FigureStep(part.Get!, IsOfItem: false)], declared);
            });
    }

    // A property of its own, or the parameter of a record.
    private static IEnumerable<FigureAttribute> On(JsonPropertyInfo part) =>
        new[] { part.AttributeProvider, part.AssociatedParameter?.AttributeProvider }
            .SelectMany(place => place?.GetCustomAttributes(typeof(FigureAttribute), inherit: false) ?? [])
            .Cast<FigureAttribute>();

    private static FigureAttribute DeclarationOf(
        string field, Dictionary<string, FigureAttribute> declared) =>
        declared.GetValueOrDefault(field)
        ?? throw new InvalidOperationException($"{field} of summary.json has no [Figure].");
}
