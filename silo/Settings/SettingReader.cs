using System.Globalization;

namespace FlashSale.Silo;

/// <summary>Reads settings one by one and remembers what is wrong with them.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong, each with the setting's name and what is allowed.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The value as it stands; the usual one if it is not set.</summary>
    public string Text(Setting setting) =>
        configuration[setting.Key] is { Length: > 0 } value ? value.Trim() : setting.Usual;

    /// <summary>A value of some type.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="parse">Reads the text; null if it is not allowed.</param>
    /// <param name="otherwise">What to go on with after a problem.</param>
    public T Value<T>(Setting setting, Func<string, T?> parse, T otherwise)
        where T : class
    {
        if (parse(Text(setting)) is { } value)
        {
            return value;
        }

        Refuse(setting);
        return otherwise;
    }

    /// <summary>A whole number between two others.</summary>
    public int Number(Setting setting, int min, int max)
    {
        if (int.TryParse(Text(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        Refuse(setting);
        return min;
    }

    /// <summary>A number of seconds.</summary>
    public TimeSpan Seconds(Setting setting, int min, int max) =>
        TimeSpan.FromSeconds(Number(setting, min, max));

    /// <summary>One of an enum's words, in small letters.</summary>
    public T Word<T>(Setting setting, string text, T otherwise)
        where T : struct, Enum
    {
        foreach (var one in Enum.GetValues<T>())
        {
            if (text.Equals(one.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return one;
            }
        }

        Refuse(setting);
        return otherwise;
    }

    /// <summary>Yes or no.</summary>
    public bool IsYes(Setting setting)
    {
        switch (Text(setting))
        {
            case "yes":
                return true;
            case "no":
                return false;
            default:
                Refuse(setting);
                return false;
        }
    }

    /// <summary>Remembers that a setting is wrong.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="why">What is wrong with it; null to show its value.</param>
    public void Refuse(Setting setting, string? why = null)
    {
        var wrong = why ?? $"«{Text(setting)}» is wrong";
        Refuse($"{setting.Title}: {wrong}; allowed: {setting.Allowed}");
    }

    /// <summary>Remembers a problem in words.</summary>
    public void Refuse(string problem) => _problems.Add(problem);
}
