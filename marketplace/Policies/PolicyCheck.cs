using System.Globalization;
using System.Runtime.CompilerServices;

namespace FlashSale.Marketplace;

/// <summary>
/// Checks the numbers of one area of a policy; a field's name is taken from the expression that is checked.
/// </summary>
internal sealed class PolicyCheck(string area, List<PolicyProblem> problems)
{
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(3_650);

    /// <summary>A number between two bounds, both allowed.</summary>
    public void Between(
        long value, long min, long max, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value < min || value > max)
        {
            Add(field, Text(value), $"{Text(min)} to {Text(max)}");
        }
    }

    /// <summary>An amount between two bounds in yuan, both allowed.</summary>
    public void Between(
        Money value, long minYuan, long maxYuan, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value < Money.FromYuan(minYuan) || value > Money.FromYuan(maxYuan))
        {
            Add(field, value.ToString(), $"¥{Text(minYuan)} to ¥{Text(maxYuan)}");
        }
    }

    /// <summary>A length of time that is at least <paramref name="min"/> and at most ten years.</summary>
    public void AtLeast(
        TimeSpan value, TimeSpan min, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value < min || value > LongestSpan)
        {
            Add(field, Text(value), $"{Text(min)} to {Text(LongestSpan)}");
        }
    }

    /// <summary>A length of time from one second to <paramref name="max"/>.</summary>
    public void Between(
        TimeSpan value, TimeSpan max, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        var min = TimeSpan.FromSeconds(1);
        if (value < min || value > max)
        {
            Add(field, Text(value), $"{Text(min)} to {Text(max)}");
        }
    }

    /// <summary>A length of time of at least one second.</summary>
    public void Span(TimeSpan value, [CallerArgumentExpression(nameof(value))] string field = "") =>
        AtLeast(value, TimeSpan.FromSeconds(1), field);

    /// <summary>Anything else that must hold.</summary>
    public void That(bool holds, string field, string value, string allowed)
    {
        if (!holds)
        {
            Add(field, value, allowed);
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    // «TopUpWithin» is spelled «stores.topUpWithin» in a scenario; «[3].name» needs no dot.
    private void Add(string field, string value, string allowed)
    {
        var path = field.StartsWith('[') || field.Length == 0
            ? area + field
            : $"{area}.{char.ToLowerInvariant(field[0])}{field[1..]}";
        problems.Add(new PolicyProblem(path, value, allowed));
    }
}
