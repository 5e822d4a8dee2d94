using System.Globalization;

namespace FlashSale.Driver;

/// <summary>Gates as people read them.</summary>
public static class GateWords
{
    /// <summary>One word for a list: pass, FAIL, or none for a gate that could not be judged.</summary>
    public static string Mark(GateCheck gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return gate.NotJudged is not null ? "none" : gate.Passed ? "pass" : "FAIL";
    }

    /// <summary>What was measured against what was asked, or why nothing was.</summary>
    public static string Finding(GateCheck gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return gate.NotJudged is { } why
            ? Text($"not judged: {why}; bound {gate.Bound:0.######}")
            : Text($"measured {gate.Value:0.######}, bound {gate.Bound:0.######}");
    }

    /// <summary>A gate that failed, as a sentence.</summary>
    public static string Sentence(GateCheck gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var where = gate.Phase == PlannedLoad.All ? "" : $" in {gate.Phase}";
        return gate.Gate switch
        {
            "rateReachedMin" => Share("were answered by the market's rules", gate, where, "asked"),
            "goodputMin" =>
                Text($"{gate.Value:#,0.#} orders/s were done{where}; {gate.Bound:#,0.#} were asked"),
            "latencyMsP50Max" => Latency("half", gate, where),
            "latencyMsP99Max" => Latency("99 %", gate, where),
            "latencyMsP999Max" => Latency("99.9 %", gate, where),
            "doneShareMin" => Share("were done", gate, where, "asked"),
            "errorShareMax" => Share("ended in an error", gate, where, "allowed"),
            "throttledShareMax" => Share("were throttled", gate, where, "allowed"),
            "refusedShareMax" => Share("were refused", gate, where, "allowed"),
            "soldOutShareMax" => Share("came too late for the last unit", gate, where, "allowed"),
            _ => $"{gate.Gate} failed{where}: {Finding(gate)}",
        };
    }

    private static string Latency(string share, GateCheck gate, string where) =>
        Text($"{share} of the orders took up to {gate.Value:#,0.#} ms{where}; ")
        + Text($"{gate.Bound:#,0.###} ms are allowed");

    private static string Share(string what, GateCheck gate, string where, string asked) => Text(
        $"{gate.Value * 100:0.0##} % of the orders {what}{where}; {gate.Bound * 100:0.0##} % are {asked}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
