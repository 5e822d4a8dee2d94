using System.Xml.Linq;

namespace FlashSale.Driver;

/// <summary>
/// junit.xml: each gate, the soundness of the figures and each check of the audit as a test case.
/// </summary>
internal static class JUnitXml
{
    /// <summary>Writes it.</summary>
    public static string Of(DriveSummary summary)
    {
        var suites = new List<XElement> { Suite("gates", Gates(summary)) };
        if (summary.Audit is { } audit)
        {
            suites.Add(Suite("audit", audit.Checks.Select(check =>
                Case(summary, "audit", check.Name, check.Passed ? null : Failure(check.Finding)))));
        }

        return new XDocument(new XElement(
            "testsuites", new XAttribute("name", $"flashsale drive {summary.Scenario}"), suites)) + "\n";
    }

    private static IEnumerable<XElement> Gates(DriveSummary summary)
    {
        yield return Case(summary, "gates", "figures are sound", summary.Verdict == LoadVerdict.Sound
            ? null
            : Failure(Words.Of(summary.Verdict)));
        foreach (var gate in summary.Gates)
        {
            yield return Case(summary, gate.Phase, gate.Gate, gate.NotJudged is not null
                ? Outcome("skipped", GateWords.Finding(gate))
                : gate.Passed ? null : Failure(GateWords.Finding(gate)));
        }
    }

    private static XElement Failure(string message) => Outcome("failure", message);

    private static XElement Outcome(string kind, string message) =>
        new(kind, new XAttribute("message", message));

    private static XElement Suite(string name, IEnumerable<XElement> cases)
    {
        var all = cases.ToList();
        return new XElement(
            "testsuite", new XAttribute("name", name), new XAttribute("tests", all.Count),
            new XAttribute("failures", all.Count(one => one.Element("failure") is not null)),
            new XAttribute("skipped", all.Count(one => one.Element("skipped") is not null)), all);
    }

    private static XElement Case(DriveSummary summary, string group, string name, XElement? outcome) => new(
        "testcase", new XAttribute("classname", $"{summary.Scenario}.{group}"), new XAttribute("name", name),
        outcome);
}
