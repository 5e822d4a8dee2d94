using System.Globalization;
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
                Case(summary, "audit", check.Name, check.Passed ? null : check.Finding))));
        }

        return new XDocument(new XElement(
            "testsuites", new XAttribute("name", $"flashsale drive {summary.Scenario}"), suites)) + "\n";
    }

    private static IEnumerable<XElement> Gates(DriveSummary summary)
    {
        yield return Case(summary, "gates", "figures are sound", summary.Verdict == LoadVerdict.Sound
            ? null
            : LoadWords.Of(summary.Verdict));
        foreach (var gate in summary.Gates)
        {
            var wrong = string.Create(
                CultureInfo.InvariantCulture, $"measured {gate.Value:0.######}, bound {gate.Bound:0.######}");
            yield return Case(summary, gate.Phase, gate.Gate, gate.Passed ? null : wrong);
        }
    }

    private static XElement Suite(string name, IEnumerable<XElement> cases)
    {
        var all = cases.ToList();
        return new XElement(
            "testsuite", new XAttribute("name", name), new XAttribute("tests", all.Count),
            new XAttribute("failures", all.Count(one => one.HasElements)), all);
    }

    private static XElement Case(DriveSummary summary, string group, string name, string? wrong) => new(
        "testcase", new XAttribute("classname", $"{summary.Scenario}.{group}"), new XAttribute("name", name),
        wrong is null ? null : new XElement("failure", new XAttribute("message", wrong)));
}
