using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlashSale.Simulator;

/// <summary>What each key of a scenario does to its calibration: the one place that says it.</summary>
internal static class KeyRoles
{
    /// <summary>The role of a key, and of all keys below it that have no row of their own.</summary>
    public static IReadOnlyList<(string Key, KeyRole Role)> Table { get; } =
    [
        ("name", KeyRole.Label),
        ("description", KeyRole.Label),
        ("load", KeyRole.Label),
        ("seed", KeyRole.AnotherWorld),
        ("scale", KeyRole.AnotherWorld),
        ("festival", KeyRole.Fact),
        ("festival.peakOrdersPerSecond", KeyRole.Intervention),
        ("festival.peakPaymentsPerSecond", KeyRole.Intervention),
        ("festival.paymentCapacityPerSecond", KeyRole.Intervention),
        ("demand", KeyRole.Fact),
        ("population", KeyRole.AnotherWorld),
        ("catalogue", KeyRole.AnotherWorld),
        ("catalogue.festivalPriceShare", KeyRole.Intervention),
        ("catalogue.festivalDiscount", KeyRole.Intervention),
        ("catalogue.coupons", KeyRole.Intervention),
        ("catalogue.stockCover", KeyRole.Intervention),
        ("catalogue.categories.returnRate", KeyRole.Intervention),
        ("catalogue.categories.elasticity", KeyRole.Intervention),
        ("catalogue.categories.commission", KeyRole.Intervention),
        ("catalogue.hotListings.stock", KeyRole.Intervention),
        ("catalogue.hotListings.buckets", KeyRole.Intervention),
        ("catalogue.hotListings.unitsPerBuyer", KeyRole.Intervention),
        ("behaviour", KeyRole.Intervention),
        ("channels", KeyRole.Intervention),
        ("capacity", KeyRole.Intervention),
        ("shocks", KeyRole.Intervention),
        ("switches", KeyRole.Intervention),
        ("policy", KeyRole.Intervention),
        ("changes", KeyRole.Intervention),
    ];

    /// <summary>The role of a key by its path, «catalogue.stores»; null if nobody gave it one.</summary>
    public static KeyRole? Of(string path)
    {
        var rows = Table.Where(row =>
            path == row.Key || path.StartsWith(row.Key + ".", StringComparison.Ordinal));
        return rows.Select(row => (row.Key.Length, (KeyRole?)row.Role)).DefaultIfEmpty().Max().Item2;
    }

    /// <summary>A hash of what a scenario is calibrated to; interventions and labels leave it.</summary>
    public static string HashOfBase(Scenario scenario)
    {
        var text = new StringBuilder();
        foreach (var (path, value) in Leaves(scenario).Where(leaf =>
            Of(KeyOf(leaf.Path)) is KeyRole.Fact or KeyRole.AnotherWorld))
        {
            text.Append(path).Append('=').Append(value).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>
    /// What a scenario sets that acts after the calibration; a festival's own peaks are not among it, unless
    /// others are published of its year.
    /// </summary>
    public static IReadOnlyList<RunParameter> InterventionsOf(Scenario scenario)
    {
        var usual = Leaves(Scenario.FromFacts(scenario.Festival)).ToHashSet();
        return
        [
            .. PeaksOf(scenario.Festival),
            .. Leaves(scenario with { Policy = [] })
                .Where(leaf => Of(KeyOf(leaf.Path)) == KeyRole.Intervention && !usual.Contains(leaf))
                .Select(leaf => new RunParameter(leaf.Path, Written(leaf.Value))),
            .. scenario.Policy.Select(setting => new RunParameter($"policy.{setting.Field}", setting.Value)),
        ];
    }

    // A value as a file writes it: the canonical form has lengths with colons.
    private static string Written(string value) =>
        value.Contains(':')
            && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var length)
            ? FileWords.Of(length) : value;

    private static IEnumerable<RunParameter> PeaksOf(FestivalFacts festival)
    {
        var published = Published.Year(festival.Year);
        (string Field, double? Set, double? Published)[] peaks =
        [
            ("peakOrdersPerSecond", festival.PeakOrdersPerSecond, published?.PeakOrdersPerSecond),
            ("peakPaymentsPerSecond", festival.PeakPaymentsPerSecond, published?.PeakPaymentsPerSecond),
        ];
        return peaks.Where(peak => peak.Set is not null && peak.Published is not null
                && !peak.Set.Value.Equals(peak.Published.Value))
            .Select(peak => new RunParameter(
                $"festival.{peak.Field}", FormattableString.Invariant($"{peak.Set}")));
    }

    /// <summary>All values of a scenario by their paths, «catalogue.categories[0].name».</summary>
    internal static IEnumerable<(string Path, string Value)> Leaves(Scenario scenario)
    {
        using var form = JsonDocument.Parse(scenario.CanonicalForm());
        return [.. Leaves(form.RootElement, "")];
    }

    /// <summary>The key of a path: the same for all items of a list.</summary>
    internal static string KeyOf(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Split('[')[0]));

    private static IEnumerable<(string Path, string Value)> Leaves(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
                Leaves(member.Value, (path.Length == 0 ? "" : path + ".") + FileWords.Camel(member.Name))),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at) =>
                Leaves(item, FormattableString.Invariant($"{path}[{at}]"))),
            _ => [(path, value.ToString())],
        };
}
