using System.Globalization;
using System.Text.RegularExpressions;

namespace FlashSale.Simulator;

/// <summary>
/// Hands a planned capacity to the simulator: the gateway of a scenario admits what the cluster carries
/// (rules CAP-1, CAP-5).
/// </summary>
public static partial class PlannedScenario
{
    private const string Key = "gatewayShareOfPeak";

    /// <summary>The block «capacity» alone, to be copied into a scenario.</summary>
    /// <param name="answer">The plan.</param>
    /// <param name="peakOrdersPerSecond">The festival's peak.</param>
    public static string Block(CapacityAnswer answer, double peakOrdersPerSecond)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return $"# {Comment(answer, peakOrdersPerSecond)}\n"
            + $"capacity:\n  {Key}: {Share(answer, peakOrdersPerSecond)}\n";
    }

    /// <summary>
    /// A scenario's text with that capacity and a name that says so; everything else stays as it is.
    /// </summary>
    /// <param name="text">The scenario, in YAML that the strict reader accepted.</param>
    /// <param name="answer">The plan.</param>
    /// <param name="peakOrdersPerSecond">The scenario's peak.</param>
    public static string With(string text, CapacityAnswer answer, double peakOrdersPerSecond)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(answer);
        text = NameLine().Replace(
            text, string.Create(CultureInfo.InvariantCulture, $"$1-on-{answer.Silos}-silos"), count: 1);
        var line =
            $"  {Key}: {Share(answer, peakOrdersPerSecond)}   # {Comment(answer, peakOrdersPerSecond)}";
        return GatewayLine().IsMatch(text) ? GatewayLine().Replace(text, line, count: 1)
            : CapacityLine().IsMatch(text) ? CapacityLine().Replace(text, $"capacity:\n{line}", count: 1)
            : $"{text.TrimEnd()}\ncapacity:\n{line}\n";
    }

    private static string Share(CapacityAnswer answer, double peakOrdersPerSecond) =>
        Math.Clamp(answer.SustainedPerSecond / peakOrdersPerSecond, 0.001, 1_000)
            .ToString("0.######", CultureInfo.InvariantCulture);

    private static string Comment(CapacityAnswer answer, double peakOrdersPerSecond) => string.Create(
        CultureInfo.InvariantCulture,
        $"flashsale plan: {answer.Silos} silos carry {answer.SustainedPerSecond:0} of ")
        + string.Create(CultureInfo.InvariantCulture, $"{peakOrdersPerSecond:0} orders/s at the peak");

    [GeneratedRegex(@"^(name:[ \t]*[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex NameLine();

    [GeneratedRegex(@"^capacity:[ \t]*(#[^\n]*)?$", RegexOptions.Multiline)]
    private static partial Regex CapacityLine();

    [GeneratedRegex($@"^[ \t]+{Key}:[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex GatewayLine();
}
