using System.Text;
using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>Alert rules as a file has them: a JSON list of subject, limit, and for how long.</summary>
public static class AlertFile
{
    private const int RulesMax = 100;
    private const double ForSecondsMax = 86_400;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The rules of a file, or what is wrong with it, in words.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public static (IReadOnlyList<AlertRule> Rules, string? Problem) ReadFile(string path) =>
        !File.Exists(path) ? ([], "there is no such file")
        : Utf8Text.Read(File.ReadAllBytes(path), out var broken) is { } text ? Read(text)
        : ([], FormattableString.Invariant($"{broken.Line}:{broken.Column}: ")
            + $"{Utf8Text.Wrong}; allowed: {Utf8Text.Allowed}");

    /// <summary>The rules, or what is wrong with the text, in words.</summary>
    public static (IReadOnlyList<AlertRule> Rules, string? Problem) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind != JsonValueKind.Array
                || document.RootElement.GetArrayLength() > RulesMax
                ? ([], $"allowed: a list of up to {RulesMax} rules")
                : ([.. document.RootElement.EnumerateArray().Select(RuleOf)], null);
        }
        catch (JsonException fault)
        {
            return ([], fault.Message);
        }
        catch (MalformedException fault)
        {
            return ([], fault.Message);
        }
    }

    private static AlertRule RuleOf(JsonElement rule, int at)
    {
        var place = $"$[{at}]";
        if (rule.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedException(place, "expected an object");
        }

        foreach (var field in rule.EnumerateObject())
        {
            if (field.Name is not ("subject" or "above" or "forSeconds" or "severe"))
            {
                throw new MalformedException(
                    $"{place}.{field.Name}", "allowed: subject, above, forSeconds, severe");
            }
        }

        return new AlertRule(
            SubjectOf(rule, place), NumberOf(rule, "above", place, double.MaxValue),
            NumberOf(rule, "forSeconds", place, ForSecondsMax), IsSevere(rule, place));
    }

    private static bool IsSevere(JsonElement rule, string place) =>
        rule.TryGetProperty("severe", out var severe) && (severe.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new MalformedException($"{place}.severe", "expected true or false"),
        });

    private static AlertSubject SubjectOf(JsonElement rule, string place) =>
        rule.TryGetProperty("subject", out var subject) && subject.ValueKind == JsonValueKind.String
            && WordTable<AlertSubject>.TryParse(Encoding.UTF8.GetBytes(subject.GetString()!), out var known)
            ? known
            : throw new MalformedException(
                $"{place}.subject", $"allowed: {string.Join(", ", WordTable<AlertSubject>.All)}");

    private static double NumberOf(JsonElement rule, string name, string place, double max) =>
        rule.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var number) && number >= 0 && number <= max
            ? number
            : throw new MalformedException($"{place}.{name}", "expected a number, 0 or above");
}
