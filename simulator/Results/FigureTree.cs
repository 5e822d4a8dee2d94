using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Simulator;

/// <summary>The figures of a summary.json, of a festival or of a season, as its properties declare them.
/// </summary>
internal static class FigureTree
{
    /// <summary>The figures by their places, in the order of the file.</summary>
    /// <param name="contract">The names of the fields of a summary.</param>
    /// <exception cref="InvalidOperationException">A field has no declaration, or one too many.</exception>
    public static IReadOnlyDictionary<string, SummaryFigure> Of(JsonTypeInfo contract)
    {
        var declared = new Dictionary<string, FigureAttribute>(StringComparer.Ordinal);
        var figures = Below(contract, "", [], declared).ToDictionary(one => one.Field);
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
