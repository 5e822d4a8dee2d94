namespace FlashSale.Simulator;

/// <summary>Every key that a scenario can set, also those that it leaves to their defaults.</summary>
internal static class ScenarioKeys
{
    /// <summary>The keys, as «channels.failureRate», in the order of the reader.</summary>
    public static IReadOnlyList<string> Of(Scenario scenario) =>
        Of(ScenarioTree.Of(scenario), ScenarioReader.OfScenario, PolicyFields.Areas);

    /// <summary>The keys of a season.</summary>
    public static IReadOnlyList<string> Of(SeasonScenario season) =>
        Of(ScenarioTree.Of(season), SeasonScenario.Read, PolicyFields.AreasOfSeason);

    private static IReadOnlyList<string> Of<T>(
        YamlNode tree, Func<Block, T> read, IReadOnlyList<(string Area, IReadOnlyList<string> Fields)> areas)
    {
        var problems = new ProblemList("");
        Block.Read(tree, "", problems, read);
        return
        [
            .. Below(tree, "").Concat(problems.KeysNotGiven.Select(path => ScenarioPath.Of(path).Key))
                .Concat(areas.SelectMany(area =>
                    area.Fields.Select(field => $"policy.{area.Area}.{field}")))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    // Of blocks and lists too: one that is empty has no value below it, and can be set.
    private static IEnumerable<string> Below(YamlNode node, string path) => node.Form switch
    {
        YamlForm.Block => node.Entries.SelectMany(entry =>
        {
            var key = path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}";
            return Below(entry.Value, key).Prepend(key);
        }),
        YamlForm.List => node.Items.SelectMany(item => Below(item, path)),
        _ => [],
    };
}
