namespace FlashSale.Simulator;

/// <summary>One number of the policy that a scenario sets.</summary>
/// <param name="Field">Its name in files: «inventory.payWithin».</param>
/// <param name="Value">The value as files write it: «10min».</param>
public sealed record PolicySetting(string Field, string Value)
{
    /// <summary>The policy with all these settings.</summary>
    public static Policy Apply(Policy policy, IEnumerable<PolicySetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Aggregate(policy, (current, setting) =>
            PolicyFields.With(current, setting.Field, setting.Parsed));
    }

    /// <summary>The value in the field's own type.</summary>
    internal object Parsed => PolicyFields.Parse(Field, Value)
        ?? throw new ArgumentException($"{Field} cannot be «{Value}»", nameof(Value));

    /// <summary>Reads a block of areas and fields.</summary>
    internal static IReadOnlyList<PolicySetting> ReadAll(Block block) => ReadAll(block, PolicyFields.Areas);

    /// <summary>The same in a season.</summary>
    internal static IReadOnlyList<PolicySetting> ReadOfSeason(Block block) =>
        ReadAll(block, PolicyFields.AreasOfSeason);

    private static List<PolicySetting> ReadAll(
        Block block, IReadOnlyList<(string Area, IReadOnlyList<string> Fields)> areas)
    {
        var settings = new List<PolicySetting>();
        foreach (var (area, fields) in areas)
        {
            settings.AddRange(block.Section(area, [], inner => ReadArea(inner, area, fields)));
        }

        foreach (var problem in Apply(new Policy(), settings).Validate())
        {
            block.RefuseInside(problem.Field, $"{problem.Value} is out of range", problem.Allowed);
        }

        return settings;
    }

    private static List<PolicySetting> ReadArea(Block block, string area, IReadOnlyList<string> fields)
    {
        var settings = new List<PolicySetting>();
        foreach (var name in fields)
        {
            var field = $"{area}.{name}";
            if (block.Find(name) is not { } value)
            {
                continue;
            }

            if (value.Form != YamlForm.Text || PolicyFields.Parse(field, value.Text) is null)
            {
                block.Refuse(name, $"{value.Shown} does not fit", PolicyFields.AllowedFor(field));
                continue;
            }

            settings.Add(new PolicySetting(field, value.Text));
        }

        return settings;
    }
}
